"""The gold of our own making: types, and how its files are read.

All scalars are read as text (`NO` is Norway and `2021-07-15` a date as written); `null` is None.
A name, a kind, a mode or a `what` may give alternatives, divided by `|`. `also_actors`,
`also_places` and `also_figures` are right where they are found and no miss where they are not.
An `optional` event or name may be found or not. A `detail` event counts as found where another
event's quotes take it in. Times and names stand in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model import Span

FOLDER = Path(__file__).parent / "gold"
_SENTENCE_END = re.compile(r"(?<!\bDr)(?<!\bM[rs])(?<!\bOct)(?<!U\.S)[.!?][\"']?\s+(?=[\"A-Z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime(Span):
    """A time expression and the values that are right for it."""

    text: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldName(Span):
    """A name and what it stands for; kinds and names are alternatives."""

    text: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    country: str | None
    roles: tuple[str, ...]
    """Words that its role must have, as alternatives; empty where the text gives none."""
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """A figure of an event; `whats` are alternatives."""

    whats: tuple[str, ...]
    value: float
    bound: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent(Span):
    """An event; its span is its main sentence."""

    quote: str
    dates: tuple[str | None, ...]
    kinds: tuple[str, ...]
    modes: tuple[str, ...]
    actors: tuple[tuple[str, ...], ...]
    also_actors: tuple[tuple[str, ...], ...]
    places: tuple[tuple[str, ...], ...]
    also_places: tuple[tuple[str, ...], ...]
    figures: tuple[GoldFigure, ...]
    also_figures: tuple[GoldFigure, ...]
    optional: bool
    detail: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A few sentences with all that is to be read in them."""

    id: str
    subject: str
    published: str | None
    text: str
    times: tuple[GoldTime, ...]
    names: tuple[GoldName, ...]
    events: tuple[GoldEvent, ...]
    no_event: bool


def load(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Read all cases, in the order of the files."""
    return tuple(case for path in sorted(folder.glob("*.yml")) for case in _cases(path))


def _cases(path: Path) -> Iterable[Case]:
    # The base loader makes text of every scalar; nothing in it can run code.
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return [_case(row, data["subject"]) for row in data["cases"]]


def _case(row: Mapping[str, Any], subject: str) -> Case:
    text = row["text"].strip()
    places = _spans(text, [time["text"] for time in row["times"]], row["id"])
    names = _spans(text, [name["text"] for name in row["names"]], row["id"])
    return Case(
        id=row["id"],
        subject=subject,
        published=_null(row["published"]),
        text=text,
        times=tuple(
            GoldTime(
                start=span.start,
                end=span.end,
                text=time["text"],
                values=(time["value"], *time.get("accept", [])),
            )
            for time, span in zip(row["times"], places, strict=True)
        ),
        names=tuple(_name(name, span) for name, span in zip(row["names"], names, strict=True)),
        events=tuple(_event(event, text, row["id"]) for event in row.get("events", [])),
        no_event=row.get("no_event") == "true",
    )


def _spans(text: str, passages: Iterable[str], case: str) -> list[Span]:
    """Find each passage after the one before it."""
    found, at = [], 0
    for passage in passages:
        match = re.compile(rf"(?<!\w){re.escape(passage)}(?!\w)").search(text, at)
        if match is None:
            raise ValueError(f"{case}: {passage!r} does not stand in the text at its turn")
        found.append(Span(start=match.start(), end=match.end()))
        at = match.end()
    return found


def _name(row: Mapping[str, str], span: Span) -> GoldName:
    return GoldName(
        start=span.start,
        end=span.end,
        text=row["text"],
        kinds=tuple(row["kind"].split("|")),
        names=tuple(row.get("name", row["text"]).split("|")),
        country=row.get("country"),
        roles=tuple(row["role"].split("|")) if "role" in row else (),
        optional=row.get("optional") == "true",
    )


def _event(row: Mapping[str, Any], text: str, case: str) -> GoldEvent:
    start = text.find(row["quote"])
    if start < 0:
        raise ValueError(f"{case}: {row['quote']!r} does not stand in the text")
    end = _SENTENCE_END.search(text, start)
    names = {
        key: tuple(tuple(name.split("|")) for name in row.get(key, []))
        for key in ("actors", "also_actors", "places", "also_places")
    }
    return GoldEvent(
        start=start,
        end=end.start() + 1 if end else len(text),
        quote=row["quote"],
        dates=tuple(_null(date) for date in (row["date"], *row.get("accept", []))),
        kinds=tuple(row["kind"].split("|")),
        modes=tuple(row.get("mode", "occurrence").split("|")),
        figures=tuple(map(_figure, row.get("figures", []))),
        also_figures=tuple(map(_figure, row.get("also_figures", []))),
        optional=row.get("optional") == "true",
        detail=row.get("detail") == "true",
        **names,
    )


def _figure(row: Mapping[str, str]) -> GoldFigure:
    return GoldFigure(
        whats=tuple(row["what"].split("|")),
        value=float(row["value"]),
        bound=row.get("bound", "exactly"),
    )


def _null(text: str) -> str | None:
    return None if text == "null" else text
