"""Questions put to a person, each answer checked before the next is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import typer
from rich.text import Text

from generator import console
from generator.authoring.page import Answer, id_for, kind_for
from generator.authoring.questions import SOURCE, Question
from generator.content import PAGES, Source, spelling
from generator.content.frontmatter import Document, Value
from generator.content.nearest import few
from generator.content.schema import Strict
from generator.content.validate import typed
from generator.errors import Finding

Names = Callable[[str], Mapping[str, str]]


def ask(
    questions: Sequence[Question], folder: str, given: Mapping[str, Answer], names: Names
) -> dict[str, Answer]:
    """Return all answers: those that are given, and those that the person gives."""
    said = dict(given)
    for question in questions:
        if question.key not in given:
            answer = _answer(question, folder, names)
            if answer:
                said[question.key] = answer
    return said


def choose(lines: Sequence[str]) -> int:
    """Have a person pick one of several; return its place, from 0."""
    for number, line in enumerate(lines, start=1):
        console.say(f"{number:>3}  {line}")
    while True:
        said = _prompt("Which one")
        if said.isdecimal() and 1 <= int(said) <= len(lines):
            return int(said) - 1
        console.say(f"Write a number from 1 to {len(lines)}.", "yellow")


def _answer(question: Question, folder: str, names: Names) -> Answer:
    """Ask until the answer is one that the page can hold, or empty where it need not be there."""
    while True:
        said = _prompt(question.asks)
        if not said and not question.needed:
            return ""
        parts = [part.strip() for part in said.split(",")] if question.many else [said]
        if question.folder:
            found = [_picked(part, names(question.folder)) for part in parts if part]
            answer: Answer = tuple(dict.fromkeys(one for one in found if one))
            return answer if question.many else next(iter(answer), "")
        answer = tuple(part for part in parts if part) if question.many else said
        answer = _mended(question.key, folder, answer)
        problems = _problems(question.key, folder, answer)
        if not problems and answer:
            return answer
        for problem in problems:
            console.say(f"  {problem.message}. {problem.fix}", "yellow")


def _mended(key: str, folder: str, answer: Answer) -> Answer:
    """Write a date or a kind as it is to be written, and say so."""
    if not isinstance(answer, str):
        return answer
    right: str | None = None
    if key in ("date", "published"):
        right = spelling.date(answer)
    elif key == "kind" and folder == "entries":
        right = kind_for(answer)
    if right is None or right == answer:
        return answer
    console.say(f"  taken as {right}")
    return right


def _problems(key: str, folder: str, answer: Answer) -> tuple[Finding, ...]:
    """Return what the schema has against an answer."""
    model: type[Strict] = Source if folder == "entries" and key in SOURCE else PAGES[folder]
    if key not in model.model_fields:
        return ()
    value: Value = (
        [*answer] if isinstance(answer, tuple) else [answer] if key == "quotes" else answer
    )
    found = typed(model, Document(meta={key: value}, body=""), "")
    if not isinstance(found, tuple):
        return ()
    return tuple(one for one in found if one.field.partition(".")[0] == key and one.code != "E011")


def _picked(said: str, names: Mapping[str, str]) -> str | None:
    """Return the id that is meant, asking where no page has that name; None to leave it out."""
    found = id_for(said, names)
    while found is None:
        near = list(dict.fromkeys(names[name] for name in few(said.casefold(), names)))
        listed = ", ".join(f"{number} {own}" for number, own in enumerate(near, start=1))
        console.say(f"  No page is called {said!r}.{f' Near to it: {listed}.' if near else ''}")
        answer = _prompt("  A number, another name, or nothing to leave it out")
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(near):
            return near[int(answer) - 1]
        said, found = answer, id_for(answer, names)
    return found


def _prompt(text: str) -> str:
    try:
        return console.err.input(Text(f"{console.plain(text)}: ")).strip()
    except EOFError as error:
        raise typer.Abort from error
