from functools import cache
from pathlib import Path

import pytest
import yaml
from reading_gold import load
from scoring import read, score
from tallies import FIGURES, Tally, figures

pytestmark = pytest.mark.no_cover

FLOORS: dict[str, float] = yaml.safe_load(
    (Path(__file__).parent / "floors.yml").read_text(encoding="utf-8")
)
SLACK = 0.03
"""How far a figure may stand above its floor before the floor must follow."""


@cache
def _tallies() -> dict[str, Tally]:
    return score(read(load()))


def test_each_figure_has_a_floor_in_two_decimals() -> None:
    assert list(FLOORS) == list(FIGURES)
    assert [name for name, floor in FLOORS.items() if floor != round(floor, 2)] == []


@pytest.mark.parametrize("name", FIGURES)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    value, floor = figures(_tallies())[name], FLOORS[name]
    misses = "\n  ".join(_tallies()[name].misses)
    assert value >= floor, f"{name} is {value:.3f}, its floor {floor:.2f}; the misses:\n  {misses}"


@pytest.mark.parametrize("name", FIGURES)
def test_no_floor_lags_behind_its_figure(name: str) -> None:
    value, floor = figures(_tallies())[name], FLOORS[name]
    assert value <= floor + SLACK, (
        f"{name} is {value:.3f}, its floor {floor:.2f}: raise the floor in floors.yml "
        "(`python benchmarks/reading_gold.py --raise`)"
    )
