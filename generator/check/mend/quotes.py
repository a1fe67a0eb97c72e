"""Quotes that differ from their report in the shape of its marks alone, and stand there once."""

from __future__ import annotations

import re

from generator.check.mend.nodes import Edit, nodes, written
from generator.check.sources import JOIN
from generator.check.subject import Texts
from generator.content.frontmatter import Document

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
"""Marks that a keyboard, a word processor and a newspaper write each in their own way."""
_QUOTE = re.compile(r"sources\.(\d+)\.quotes\.\d+(?:\.exact)?")
_AROUND = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'


def quotes(front: str, document: Document, texts: Texts) -> tuple[list[Edit], list[str]]:
    """Return where to write what instead, and what to say of it."""
    edits: list[Edit] = []
    said: list[str] = []
    for key, node in nodes(front).items():
        match = _QUOTE.fullmatch(key)
        if match is None or node.value is None or node.style in ("|", ">"):
            continue
        text = _report(document, int(match[1]), texts)
        passage = " ".join(node.value.split())
        found = as_printed(passage, text) if text else None
        if found is not None and found != passage:
            edits.append((node.start, node.end, written(found, node)))
            said.append(f"{key}: the marks are now those of the report")
    return edits, said


def as_printed(passage: str, text: str) -> str | None:
    """Return a passage as its report has it, whose white space is folded; None where it has not."""
    for wanted in (passage, passage.strip(_AROUND).strip()):
        parts = [_part(part, text) for part in JOIN.split(wanted)]
        if parts and all(parts):
            joints = JOIN.findall(wanted)
            rest = zip(joints, parts[1:], strict=True)
            return (parts[0] or "") + "".join(f"{joint}{part}" for joint, part in rest)
    return None


def _part(part: str, text: str) -> str | None:
    if not part or part in text:
        return part or None
    plain, wanted = text.translate(_ALIKE), part.translate(_ALIKE)
    at = plain.find(wanted)
    if at < 0 or plain.find(wanted, at + 1) >= 0:
        return None
    return text[at : at + len(wanted)]


def _report(document: Document, at: int, texts: Texts) -> str | None:
    sources = document.meta.get("sources")
    source = sources[at] if isinstance(sources, list) and at < len(sources) else None
    report = source.get("report") if isinstance(source, dict) else None
    text = texts(" ".join(report.split())) if isinstance(report, str) else None
    return None if text is None else " ".join(text.split())
