"""The registry that ships: the world's states and large organisations, and no one subject."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

import pytest

from generator import lexicons
from generator.link import starter
from generator.link.spelling import fold
from generator.link.world import states
from generator.model import Mention

Linked = Callable[..., tuple[Mention, ...]]

CITY_STATES = {"monaco", "singapore", "vatican-city"}
NO_STATES = {"antarctica", "hong-kong", "macau", "western-sahara"}
"""Lands among the states that have no capital of their own, or none agreed on."""
SHARED = {"opec": {"opec", "opec-plus"}}
"""Names that two organisations have and the words around tell apart: `OPEC`, `OPEC+`."""


def test_every_state_has_a_capital_and_a_word_for_its_own() -> None:
    named_by_their_state = {"dominica", "new-zealand", "republic-of-the-congo", "vatican-city"}
    for state in states().values():
        assert state.capital or state.id in CITY_STATES | NO_STATES, state.id
        assert state.adjectives or state.id in named_by_their_state | NO_STATES, state.id


def test_members_of_the_united_nations_and_disputed_states_are_there() -> None:
    listed = set(states()) - NO_STATES
    assert {"kosovo", "palestine", "taiwan", "vatican-city"} <= listed
    assert len(listed) >= 193 + 4


def test_a_name_belongs_to_one_organisation() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in lexicons.table("organisations"):
        for name in (row[1], *filter(None, row[2].split("|"))):
            owners[fold(name)].add(row[0])
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == SHARED


def test_no_organisation_has_the_name_of_a_state() -> None:
    world = starter().actors.values()
    own = {fold(name) for e in world if e.kind == "state" for name in (e.name, *e.aliases)}
    bodies = {fold(n) for e in world if e.kind == "organisation" for n in (e.name, *e.aliases)}
    assert own & bodies == set()


def test_ids_of_wikidata_are_well_formed_and_given_once() -> None:
    ids = [actor.wikidata for actor in starter().actors.values() if actor.wikidata]
    assert len(ids) >= 100
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UNFPA and UN Women asked for midwives.", ["united-nations-population-fund", "un-women"]),
        (
            "The EBRD and the European Investment Bank lent money.",
            ["european-bank-for-reconstruction-and-development", "european-investment-bank"],
        ),
        ("CARICOM envoys met on Friday.", ["caribbean-community"]),
        (
            "The Permanent Court of Arbitration and ITLOS took up the case.",
            ["permanent-court-of-arbitration", "international-tribunal-for-the-law-of-the-sea"],
        ),
        (
            "The OPCW and the Norwegian Refugee Council were told.",
            ["organisation-for-the-prohibition-of-chemical-weapons", "norwegian-refugee-council"],
        ),
        ("A probe by CNES and the CNSA landed.", ["cnes", "china-national-space-administration"]),
        ("The Swiss National Bank held its rate.", ["swiss-national-bank"]),
        ("The Riksbank and the RBA cut theirs.", ["riksbank", "reserve-bank-of-australia"]),
        ("World Athletics banned the sprinter.", ["world-athletics"]),
        ("Météo-France warned of storms.", ["meteo-france"]),
        ("The ECDC and the Africa CDC counted cases.",
         ["european-centre-for-disease-prevention-and-control", "africa-cdc"]),
        ("The Chinese military began a drill.", ["peoples-liberation-army"]),
    ],
)  # fmt: skip
def test_large_bodies_of_every_kind_are_known(linked: Linked, text: str, wanted: list[str]) -> None:
    bodies = [m.actor for m in linked(text) if m.kind.value == "organisation"]
    assert bodies == wanted


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("Tuvalu joined the fund.", "tuvalu", "tuvalu"),
        ("Pristina rejected the plan.", "kosovo", "pristina"),
        ("Palau's president spoke.", "palau", "palau"),
        ("Timor-Leste declared a holiday.", "east-timor", "east-timor"),
    ],
)
def test_small_states_are_known_by_name_and_capital(
    linked: Linked, text: str, actor: str, place: str
) -> None:
    found = linked(text)[0]
    assert (found.actor, found.place) == (actor, place)
