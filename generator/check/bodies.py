"""Bodies are Markdown, and what the site would strip from them is said beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.subject import Subject
from generator.errors import Finding
from generator.lexicons import lines

_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")


def tags_are_kept(subject: Subject) -> Iterator[Finding]:
    """Find HTML that the site does not take over, code aside; each tag once a page."""
    allowed = frozenset(lines("html_allowed"))
    for page in subject.pages():
        text = _CODE.sub(lambda code: "\n" * code.group().count("\n"), page.body)
        seen: set[str] = set()
        for tag in _TAG.finditer(text):
            name = tag[1].lower()
            if name in allowed or name in seen:
                continue
            seen.add(name)
            line = page.start + text.count("\n", 0, tag.start())
            message = f"`<{name}>` is HTML that the site strips"
            fix = "Write it in Markdown, or between backticks."
            yield Finding(f"{subject.name}/{page.path}", line, "", "E015", message, fix)
