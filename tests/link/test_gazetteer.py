import sqlite3
from pathlib import Path

import pytest

from generator.link import gazetteer
from generator.link.gazetteer import region_of, regions, town_id, towns
from generator.link.pages import printed


def test_towns_are_found_by_their_names_the_largest_first() -> None:
    found = towns("Córdoba")
    assert [town.country for town in found[:2]] == ["AR", "ES"]
    assert towns("cordoba") == found
    assert towns("Qwertyville") == ()


def test_ids_are_plain_for_the_largest_and_tell_the_others_apart() -> None:
    ids = [town_id(town) for town in towns("Springfield")]
    assert len(ids) == len(set(ids))
    assert town_id(towns("Batumi")[0]) == "batumi"
    assert town_id(next(t for t in towns("Paris") if t.country == "US")) == "paris-us"


def test_regions_are_found_with_and_without_their_kind() -> None:
    assert [region.id for region in regions()["odesa"]] == ["odesa-oblast"]
    assert [region.id for region in regions()["odesa oblast"]] == ["odesa-oblast"]
    region = region_of("UA", "17")
    assert region is not None
    assert region.name == "Odesa Oblast"


def test_the_file_is_built_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE place (name TEXT)")
        raise KeyboardInterrupt

    monkeypatch.setattr(gazetteer, "_fill", breaks)
    with pytest.raises(KeyboardInterrupt):
        gazetteer._build(tmp_path / "towns.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_names_are_printed_without_the_marks_of_another_script() -> None:
    def name(town: str, country: str) -> str:
        return next(printed(t) for t in towns(town) if t.country == country)

    assert name("Tulkarm", "PS") == "Tulkarm"
    assert name("Sanliurfa", "TR") == "Şanlıurfa"
