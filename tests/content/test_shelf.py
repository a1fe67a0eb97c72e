"""Values that lie in a temporary file."""

from __future__ import annotations

from generator.content.shelf import Shelf, Shelved
from generator.spreading import spread


def test_what_is_put_away_comes_back_by_its_number_however_it_is_asked_for() -> None:
    shelf = Shelf([("flood", 3), ("strike", None)])

    assert shelf[1] == ("strike", None)
    assert shelf.add(("trial", 2)) == 2
    assert list(shelf) == [("flood", 3), ("strike", None), ("trial", 2)]
    assert shelf[1:] == [("strike", None), ("trial", 2)]
    assert shelf[0] == ("flood", 3)


def test_what_is_put_away_by_name_comes_back_in_the_order_of_names_and_may_be_replaced() -> None:
    shelved = Shelved[list[int]]()
    shelved["strike"] = [1]
    shelved["flood"] = [2]
    shelved["strike"] = [3]

    shelved["flood"].append(9)

    assert dict(shelved) == {"flood": [2], "strike": [3]}
    assert [*shelved] == ["flood", "strike"]
    del shelved["flood"]
    assert "flood" not in shelved
    assert len(shelved) == 1


def test_forked_processes_read_one_file_at_once() -> None:
    values = [f"{number} " * 200 for number in range(2000)]
    shelf = Shelf(values)

    assert list(spread(shelf.__getitem__, range(len(values)), workers=4)) == values
