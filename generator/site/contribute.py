"""The ways to suggest something, on the site's own page `contribute.md`: where each begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.site.options import Options
from generator.site.rendering import Rendering

PAGE = "contribute.md"
FORM = "admin/index.html"
ISSUE_FORMS = {
    "entry": "suggest-entry",
    "article": "suggest-article",
    "mistake": "report-mistake",
}
"""What each is for, and its file under `.github/ISSUE_TEMPLATE/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to suggest something."""

    title: str
    shows: str
    path: str = ""
    """A file of the site's own."""
    href: str = ""
    """An address elsewhere; trusted, from `repo_url`."""


def ways(path: str, site: Rendering) -> tuple[Way, ...]:
    """Return the ways that a page of the site's own offers: none but for `contribute.md`."""
    t = site.strings.text
    return tuple(
        Way(
            title=t(f"contribute.{name}"),
            shows=t(f"contribute.{name}_about"),
            path=FORM if name == "form" else "",
            href=href,
        )
        for name, href in _addresses(site.options)
        if path == PAGE
    )


def _addresses(options: Options) -> Iterator[tuple[str, str]]:
    if options.admin:
        yield "form", ""
    host = urlsplit(options.repository).hostname or ""
    if host == "github.com":
        for name, form in ISSUE_FORMS.items():
            yield name, f"{options.repository}/issues/new?template={form}.yml"
    elif options.repository:
        issues = "/-/issues/new" if host.startswith("gitlab.") else ""
        yield "write", f"{options.repository}{issues}"
