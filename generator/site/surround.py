"""The theme around a page, rendered once for pages that stand side by side.

The theme needs longer for a page than an entry does, and pages of one folder differ only in their
content and in some texts of the head. So such a page is rendered once with marks in their place,
which are then filled for each. What the theme does with a text is not known here, but tried: marks
are trusted after they gave one page as the theme gives it, and apart for texts with entities.

The theme's part loses its blank lines and indents, a seventh of an entry's page.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.site.finished import Finished
from generator.site.page import WAY

PAGE = "main.html"
"""The theme's template of a page."""
_HEADING = "<h1"
"""To content without one the theme adds a heading of its own."""
_MARK = re.compile("\ue000([^\ue000\ue001]+)\ue001")
_BLANK = re.compile(
    r"(<(pre|script|style|textarea)\b.*?</\2>)|(?<![ \t\r\f])[ \t\r\f]*\n[ \t\r\n\f]*", re.DOTALL
)
"""White space at the ends of lines, which a reader sees only in what is matched first."""

Texts = dict[str, str]
"""What tells a page from its neighbours, by name."""
Kind = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Pages alike: their folder, the names of their texts, and of those that have entities."""


@dataclass(frozen=True, slots=True)
class Shell:
    """What the theme wrote, cut at the marks: stretches, and names of texts between them."""

    pieces: tuple[str, ...]

    def filled(self, texts: Texts) -> str:
        """Return the page of these texts."""
        return "".join(texts[p] if n % 2 else p for n, p in enumerate(self.pieces))


class Themed(Template):
    """A template of the theme; the one of pages is rendered without its blank lines."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Render as any template does."""
        context = dict(*args, **kwargs)
        html = super().render(context)
        page = context.get("page")
        if self.name != PAGE or not isinstance(page, Finished):
            return html
        before, content, after = html.partition(page.content or _HEADING)
        return _squeezed(before) + content + _squeezed(after)


class Surround(Themed):
    """A template of the theme; the one of pages is rendered once for many."""

    @cached_property
    def _shells(self) -> dict[Kind, Shell | None]:
        """None where marks did not give what the theme gives."""
        return {}

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Render as any template does."""
        context = dict(*args, **kwargs)
        page = context.get("page")
        if self.name != PAGE or not isinstance(page, Finished) or _is_listed(page):
            return super().render(context)
        return self.around(page, lambda: context)

    def around(self, page: Finished, context: Callable[[], Mapping[str, Any]]) -> str:
        """Render a page that is not in the navigation; its context is asked for where it must."""
        texts = _texts(page)
        kind = _kind(page, texts)
        shell = self._shells.get(kind)
        if shell is not None:
            return shell.filled(texts)
        whole = super().render(given := context())
        if kind not in self._shells:
            self._shells[kind] = self._shell(given, texts, whole)
        return whole

    def probe(
        self, config: MkDocsConfig, depth: int, context: Callable[[Finished], Mapping[str, Any]]
    ) -> str:
        """Render a page with a mark for each text that a page can have, so many folders down."""
        name = "/".join(["probe"] * max(depth, 1)) + ".md"
        file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        page = Finished(None, file, config)
        page.meta = {"hide": ["navigation", "toc"], "follow": [dict.fromkeys(WAY, "x")]}
        page.meta |= dict.fromkeys(("title", "description", "card", "refresh"), "x")
        page.content = _HEADING
        return str(super().render({**context(page), "page": _marked(page, _texts(page))}))

    def _shell(self, context: Mapping[str, Any], texts: Texts, whole: str) -> Shell | None:
        """Render a page with marks; return it cut at them if, filled, it is the whole page."""
        marked = super().render({**context, "page": _marked(context["page"], texts)})
        shell = Shell(tuple(_MARK.split(marked)))
        known = texts.keys() >= set(shell.pieces[1::2])
        return shell if known and shell.filled(texts) == whole else None


def _is_listed(page: Finished) -> bool:
    """Whether the navigation, in which the theme marks the page that is open, has it."""
    return page.file.inclusion is not InclusionLevel.NOT_IN_NAV


def _texts(page: Finished) -> Texts:
    content = page.content or ""
    found = {"content" + _HEADING * (_HEADING in content): content}
    found |= {name: getattr(page, name) or "" for name in ("canonical_url", "edit_url")}
    found |= {f"meta {key}": text for key, text in page.meta.items() if isinstance(text, str)}
    for number, way in enumerate(page.meta.get("follow", ())):
        found |= {f"follow {number} {key}": text for key, text in way.items()}
    return {name: text for name, text in found.items() if text}


def _kind(page: Finished, texts: Texts) -> Kind:
    entities = tuple(n for n, text in texts.items() if "&" in text and not n.startswith("content"))
    return page.url.rstrip("/").rpartition("/")[0], tuple(texts), entities


def _marked(page: Finished, texts: Texts) -> Finished:
    """Return a page with marks in place of its texts."""
    marked = copy.copy(page)
    marked.meta = copy.deepcopy(page.meta)
    for name in texts:
        mark = f"\ue000{name}\ue001"
        match name.split():
            case ["meta", key]:
                marked.meta[key] = mark
            case ["follow", number, key]:
                marked.meta["follow"][int(number)][key] = mark
            case ["canonical_url" | "edit_url"]:
                setattr(marked, name, mark)
            case _:
                marked.content = mark
    return marked


def _squeezed(html: str) -> str:
    """Leave out blank lines and indents."""
    return _BLANK.sub(lambda found: found[1] or "\n", html)
