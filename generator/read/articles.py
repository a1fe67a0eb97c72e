"""One seed file to articles: which reader it wants, whose facts win, which ids are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.errors import Finding
from generator.model import Article
from generator.read.archives import READERS, records
from generator.read.decode import decode, normalise
from generator.read.facts import Draft, Facts, dated
from generator.read.files import kind_of
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
from generator.read.names import addressed, numbered, report_id
from generator.read.page import from_html
from generator.read.records import Outcome, from_json
from generator.read.sidecar import beside, in_front
from generator.read.sources import OnDisk, Source, load, stem_of
from generator.settings import ARTICLE_TEXT


def read(
    path: Path, *, root: Path | None = None
) -> tuple[tuple[Article, ...], tuple[Finding, ...]]:
    """Return the articles of one file, and what is wrong with it; nothing raises.

    `root` is the seeds folder; findings then name the file as seen from the folder's parent.
    """
    found = tuple(stream(OnDisk(path, _shown(path, root))))
    articles = tuple(item for item in found if isinstance(item, Article))
    return articles, tuple(sorted(item for item in found if isinstance(item, Finding)))


def _shown(path: Path, root: Path | None) -> str:
    if root is not None and path.is_relative_to(root.parent):
        return path.relative_to(root.parent).as_posix()
    return path.as_posix()


def stream(source: Source) -> Iterator[Article | Finding]:
    """Yield the articles of one file and what is wrong with it, each when it is come upon.

    The same article once more, as crawlers bring it, is passed over.
    """
    kind = kind_of(source.name)
    if isinstance(kind, Finding):
        yield kind
        return
    outcomes = _named(source, kind) if kind in READERS else _whole(source, kind)
    if isinstance(outcomes, Finding):
        yield outcomes
        return
    said, problems = beside(source)
    yield from problems
    met: dict[str, int] = {}
    empty = True
    for ident, outcome in outcomes:
        empty = False
        if isinstance(outcome, Finding):
            yield outcome
        elif ident not in met:
            met[ident] = hash(outcome.text)
            yield from _article(ident, outcome, said, source)
        elif met[ident] != hash(outcome.text):
            message = f"the id {ident!r} was given before in this file"
            yield finding(source.name, DUPLICATE, message, line=outcome.line, field="id")
    if empty:
        yield finding(source.name, EMPTY, "there is no article")


def _article(ident: str, draft: Draft, said: Facts, source: Source) -> Iterator[Article | Finding]:
    yield from draft.findings
    if len(draft.text) > ARTICLE_TEXT:
        message = f"the text is longer than {ARTICLE_TEXT:,} characters"
        yield finding(source.name, TOO_LARGE, message, line=draft.line)
        return
    facts = dated(said.over(draft.facts))
    yield draft.article(ident, source.name, facts)
    if facts.published is None:
        yield _undated(source.name, draft)


Named = tuple[str, Outcome]
"""What a reader gives, with the id that an article of it gets."""


def _named(source: Source, kind: str) -> Iterator[Named]:
    """Name the records of a file of many by what they call themselves, or by where they stand.

    The stem goes before an id, as records of many sources are numbered from 1 in every file.
    """
    stem = stem_of(source.name)
    for outcome in records(source, kind):
        if isinstance(outcome, Finding):
            yield "", outcome
        elif outcome.name:
            yield report_id(f"{stem}-{outcome.name}"), outcome
        elif outcome.facts.url:
            yield addressed(outcome.facts.url), outcome
        else:
            yield numbered(stem, outcome.line), outcome


def _whole(source: Source, kind: str) -> list[Named] | Finding:
    """Take in a file at once; the only article of one is named by its stem."""
    raw = load(source)
    if isinstance(raw, Finding):
        return raw
    text = decode(raw, declares=kind == "html")
    if text is None:
        return finding(source.name, NOT_TEXT, "the file holds bytes that are no text")
    stem, named = stem_of(source.name), list[Named]()
    outcomes = list(_READERS[kind](text, source.name))
    drafts = [outcome for outcome in outcomes if isinstance(outcome, Draft)]
    for number, draft in enumerate(drafts, start=1):
        if len(outcomes) == 1 or (len(drafts) == 1 and not draft.name):
            named.append((report_id(stem), draft))
        else:
            own = report_id(f"{stem}-{draft.name}") if draft.name else numbered(stem, number)
            named.append((own, draft))
    return [*named, *(("", outcome) for outcome in outcomes if isinstance(outcome, Finding))]


def _undated(name: str, draft: Draft) -> Finding:
    message = (
        "the publication date is nowhere said, so weekdays and words such as `overnight` "
        "stay unresolved"
    )
    fix = f"Add {stem_of(name)}.yml beside it with `published: YYYY-MM-DD`."
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
    "markdown": _from_markdown,
    "text": _from_text,
}
"""The reader of each other kind that `lexicons/article_formats.tsv` names."""
