"""Corpora for `dateline read`: JSON Lines whose texts are taken as they stand.

Offsets into the given text must hold, so nothing is normalised or cleaned; ids stay as given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import Finding
from generator.model import Article, Publication
from generator.read.findings import BAD_DATE, BAD_RECORD, NO_DATE, UNREADABLE, finding
from generator.read.given import language, named, one_line
from generator.read.records import name_of, parse
from generator.settings import ARTICLE_LIMIT

_HALF_PAIR = re.compile("[\ud800-\udfff]")


def read_corpus(path: Path) -> tuple[tuple[Article, ...], tuple[Finding, ...]]:
    """Return the articles of a corpus, in its order, and what is wrong with its lines."""
    articles: list[Article] = []
    findings: list[Finding] = []
    name = path.as_posix()
    try:
        with path.open("rb") as file:
            for line, raw in _lines(file):
                article, problems = _article(raw, name, line)
                articles += [article] if article else []
                findings += problems
    except OSError as error:
        reason = error.strerror or str(error)
        findings.append(finding(name, UNREADABLE, f"the file cannot be opened: {reason}"))
    return tuple(articles), tuple(findings)


def _lines(file: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    for number, raw in enumerate(file, start=1):
        if raw.strip():
            yield number, raw


def _article(raw: bytes, path: str, line: int) -> tuple[Article | None, list[Finding]]:
    if len(raw) > ARTICLE_LIMIT:
        message = f"this line is longer than {ARTICLE_LIMIT:,} bytes"
        return None, [finding(path, BAD_RECORD, message, line=line)]
    value = parse(raw.decode("utf-8-sig", "replace"), path, line)
    if isinstance(value, Finding):
        return None, [value]
    if not isinstance(value, Mapping) or not isinstance(value.get("text"), str):
        return None, [finding(path, BAD_RECORD, "this line has no `text`", line=line)]
    published, problems = _published(value.get("published"), path, line)
    # Half of a surrogate pair cannot be written out again; one mark for it keeps the offsets.
    text = _HALF_PAIR.sub("\ufffd", value["text"])
    article = Article(
        id=_HALF_PAIR.sub("\ufffd", name_of(value.get("id")) or f"{Path(path).stem}-{line:04d}"),
        text=text,
        path=path,
        title=one_line(named(value.get("title"))),
        publisher=one_line(named(value.get("publisher"))),
        published=published,
        language=language(named(value.get("language"))) or "en",
    )
    return article, problems


def _published(value: object, path: str, line: int) -> tuple[Publication | None, list[Finding]]:
    if value in (None, ""):
        message = "this line has no `published`, so relative times stay unresolved"
        return None, [finding(path, NO_DATE, message, line=line, field="published")]
    try:
        day = dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        message = f"{str(value)[:60]!r} is not a calendar day"
        return None, [finding(path, BAD_DATE, message, line=line, field="published")]
    return Publication(date=day, evidence=str(value)[:100], origin="corpus"), []
