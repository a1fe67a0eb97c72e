from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator import edtf
from generator.model import (
    Article,
    Bound,
    Entity,
    Event,
    EventDate,
    EventMention,
    Figure,
    Mode,
    Publication,
    Reading,
    Registry,
    Span,
)
from generator.site.body import render
from generator.write.compose import body

REGISTRY = Registry(
    places={
        "avaria": Entity(id="avaria", name="Avaria", kind="country"),
        "mirel": Entity(id="mirel", name="Mirel", kind="city", within="avaria"),
        "north-ward": Entity(id="north-ward", name="North Ward", kind="district", within="mirel"),
    }
)
AT = Span(start=0, end=1)


def count(what: str, value: float, bound: Bound = Bound.EXACTLY, **how: str) -> Figure:
    return Figure(start=0, end=1, what=what, value=value, bound=bound, **how)


def told(
    report: str,
    gist: str,
    *figures: Figure,
    date: str | None = "2024-03-05",
    evidence: str = "on Tuesday",
    places: Sequence[str] = ("mirel",),
) -> EventMention:
    return EventMention(
        report=report,
        kind="accident",
        mode=Mode.OCCURRENCE,
        trigger=AT,
        sentences=(0,),
        quotes=(),
        date=EventDate(edtf=date, evidence=evidence, span=None, rule="") if date else None,
        places=tuple(places),
        figures=figures,
        headline=report,
        gist=gist,
    )


def composed(
    *mentions: EventMention,
    date: str | None = "2024-03-05",
    unnamed: str | None = None,
    apart: int = 1,
    kind: str = "accident",
) -> str:
    event = Event(
        mentions=mentions,
        title=mentions[0].headline,
        date=date,
        kind=kind,
        actors=(),
        places=mentions[0].places,
    )
    days = {m.report: dt.date(2024, 3, 6 + n * apart) for n, m in enumerate(mentions)}
    readings = {
        m.report: Reading(
            article=Article(
                id=m.report,
                text="",
                publisher=None if m.report == unnamed else f"The {m.report.title()}",
                published=Publication(date=days[m.report], evidence="", origin="sidecar"),
            )
        )
        for m in mentions
    }
    return body(event, readings, REGISTRY)


FERRY = "The ferry sank off Mirel."


@pytest.mark.parametrize(
    ("date", "evidence", "opening"),
    [
        ("2024-03-05", "Tuesday", "On 5 March 2024, the ferry sank off Mirel."),
        ("2024-03", "this month", "In March 2024, the ferry sank"),
        ("2024", "last year", "In 2024, the ferry sank"),
        ("2024-03-05~", "about Tuesday", "Around 5 March 2024, the ferry sank"),
        ("2024-03-04/2024-03-06", "4 to 6 March", "Between 4 and 6 March 2024, the ferry"),
        ("2024-03-04/2024-03-05", "4 and 5 March", "On 4 and 5 March 2024, the ferry sank"),
        ("2024-03-04/..", "since Monday", "From 4 March 2024, the ferry sank"),
        (None, "", "The ferry sank off Mirel."),
    ],
)
def test_a_body_opens_with_the_date_as_fine_as_it_is_known(
    date: str | None, evidence: str, opening: str
) -> None:
    assert composed(told("gazette", FERRY, date=date, evidence=evidence), date=date).startswith(
        opening
    )


@pytest.mark.parametrize("day", ["2024-03-04", "2024-03-05"])
def test_an_event_that_stands_on_one_day_of_a_night_is_still_said_to_be_of_the_night(
    day: str,
) -> None:
    night = told("gazette", FERRY, date="2024-03-04/2024-03-05", evidence="overnight")
    other = told("mirror", FERRY, date=day, evidence="on the day")

    assert composed(night, other, date=day).startswith(f"{edtf.IN_THE_NIGHT}4 to 5 March 2024, the")
    assert "differ" not in composed(night, other, date=day)


def test_a_night_that_reports_count_from_two_days_is_told_as_that_of_the_events_day() -> None:
    early = told("gazette", FERRY, date="2024-03-04/2024-03-05", evidence="overnight")
    late = told("mirror", FERRY, date="2024-03-05/2024-03-06", evidence="overnight")

    assert composed(early, late, date="2024-03-05").startswith(f"{edtf.IN_THE_NIGHT}4 to 5 March")


def test_a_figure_names_who_says_so() -> None:
    text = composed(told("gazette", FERRY, count("killed", 7, Bound.AT_LEAST, by="the mayor")))

    assert text.endswith("At least seven people were killed, according to the mayor.")


def test_figures_that_differ_stand_side_by_side_with_the_latest_named() -> None:
    text = composed(
        told("gazette", FERRY, count("killed", 9)),
        told("mirror", FERRY, count("killed", 7)),
    )

    assert text.endswith(
        "Reports differ on how many people were killed: nine (The Gazette) and "
        "seven (The Mirror); the latest report gives seven."
    )


def test_a_toll_that_a_later_report_raises_is_a_range_with_the_latest_named() -> None:
    text = composed(
        told("gazette", FERRY, count("killed", 6, Bound.AT_LEAST)),
        told("mirror", FERRY, count("killed", 7)),
    )

    assert text.endswith(
        "At least six people were killed, seven by the latest report (The Mirror, 7 March 2024)."
    )


def test_bounds_that_one_value_meets_are_a_range_and_no_dispute() -> None:
    text = composed(
        told("gazette", FERRY, count("drones launched", 653)),
        told("mirror", FERRY, count("drones launched", 650, Bound.MORE_THAN)),
    )

    assert text.endswith(
        "More than 650 drones were launched, 653 by another report (The Gazette, 6 March 2024); "
        "the latest report gives more than 650."
    )


def test_a_narrower_scope_is_said() -> None:
    text = composed(told("gazette", FERRY, count("injured", 2, place="north-ward")))

    assert "In North Ward, two people were injured." in text


def test_what_the_first_sentence_counts_is_not_counted_again() -> None:
    text = composed(told("gazette", "The ferry sank, killing seven.", count("killed", 7)))

    assert text.count("even") == 1


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (count("killed", 1), "One person was killed."),
        (count("drones launched", 460, Bound.MORE_THAN), "More than 460 drones were launched."),
        (count("magnitude", 6.9), "The magnitude was 6.9."),
        (count("displaced", 4500, Bound.ABOUT), "About 4,500 people were displaced."),
    ],
)
def test_each_sort_of_figure_has_its_sentence(figure: Figure, said: str) -> None:
    assert said in composed(told("gazette", FERRY, figure))


def test_a_sum_of_nobody_knows_what_is_not_told() -> None:
    assert "88" not in composed(told("gazette", FERRY, count("money", 88_000_000, unit="EUR")))


def test_a_toll_that_the_first_sentence_gives_is_not_given_again_with_the_higher_one() -> None:
    text = composed(
        told("gazette", "The ferry sank, killing six.", count("killed", 6, Bound.AT_LEAST)),
        told("mirror", "The ferry sank.", count("killed", 7, Bound.AT_LEAST)),
    )

    assert "six people" not in text
    assert "at least seven people were killed." in text


def test_a_toll_that_the_first_sentence_gives_is_not_given_again_with_the_lower_one() -> None:
    text = composed(
        told("gazette", "The ferry sank, killing seven.", count("killed", 7, Bound.AT_LEAST)),
        told("mirror", "The ferry sank.", count("killed", 6, Bound.AT_LEAST)),
    )

    assert "seven people" not in text
    assert "at least six people were killed." in text


@pytest.mark.parametrize(
    ("gist", "figure"),
    [
        ("Police detained a man off Mirel.", count("arrested", 1)),
        ("The rain brought 200 millimetres.", count("rainfall", 200, unit="mm")),
    ],
)
def test_a_count_in_other_words_is_not_given_again(gist: str, figure: Figure) -> None:
    assert composed(told("gazette", gist, figure)).count(" was ") == 0


def test_what_is_planned_is_not_counted_as_done() -> None:
    plan = told("gazette", "The town was to hire guards.", count("people hired", 40))

    assert "40" not in composed(plan, kind="planned")
    assert "40" in composed(plan)


def test_the_plan_of_what_took_place_is_no_detail_of_it() -> None:
    plan = replace(told("mirror", "Two tugs were to follow."), mode=Mode.PLANNED)

    assert "follow" not in composed(told("gazette", FERRY), plan)


def test_days_that_do_not_meet_are_said() -> None:
    text = composed(
        told("gazette", FERRY), told("mirror", FERRY, date="2024-03-06", evidence="Wednesday")
    )

    assert (
        "Reports differ on the date: 5 March 2024 (The Gazette) and 6 March 2024 (The Mirror)."
        in text
    )


def test_a_bare_event_still_has_two_sentences_and_none_more_than_five() -> None:
    bare = composed(told("gazette", "The ferry sank."))
    full = composed(
        *(
            told(f"r{n}", gist, count("killed", n + 1), count("injured", 3 * n + 1))
            for n, gist in enumerate(
                [
                    "The ferry sank off Mirel.",
                    "Rescuers pulled children out of cold water.",
                    "An engine fire spread below deck before dawn.",
                    "Divers searched all morning with sonar.",
                ]
            )
        )
    )

    assert bare == "On 5 March 2024, the ferry sank. The Gazette reported it on 6 March 2024."
    assert 2 <= full.count(". ") + 1 <= 5


def test_a_name_at_the_opening_keeps_its_capital() -> None:
    assert composed(told("gazette", "Mirel flooded.")).startswith("On 5 March 2024, Mirel flooded.")


def test_a_common_word_that_opens_a_list_is_small_after_the_date() -> None:
    text = composed(told("gazette", "Police, army and nurses helped."))
    assert text.startswith("On 5 March 2024, police, army and nurses helped.")


def test_figures_of_one_speaker_share_a_sentence_and_those_of_one_verb_their_verb() -> None:
    text = composed(
        told(
            "gazette",
            FERRY,
            count("killed", 3, by="the mayor"),
            count("injured", 20, by="the mayor"),
            count("drones launched", 460, Bound.MORE_THAN, by="the army"),
            count("missiles launched", 22, by="the army"),
        )
    )

    assert "Three people were killed and 20 people were injured, according to the mayor." in text
    assert "More than 460 drones and 22 missiles were launched, according to the army." in text


def test_a_report_without_a_publisher_is_another_report() -> None:
    text = composed(
        told("gazette", FERRY, count("killed", 7)),
        told("mirror", FERRY, count("killed", 6)),
        unnamed="mirror",
    )

    assert "seven (The Gazette) and six (another report)" in text


def test_a_single_report_without_a_publisher_adds_no_sentence() -> None:
    assert composed(told("gazette", FERRY), unnamed="gazette") == (
        "On 5 March 2024, the ferry sank off Mirel."
    )


def test_figures_stand_before_what_other_reports_tell_and_are_not_told_twice() -> None:
    text = composed(
        told("gazette", FERRY, count("rescued", 40)),
        told("mirror", "Divers rescued 40 passengers with sonar.", count("rescued", 40)),
        told("herald", "An engine fire spread below deck before dawn."),
    )

    assert text == (
        "On 5 March 2024, the ferry sank off Mirel. 40 people were rescued. "
        "An engine fire spread below deck before dawn."
    )


def test_days_that_the_reports_came_out_on_stand_beside_their_names() -> None:
    assert composed(told("gazette", FERRY), told("mirror", FERRY)).endswith(
        "The Gazette reported it on 6 March 2024 and The Mirror on 7 March 2024."
    )


def test_papers_of_one_day_are_named_together() -> None:
    mentions = (told("gazette", FERRY), told("mirror", FERRY))
    assert composed(*mentions, apart=0).endswith(
        "The Gazette and The Mirror reported it on 6 March 2024."
    )
    assert composed(*mentions, apart=0, date="2024-03-06").endswith(
        "The Gazette and The Mirror reported it."
    )


def test_a_body_that_no_report_names_in_full_has_its_article() -> None:
    text = composed(
        told("gazette", FERRY, count("killed", 7, by="fire service")),
        told("mirror", FERRY, count("injured", 9, by="police")),
    )

    assert "Seven people were killed, according to the fire service." in text
    assert "Nine people were injured, according to police." in text


def test_one_of_many_who_says_so_has_an_indefinite_article() -> None:
    text = composed(
        told("gazette", FERRY, count("killed", 7, by="official")),
        told("mirror", FERRY, count("injured", 9, by="Police")),
    )

    assert "Seven people were killed, according to an official." in text
    assert "Nine people were injured, according to police." in text


def test_where_one_speaker_is_given_two_values_the_reports_are_named() -> None:
    text = composed(
        told("gazette", FERRY, count("killed", 7, by="Ida Moss")),
        told("mirror", FERRY, count("killed", 6, by="Ida Moss")),
        apart=0,
    )

    assert "six (Ida Moss in The Mirror) and seven (Ida Moss in The Gazette)" in text


def test_a_night_between_two_days_is_no_third_date() -> None:
    text = composed(
        told("gazette", FERRY),
        told("mirror", FERRY, date="2024-03-05/2024-03-06"),
        told("herald", FERRY, date="2024-03-06"),
    )

    assert "date: 5 March 2024 (The Gazette) and 6 March 2024 (The Herald)." in text


def test_marks_in_the_words_of_a_report_are_shown_and_no_links() -> None:
    text = composed(told("gazette", "The [ferry](https://evil.example) sank off Mirel."))

    assert str(render(text)).startswith(
        "<p>On 5 March 2024, the [ferry](https://evil.example) sank off Mirel."
    )
