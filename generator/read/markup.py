"""HTML to text in one pass, however deep or broken: the way out where a parser gives up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from generator.lexicons import lines

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,30}+)[^<>]{0,10000}>")
_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
_COMMENT_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<!": ">", "<?": ">"}
_BLOCKS = frozenset(lines("html_blocks"))
_HIDDEN = frozenset(lines("html_hidden"))
_RAW = frozenset({"script", "style", "template", "textarea", "title", "noscript", "iframe"})
"""Elements that end with their own closing tag only, whatever stands within."""

_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


def plain(source: str) -> str:
    """Return all text of a piece of markup that is not hidden, one block a line."""
    return _tidy("".join(_text(source)))


def story(source: str) -> str:
    """Return the text of a page: of its first `article` or `main` where that holds text."""
    lowered = source.lower()
    for name in ("article", "main"):
        start = lowered.find(f"<{name}")
        end = lowered.rfind(f"</{name}")
        if 0 <= start < end:
            text = plain(source[start:end])
            if len(text.split()) >= ENOUGH_WORDS:
                return text
    return plain(source)


ENOUGH_WORDS = 25
"""Words from which a text is taken for a story; the shortest of the sample has 130."""


def _text(source: str) -> Iterator[str]:
    hidden: list[str] = []
    at = 0
    lowered = source.lower()
    missing: set[str] = set()
    while at < len(source):
        plausible = _OPENING.search(source, at)
        opening = plausible.start() if plausible else len(source)
        if opening > at and not hidden:
            yield unescape(source[at:opening])
        if opening == len(source):
            return
        tag = _TAG.match(source, opening)
        if tag is None:
            at = _after_declaration(source, opening, missing)
            if at == opening + 1 and not hidden:
                yield "<"
            continue
        at = tag.end()
        name = tag[1].lower()
        closes, alone = source[opening + 1] == "/", tag[0].endswith("/>")
        if name in _RAW and not closes and not alone:
            at = _find(lowered, f"</{name}", at, missing)
        elif name in _HIDDEN and not alone:
            _toggle(hidden, name, closes=closes)
        if name in _BLOCKS:
            yield "\n"


def _toggle(hidden: list[str], name: str, *, closes: bool) -> None:
    if not closes:
        hidden.append(name)
    elif name in hidden:
        while hidden.pop() != name:
            pass


def _after_declaration(source: str, at: int, missing: set[str]) -> int:
    """Return where a comment or declaration ends; of anything else only the bracket is passed."""
    for begin, end in _COMMENT_ENDS.items():
        if source.startswith(begin, at):
            return _find(source, end, at + len(begin), missing) + len(end)
    return at + 1


def _find(text: str, mark: str, at: int, missing: set[str]) -> int:
    """Find a mark, or the end; one that is missing is looked for once, to stay linear."""
    if mark not in missing:
        found = text.find(mark, at)
        if found >= 0:
            return found
        missing.add(mark)
    return len(text)


def _tidy(text: str) -> str:
    text = _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip("\n ")
    return text.replace("\n", "\n\n")
