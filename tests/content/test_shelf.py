"""Values that lie in a temporary file."""

from __future__ import annotations

from generator.content.shelf import Shelf


def test_what_is_put_away_comes_back_by_its_number_however_it_is_asked_for() -> None:
    shelf = Shelf([("flood", 3), ("strike", None)])

    assert shelf[1] == ("strike", None)
    assert shelf.add(("trial", 2)) == 2
    assert list(shelf) == [("flood", 3), ("strike", None), ("trial", 2)]
    assert shelf[1:] == [("strike", None), ("trial", 2)]
    assert shelf[0] == ("flood", 3)
