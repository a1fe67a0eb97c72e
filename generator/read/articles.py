"""One seed file to articles: which reader it wants, whose facts win, which ids are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.errors import Finding
from generator.model import Article, Publication
from generator.read.dates import in_address
from generator.read.decode import decode, normalise
from generator.read.facts import Draft, Facts
from generator.read.files import kind_of, load
from generator.read.findings import (
    DUPLICATE,
    EMPTY,
    NO_DATE,
    NOT_TEXT,
    TOO_LARGE,
    finding,
)
from generator.read.header import header
from generator.read.markdown import from_markdown
from generator.read.names import numbered, report_id
from generator.read.page import from_html
from generator.read.records import Outcome, from_json, from_lines
from generator.read.sidecar import beside, in_front
from generator.settings import ARTICLE_TEXT


def read(
    path: Path, *, root: Path | None = None
) -> tuple[tuple[Article, ...], tuple[Finding, ...]]:
    """Return the articles of one file, and what is wrong with it; nothing raises.

    `root` is the seeds folder; findings then name the file as seen from the folder's parent.
    """
    name = _shown(path, root)
    kind = kind_of(path, name)
    raw = load(path, name) if isinstance(kind, str) else kind
    if isinstance(raw, Finding) or isinstance(kind, Finding):
        return (), (raw,) if isinstance(raw, Finding) else ()
    text = decode(raw, declares=kind == "html")
    if text is None:
        return (), (finding(name, NOT_TEXT, "the file holds bytes that are no text"),)
    said, problems = beside(path, name)
    outcomes = list(_READERS[kind](text, name)) or [finding(name, EMPTY, "there is no article")]
    findings = [*problems, *(item for item in outcomes if isinstance(item, Finding))]
    drafts = [item for item in outcomes if isinstance(item, Draft)]
    articles, more = _articles(
        drafts, said, path, name, alone=kind != "jsonl" and len(outcomes) == 1
    )
    return articles, tuple(sorted([*findings, *more]))


def _shown(path: Path, root: Path | None) -> str:
    if root is not None and path.is_relative_to(root.parent):
        return path.relative_to(root.parent).as_posix()
    return path.as_posix()


def _articles(
    drafts: list[Draft], said: Facts, path: Path, name: str, *, alone: bool
) -> tuple[tuple[Article, ...], list[Finding]]:
    articles: dict[str, Article] = {}
    findings: list[Finding] = []
    for number, draft in enumerate(drafts, start=1):
        facts = _dated(said.over(draft.facts))
        findings += draft.findings
        ident = _ident(
            path.stem, draft, number, alone=alone or (len(drafts) == 1 and not draft.name)
        )
        if ident in articles:
            message = f"the id {ident!r} was given before in this file"
            findings.append(finding(name, DUPLICATE, message, line=draft.line, field="id"))
            continue
        if len(draft.text) > ARTICLE_TEXT:
            message = f"the text is longer than {ARTICLE_TEXT:,} characters"
            findings.append(finding(name, TOO_LARGE, message, line=draft.line))
            continue
        articles[ident] = draft.article(ident, path.as_posix(), facts)
        if facts.published is None:
            findings.append(_undated(path, name, draft))
    return tuple(articles.values()), findings


def _ident(stem: str, draft: Draft, number: int, *, alone: bool) -> str:
    """Return the report's id: the stem of its file, and in a file of several the record's own id.

    The stem goes first, as records of many sources are numbered from 1 in every file.
    """
    if alone:
        return report_id(stem)
    return report_id(f"{stem}-{draft.name}") if draft.name else numbered(stem, number)


def _dated(facts: Facts) -> Facts:
    """Take the day in the article's address where nothing else dates it."""
    found = in_address(facts.url)
    if facts.published is not None or found is None:
        return facts
    published = Publication(date=found.date, evidence=found.words, origin="metadata")
    return Facts(published=published).over(facts)


def _undated(path: Path, name: str, draft: Draft) -> Finding:
    message = (
        "the publication date is nowhere said, so weekdays and words such as `overnight` "
        "stay unresolved"
    )
    fix = f"Add {path.stem}.yml beside it with `published: YYYY-MM-DD`."
    if draft.line:
        fix = "Give the record `published` with YYYY-MM-DD."
    return finding(name, NO_DATE, message, line=draft.line, field="published", fix=fix)


def _from_text(source: str, name: str) -> Iterator[Outcome]:
    text = normalise(source)
    if not text.strip():
        yield finding(name, EMPTY, "the file holds no text")
        return
    yield Draft(text=text, facts=header(text))


def _from_markdown(source: str, name: str) -> Iterator[Outcome]:
    facts, body, findings = in_front(normalise(source), name)
    text = normalise(from_markdown(body))
    yield from findings
    if not text.strip():
        yield finding(name, EMPTY, "there is no text under the front matter")
        return
    yield Draft(text=text, facts=facts.over(header(text)))


def _from_html(source: str, name: str) -> Iterator[Outcome]:
    draft, findings = from_html(source, name)
    yield from findings
    if draft:
        yield draft


_READERS = {
    "html": _from_html,
    "json": from_json,
    "jsonl": from_lines,
    "markdown": _from_markdown,
    "text": _from_text,
}
"""The reader of each kind that `lexicons/article_formats.tsv` names."""
