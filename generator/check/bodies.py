"""Bodies are Markdown, and what the site shows as it was written is said beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.subject import Subject
from generator.errors import Finding
from generator.settings import BODY_NESTING

_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_NESTS = re.compile(r"[>*_]|[-+][ \t]|\d[.)][ \t]", re.ASCII)
"""What begins a quotation, an item or emphasis."""
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")


def tags_are_text(subject: Subject) -> Iterator[Finding]:
    """Find HTML, which the site takes for text, code aside; each tag once a page."""
    for page in subject.pages():
        text = _CODE.sub(lambda code: "\n" * code.group().count("\n"), page.body)
        seen: set[str] = set()
        for tag in _TAG.finditer(text):
            name = tag[1].lower()
            if name in seen:
                continue
            seen.add(name)
            line = page.start + text.count("\n", 0, tag.start())
            message = f"`<{name}>` is HTML, which the site shows as it is written"
            fix = "Write it in Markdown, or between backticks."
            yield Finding(f"{subject.name}/{page.path}", line, "", "E015", message, fix)


def nesting_is_bounded(subject: Subject) -> Iterator[Finding]:
    """Find bodies that are nested so deep that the site shows them as they were written."""
    for page in subject.pages():
        if _too_deep(page.body):
            path = f"{subject.name}/{page.path}"
            message = f"the body is nested {BODY_NESTING} levels deep or deeper"
            yield Finding(path, page.start, "", "E003", message, "Flatten it.")


def _too_deep(body: str) -> bool:
    # An item of a list has two levels and the text in it a third. The parser takes a tenth of a
    # second to load, which most changes need not wait for.
    if len(_NESTS.findall(body)) < BODY_NESTING // 2 - 2:
        return False
    from generator.content.markdown import parse

    return parse(body) is None
