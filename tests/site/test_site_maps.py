"""Small maps: what part of the world they show, and what is named and linked on them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shapely import Point

from generator import site
from generator.content import Chronology, Page, PlacePage, load
from generator.site import Options
from generator.site.maps import SmallMap, SmallMaps, Wanted
from generator.site.maps.countries import country_name
from generator.site.maps.land import Country
from generator.site.maps.sheet import sheet

# A square of land between 0 and 40 degrees east and 10 and 40 north, in two halves that share one
# border; and an island on both sides of the date line.
ARCS = [
    [[20, 10], [0, 30]],
    [[20, 40], [-20, 0], [0, -30], [20, 0]],
    [[20, 10], [20, 0], [0, 30], [-20, 0]],
    [[175, 20], [5, 0], [-355, 0], [0, 15], [355, 0], [-5, 0], [0, -15]],
]
WEST, EAST, ISLAND = [[0, 1]], [[2, -1]], [[3]]
NUMBERS = {"Westmark": ("804", WEST), "Eastmark": ("616", EAST), "Isle of Dawn": ("554", ISLAND)}


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle with a world of three countries."""
    countries = [
        {"type": "Polygon", "arcs": arcs, "id": number, "properties": {"name": name}}
        for name, (number, arcs) in NUMBERS.items()
    ]
    land = {"type": "MultiPolygon", "arcs": [[[1, 2]], ISLAND]}
    return filed(tmp_path_factory.mktemp("bundle"), ARCS, countries, land, 1)


def filed(
    folder: Path, arcs: list[list[list[int]]], countries: list[Any], land: Any, scale: float
) -> Path:
    """Make a folder the bundle of a world."""
    objects = {
        "countries": {"type": "GeometryCollection", "geometries": countries},
        "land": {"type": "GeometryCollection", "geometries": [land]},
    }
    world = {
        "type": "Topology",
        "arcs": arcs,
        "objects": objects,
        "transform": {"scale": [scale, scale], "translate": [0, 0]},
    }
    (folder / "files").mkdir()
    (folder / "files" / "countries-50m.json").write_text(json.dumps(world))
    return folder


def place(name: str, lat: float | None, lon: float | None, **more: str) -> Page[PlacePage]:
    meta = PlacePage.model_validate(
        {"name": name, "kind": "city", "country": "UA", "lat": lat, "lon": lon, **more}
    )
    key = name.lower().replace(" ", "-")
    return Page(id=key, path=f"places/{key}.md", meta=meta, body="", lines={})


PLACES = {
    page.id: page
    for page in (
        place("Millbrook", 25, 10),
        place("Mill Lane", 25.1, 10.1),
        place("Farley", 24, 16),
        place("Dawn Bay", 25, 179),
        place("Dusk Bay", 25, -179),
        place("Westmark", 25, 10, kind="country"),
        place("Nowhere", None, None),
        place("The East", 25, 30, kind="region", country=""),
    )
}


@pytest.fixture
def maps(bundle: Path) -> SmallMaps:
    return SmallMaps(PLACES, bundle, "en")


def drawn(maps: SmallMaps, found: Wanted | None) -> SmallMap:
    assert found is not None
    return maps.drawn(found)


def test_a_place_without_a_position_has_no_map(maps: SmallMaps) -> None:
    assert maps.of(["nowhere"]) is None
    assert drawn(maps, maps.of(["nowhere", "millbrook"])).told == "Millbrook"


def test_a_continent_is_no_point(maps: SmallMaps) -> None:
    assert maps.of(["the-east"]) is None


def test_without_the_bundle_there_is_no_map(tmp_path: Path) -> None:
    assert SmallMaps(PLACES, None, "en").of(["millbrook"]) is None
    assert SmallMaps(PLACES, tmp_path, "en").of(["millbrook"]) is None


def test_places_stand_where_they_lie(maps: SmallMaps) -> None:
    found = drawn(maps, maps.of(["millbrook", "farley"]))
    spots = {spot.name: spot for spot in found.spots}

    assert 0 < spots["Millbrook"].x < spots["Farley"].x < found.width
    assert 0 < spots["Millbrook"].y < spots["Farley"].y < found.height


def test_places_on_both_sides_of_the_date_line_stand_side_by_side(maps: SmallMaps) -> None:
    found = drawn(maps, maps.of(["dusk-bay", "dawn-bay"]))
    spots = {spot.name: spot for spot in found.spots}

    assert 0 < spots["Dusk Bay"].x - spots["Dawn Bay"].x < found.width / 4
    assert found.land.count("M") == 1  # the island in one piece


def test_a_country_is_drawn_whole_and_has_no_dot(maps: SmallMaps) -> None:
    found = drawn(maps, maps.of(["westmark"]))

    assert found.country
    assert [(spot.name, spot.dot) for spot in found.spots] == [("Westmark", False)]
    assert drawn(maps, maps.of(["millbrook"])).country == ""


def test_a_border_that_two_countries_share_is_drawn_once(maps: SmallMaps) -> None:
    found = drawn(maps, maps.of(["westmark"]))

    assert found.borders.count("M") == 1


def test_countries_around_are_named_once(maps: SmallMaps) -> None:
    assert "Westmark" in {name for *_, name in drawn(maps, maps.of(["millbrook"])).names}
    assert "Westmark" not in {name for *_, name in drawn(maps, maps.of(["westmark"])).names}


def test_of_places_upon_each_other_one_leads_to_its_page(maps: SmallMaps) -> None:
    found = drawn(maps, maps.of(["millbrook", "mill-lane"]))

    assert sorted(spot.path or "" for spot in found.spots) == ["", "places/millbrook.md"]


def test_what_lies_within_upon_a_place_is_left_out_of_its_own_map(maps: SmallMaps) -> None:
    found = drawn(maps, maps.around("millbrook", ["mill-lane", "farley"]))

    assert [(spot.name, spot.path) for spot in found.spots] == [
        ("Farley", "places/farley.md"),
        ("Millbrook", None),
    ]


def test_of_what_is_kept_a_map_is_drawn_without_the_world_unless_it_outlines_a_country(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, str] = {}

    def keep(depends: object, make: Callable[[], str]) -> str:
        key = repr(depends)
        kept[key] = kept.get(key) or make()
        return kept[key]

    outlined = set()
    for place in PLACES:
        maps = SmallMaps(PLACES, bundle, "en", keep)
        if wanted := maps.of([place]):
            drawn = maps.drawn(wanted)
            outlined.add(maps.outlines(wanted))
            with monkeypatch.context() as patch:
                if not maps.outlines(wanted):
                    patch.delattr(SmallMaps, "_terrain")
                assert SmallMaps(PLACES, bundle, "en", keep).drawn(wanted) == drawn
    assert outlined == {False, True}


def test_names_do_not_lie_on_each_other(maps: SmallMaps) -> None:
    found = drawn(maps, maps.of(["millbrook", "mill-lane", "farley"]))
    bases = [spot.label[1] for spot in found.spots if spot.label]

    assert len(bases) == len(set(bases)) > 1


def test_land_that_is_drawn_coarser_does_not_cross_itself(tmp_path: Path) -> None:
    """A bay from the north nearly reaches a bend of the south coast, which is made straight."""
    south = [[0, 1000], [2000, -2], [2000, 2]]
    north = [
        [4000, 1000],
        [0, 2000],
        [-1900, 0],
        [-100, -2001],
        [-100, 2001],
        [-1900, 0],
        [0, -2000],
    ]
    land = {"type": "Polygon", "arcs": [[0, 1]]}
    named = land | {"id": "804", "properties": {"name": "Westmark"}}
    found = sheet(filed(tmp_path, [south, north], [named], land, 0.01), 12.0, 480)

    for layer in (found.land, found.countries):
        assert {part.is_valid for part in layer.tree.geometries} == {True}


def test_paths_are_such_that_a_browser_reads(maps: SmallMaps) -> None:
    step = r"-?\d+(?: |-)\d+"
    path = re.compile(rf"(?:M{step}l{step}(?:(?: |(?=-)){step})*z?)*")
    for names in (["millbrook"], ["westmark"], ["dawn-bay", "millbrook"]):
        found = drawn(maps, maps.of(names))
        assert path.fullmatch(found.land)
        assert path.fullmatch(found.borders)
        assert path.fullmatch(found.country)


def test_country_names_are_those_of_the_language() -> None:
    lands = [("Ukraine", "804"), ("Kosovo", ""), ("Somaliland", "")]
    shown = [Country(name=name, number=number, shape=Point()) for name, number in lands]
    assert [country_name(each, "en") for each in shown] == ["Ukraine", "Kosovo", "Somaliland"]
    assert [country_name(each, "uk") for each in shown] == ["Україна", "Косово", ""]


def test_the_pages_of_entries_and_places_have_their_map(
    bundle: Path, chronology: Chronology
) -> None:
    pages = {page.path: page.html for page in site.pages(chronology, Options(bundle=bundle))}

    entry = pages["2025/2025-03-03-dockers-walk-out.md"]
    assert 'role="group" aria-label="Map: ' in entry
    assert '<a href="../../explore/?place=port-averly">' in entry
    assert "dl-map" in pages["places/port-averly.md"]
    assert "dl-map" not in pages["places/lake-tern.md"]


@pytest.fixture(scope="module")
def chronology(invented: Path) -> Chronology:
    return load(invented)[0]
