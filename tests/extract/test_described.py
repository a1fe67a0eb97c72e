"""Whom words without a name stand for."""

from __future__ import annotations

import pytest
from reading_of import read


def actors(text: str, at: int) -> set[str]:
    """Return the actors of the events whose first passage is a sentence of the text."""
    return {a for event in read(text).events if at in event.sentences for a in event.actors}


def test_a_judge_who_was_named_is_the_judge() -> None:
    text = (
        "Judge Ruth Banda opened the trial of Peter Kamau in Ndola on Monday. "
        "A clerk wept. The judge sentenced two of his drivers to five years in prison."
    )
    assert "ruth-banda" in actors(text, 2)


def test_a_minister_is_the_one_of_that_office_and_land() -> None:
    text = (
        "Kenyan Foreign Minister Amina Otieno met Peruvian Foreign Minister Luis Rojas in Oslo "
        "on Monday. A choir sang. The Peruvian foreign minister visited a school in Bergen."
    )
    assert "luis-rojas" in actors(text, 2)
    assert "amina-otieno" not in actors(text, 2)


def test_two_of_an_office_leave_the_bare_word_open() -> None:
    text = (
        "Judge Ruth Banda and Judge Peter Kamau met in Ndola on Monday. "
        "The judge sentenced two drivers to five years in prison."
    )
    assert actors(text, 1).isdisjoint({"ruth-banda", "peter-kamau"})


@pytest.mark.parametrize("words", ["The two men were arrested", "The pair were arrested"])
def test_as_many_as_were_named_side_by_side_are_meant(words: str) -> None:
    text = f"Peter Kamau and John Mwangi fled Lusaka on Monday. {words} in Ndola on Tuesday."
    assert {"peter-kamau", "john-mwangi"} <= actors(text, 1)


def test_more_than_were_named_are_others() -> None:
    text = (
        "Peter Kamau and John Mwangi fled Lusaka on Monday. "
        "The three men were arrested in Ndola on Tuesday."
    )
    assert actors(text, 1).isdisjoint({"peter-kamau", "john-mwangi"})


def test_they_are_those_who_were_named_side_by_side() -> None:
    text = (
        "Lena Brandt and Paul Lacombe arrived in Oslo on Monday. "
        "They signed a treaty on fish at the palace on Tuesday."
    )
    assert {"lena-brandt", "paul-lacombe"} <= actors(text, 1)


def test_they_of_a_clause_are_its_own() -> None:
    text = (
        "Lena Brandt and Paul Lacombe arrived in Oslo on Monday. "
        "Farmers said they had blocked a road in Bergen on Tuesday."
    )
    assert actors(text, 1).isdisjoint({"lena-brandt", "paul-lacombe"})


def test_defendants_are_those_whom_the_report_saw_charged() -> None:
    text = (
        "Peter Kamau and John Mwangi were charged with theft in Ndola on Monday. "
        "The shop is closed. The defendants were jailed for a week on Tuesday."
    )
    assert {"peter-kamau", "john-mwangi"} <= actors(text, 2)


def test_men_who_are_charged_are_named_after() -> None:
    text = (
        "Two men were charged on Monday over a theft in Ndola. "
        "Peter Kamau and John Mwangi were charged with taking a lorry."
    )
    assert {"peter-kamau", "john-mwangi"} <= actors(text, 0)


def test_a_man_who_is_charged_is_not_who_else_is_named_after() -> None:
    text = (
        "A man was charged on Monday over a theft in Ndola. "
        "Ruth Banda opened a market in Lusaka on Tuesday."
    )
    assert "ruth-banda" not in actors(text, 0)


def test_rebels_are_the_group_that_is_soon_named() -> None:
    text = (
        "Rebels in Chad attacked a market in Abeche on Monday. "
        "The Patriotic Salvation Front rebel coalition took the town last year."
    )
    assert "patriotic-salvation-front" in actors(text, 0)


def test_rebels_beside_a_state_are_the_group_that_was_named() -> None:
    text = (
        "M23 rebels took Kalehe in the Democratic Republic of the Congo on Monday. "
        "Delegations of the government and the rebels will meet in Doha on Friday."
    )
    assert {"m23", "democratic-republic-of-the-congo"} <= actors(text, 1)
