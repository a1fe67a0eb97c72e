from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reading_of import read
from ruamel.yaml import YAML

from generator.model import EventMention, Figure

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("golden_events.yml"))


def words(figure: Figure) -> str:
    unit = f" {figure.unit}" if figure.unit else ""
    by = f" ({figure.by})" if figure.by else ""
    value = int(figure.value) if figure.value == int(figure.value) else figure.value
    return f"{figure.bound.value} {value} {figure.what}{unit}{by}"


def told(event: EventMention) -> tuple[str, str, str, bool, list[str]]:
    date = event.date.edtf if event.date else ""
    figures = [words(figure) for figure in event.figures]
    return event.kind, event.mode.value, date, event.background, figures


def expected(event: dict[str, Any]) -> tuple[str, str, str, bool, list[str]]:
    mode = event.get("mode", "occurrence")
    background = event.get("background", False)
    return event["kind"], mode, str(event["date"]), background, event.get("figures", [])


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_report_gives_the_events_that_it_tells_with_their_dates_and_figures(
    case: dict[str, Any],
) -> None:
    events = read(case["text"]).events
    assert [told(event) for event in events] == [expected(event) for event in case["events"]]


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case["events"]],
    ids=[case["text"][:60] for case in CASES if case["events"]],
)
def test_an_event_has_those_who_take_part_and_where_it_was(case: dict[str, Any]) -> None:
    for event, wanted in zip(read(case["text"]).events, case["events"], strict=True):
        assert {f"{a.actor} {a.role}" for a in event.arguments} >= set(wanted.get("actors", ()))
        assert set(event.places) >= set(wanted.get("places", ()))
