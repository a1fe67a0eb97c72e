"""Which proposals of several articles are one name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.link.same import Node, groups
from generator.model import Entity

WORDS = st.sampled_from(["Ana", "An", "A", "Ruiz", "Ruis", "Maro", "…"])
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def joined(*names: str) -> set[frozenset[str]]:
    """Return which persons of so many reports are one."""
    nodes = [
        Node(report=f"r{at}", entity=Entity(id=f"p{at}", name=name, kind="person"), count=1)
        for at, name in enumerate(names)
    ]
    return {frozenset(node.entity.name for node in group) for group in groups(nodes)}


def test_a_short_form_joins_the_only_longer_one() -> None:
    assert joined("Ruiz", "Ana Ruiz", "Maro") == {
        frozenset({"Ruiz", "Ana Ruiz"}),
        frozenset({"Maro"}),
    }
    assert joined("Ruiz", "Ana Ruiz", "Ben Ruiz") == {
        frozenset({name}) for name in ("Ruiz", "Ana Ruiz", "Ben Ruiz")
    }


def test_a_name_of_signs_alone_joins_none() -> None:
    assert joined("…", "Ana Ruiz", "Ruiz …") >= {frozenset({"…"})}


@given(st.lists(NAMES, min_size=1, max_size=8), NAMES)
def test_names_that_share_no_end_leave_each_other_alone(names: list[str], other: str) -> None:
    apart = "Zoltan Keke"

    assert joined(*names, other) | {frozenset({apart})} == joined(*names, other, apart)
