"""The ways to suggest something, on the site's own page `contribute.md`: where each begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.site.options import Options

PAGE = "contribute.md"
FORM = "admin/index.html"
_ISSUE_FORMS = (
    ("Suggest an entry", "suggest-entry", "An event that is missing, with its source."),
    ("Suggest an article", "suggest-article", "A report that tells events we lack."),
    ("Report a mistake", "report-mistake", "Something that is wrong, and how you know."),
)
"""Label, file of the form under `.github/ISSUE_TEMPLATE/`, and what it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to suggest something."""

    title: str
    shows: str
    path: str = ""
    """A file of the site's own."""
    href: str = ""
    """An address elsewhere; trusted, from `repo_url`."""


def ways(path: str, options: Options) -> tuple[Way, ...]:
    """Return the ways that a page of the site's own offers: none but for `contribute.md`."""
    return (*_form(options), *_issues(options)) if path == PAGE else ()


def _form(options: Options) -> Iterator[Way]:
    if options.admin:
        yield Way(title="Open the form", path=FORM, shows="Write or change a page here.")


def _issues(options: Options) -> Iterator[Way]:
    host = urlsplit(options.repository).hostname or ""
    if host == "github.com":
        for title, form, shows in _ISSUE_FORMS:
            href = f"{options.repository}/issues/new?template={form}.yml"
            yield Way(title=title, href=href, shows=shows)
    elif options.repository:
        issues = "/-/issues/new" if host.startswith("gitlab.") else ""
        shows = "Suggest an entry or an article, or report a mistake."
        yield Way(title="Write to us", href=f"{options.repository}{issues}", shows=shows)
