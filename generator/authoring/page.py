"""From answers to a page: its front matter, its id, what is wrong with it, and its file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import check, write
from generator.authoring.questions import QUESTIONS, SOURCE
from generator.check import Texts
from generator.content import PAGES, ids, spelling
from generator.content.called import names_in
from generator.content.frontmatter import Document
from generator.content.nearest import nearest
from generator.content.plain import plain
from generator.content.tree import files
from generator.content.validate import typed
from generator.errors import Finding
from generator.lexicons import table

Answer = str | tuple[str, ...]
_DATES = ("date", "published")
_RULE = ("kinds", "terms")
_SURE = 0.8
"""Likeness from which a kind is taken for a slip of the lexicon's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known of a page that is to be."""

    said: Mapping[str, Answer] = field(default_factory=dict)
    """By the keys of the questions."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Front matter of a draft that an article gave, which `said` goes over."""
    body: str = ""
    """Its body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A page that does not stand yet."""

    path: str
    """Under the content folder."""
    text: str
    """Whole; empty where the schema refuses it."""
    findings: tuple[Finding, ...]
    """What is wrong with it."""


def known(content: Path) -> Callable[[str], Mapping[str, str]]:
    """Return what finds the ids of a folder's pages by id and by name in small letters."""
    return names_in(content, files(content)[0] if content.is_dir() else ())


def drafted(
    folder: str,
    answers: Answers,
    content: Path,
    *,
    own: str = "",
    texts: Texts = lambda _: None,
    more: Collection[str] = (),
) -> Drafted:
    """Make a page of answers, and judge it as `check` would; `more` pages are written with it."""
    model = PAGES[folder]
    meta = _meta(folder, answers)
    name = own or _id(folder, meta, content)
    path = ids.entry_path(name) if folder == "entries" else f"{folder}/{name}.md"
    if not ids.is_id(name):
        fix = f"Write `{ids.slug(name)}`: lower-case ASCII, joined by hyphens."
        finding = Finding(content.name, 0, "id", "E014", f"{name[:80]!r} is not an id", fix)
        return Drafted(path=path, text="", findings=(finding,))
    page = typed(model, Document(meta=meta, body=""), f"{content.name}/{path}")
    if isinstance(page, tuple):
        return Drafted(path=path, text="", findings=page)
    said = answers.said.get("body")
    body = said.strip() if isinstance(said, str) and said.strip() else answers.body
    try:
        text = write.render(plain(page), _lines(body), model)
    except write.UnwritableError as error:
        finding = Finding(f"{content.name}/{path}", 0, "", "E201", f"not written: {error}", "")
        return Drafted(path=path, text="", findings=(finding,))
    found = check.judge(content, path, text, texts=texts, more=more)
    return Drafted(path=path, text=text, findings=found)


def write_down(content: Path, page: Drafted, more: Mapping[str, str]) -> tuple[Path, ...]:
    """Write a page, and proposed pages of names that have none, where nothing stands yet."""
    content.mkdir(parents=True, exist_ok=True)
    missing = {path: text for path, text in more.items() if not (content / path).exists()}
    return write.put(content, {page.path: page.text, **missing}, new=True)


def kind_for(said: str) -> str | None:
    """Return the kind of the lexicon that is meant; None where none is near."""
    kinds = [*(row[0] for row in table("en/event_kinds")), "planned"]
    wanted = ids.slug(said)
    return wanted if wanted in kinds else nearest(wanted, kinds, likeness=_SURE)


def id_for(said: str, names: Mapping[str, str]) -> str | None:
    """Return the id of the page that is meant by an id or a name; None where there is none."""
    folded = " ".join(said.split()).casefold()
    slug = ids.slug(folded) if folded else ""
    return names.get(folded) or (slug if slug in names else None)


def _meta(folder: str, answers: Answers) -> dict[str, Any]:
    """Put answers into front matter, dates in their right spelling."""
    meta = dict(answers.fields)
    source: dict[str, Any] = {}
    rule: dict[str, Any] = {}
    keys = {question.key for question in QUESTIONS[folder]} | {*SOURCE, "status"}
    for key, value in answers.said.items():
        if key == "body" or key not in keys or not value:
            continue
        said = list(value) if isinstance(value, tuple) else _dated(key, value)
        if folder == "entries" and key in SOURCE:
            source["title" if key == "source_title" else key] = said
        elif folder == "topics" and key in _RULE:
            rule[key] = said
        else:
            meta[key] = said
    if isinstance(source.get("quotes"), str):
        source["quotes"] = [source["quotes"]]
    if source:
        first, *others = meta.get("sources") or [{}]
        meta["sources"] = [{**first, **source}, *others]
    if rule:
        meta["match"] = rule
    return meta


def _dated(key: str, value: str) -> str:
    return (spelling.date(value) or value) if key in _DATES else value


def _id(folder: str, meta: Mapping[str, Any], content: Path) -> str:
    title = str(meta.get("title") or meta.get("name") or "")
    if folder != "entries":
        return ids.slug(title)
    date = str(meta["date"]) if meta.get("date") else None
    try:
        stem = ids.prefix(date)
    except ValueError:
        stem = ids.UNDATED  # the schema says what is wrong with the date
    return ids.free(f"{stem}-{ids.slug(title)}", write.taken(content))


def _lines(body: str) -> str:
    """Return a body with plain line ends and no space at its ends."""
    return body.replace("\r\n", "\n").replace("\r", "\n").strip()
