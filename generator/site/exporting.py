"""What the command line gives out: the chronology in one format, and its key dates."""

from __future__ import annotations

from pathlib import Path

from generator.content import load
from generator.errors import Finding, UsageError
from generator.site.builders import load_configuration
from generator.site.catalogue import catalogue
from generator.site.configuration import options
from generator.site.data import dataset
from generator.site.data.formats import FORMATS
from generator.site.key_dates import KeyDate, key_dates, remembered
from generator.site.options import Options
from generator.site.rendering import Rendering


def ranked(content: Path, topic: str | None) -> tuple[tuple[KeyDate, ...], tuple[Finding, ...]]:
    """Return the days of a chronology, what most points at first, and what could not be read.

    Raises:
        UsageError: the chronology has no such topic.

    """
    chronology, findings = load(content)
    if topic is not None and topic not in chronology.topics:
        known = ", ".join(chronology.topics) or "none"
        raise UsageError(f"there is no topic {topic!r}; those there are: {known}")
    return key_dates(catalogue(chronology), remembered(content), topic), findings


def export(name: str, content: Path, config: Path) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the chronology in a format, and what could not be read of it.

    Addresses are those of the site that the configuration names, where there is one.

    Raises:
        UsageError: the format needs a package that is not installed.

    """
    form = next(form for form in FORMATS if form.name == name)
    if not form.available():
        raise UsageError(f"install what {name} needs with: pip install 'dateline[{name}]'")
    chronology, findings = load(content)
    settings = options(load_configuration(config)) if config.is_file() else Options()
    data = dataset(Rendering(catalogue(chronology), settings))
    return form.write(data.written_at(form.file, settings.url)), findings
