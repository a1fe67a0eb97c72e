from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import ACTORS, PLACES, REGISTRY, mention, reading

from generator.merge import candidates, merge
from generator.merge.cluster import Cluster, Meetings
from generator.merge.compare import Comparer
from generator.merge.facts import facts
from generator.merge.geography import Geography
from generator.merge.wording import Vocabulary
from generator.model import Event, EventMention, Mode, Reading

WORDS = ["bridge", "court", "fire", "flood", "judge", "launch", "meet", "rocket", "train", "vote"]
DATES = [None, "2024-03", "2024-03-04", "2024-03-04/2024-03-05", "2024-03-05", "2024-03-06"]


@st.composite
def told(draw: st.DrawFn, report: str, at: int) -> EventMention:
    date = draw(st.sampled_from(DATES))
    return mention(
        report,
        at=at,
        words=" ".join(draw(st.sets(st.sampled_from(WORDS), max_size=4))),
        kind=draw(st.sampled_from(["attack", "meeting", "disaster"])),
        mode=draw(st.sampled_from([Mode.OCCURRENCE, Mode.PLANNED, Mode.STATEMENT])),
        date=date,
        evidence=draw(st.sampled_from(["", "on Tuesday"])),
        places=draw(st.lists(st.sampled_from(sorted(PLACES)), max_size=2, unique=True)),
        actors=draw(st.lists(st.sampled_from(sorted(ACTORS)), max_size=2, unique=True)),
        role=draw(st.sampled_from(["agent", "speaker", "participant"])),
        figures=draw(st.lists(st.sampled_from([("killed", 3.0), ("drones", 116.0)]), max_size=1)),
    )


@st.composite
def corpora(draw: st.DrawFn) -> list[Reading]:
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    return [
        reading(*(draw(told(f"report-{number}", 10 * at)) for at in range(size)))
        for number, size in enumerate(sizes)
    ]


def grouping(events: tuple[Event, ...]) -> set[frozenset[tuple[str, int]]]:
    return {frozenset((m.report, m.trigger.start) for m in e.mentions) for e in events}


@settings(max_examples=60, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(corpus: list[Reading], random: object) -> None:
    shuffled = list(corpus)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert merge(shuffled, REGISTRY) == merge(corpus, REGISTRY)


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_every_mention_is_in_one_event_and_none_is_lost(corpus: list[Reading]) -> None:
    given_mentions = sorted(
        (m.report, m.trigger.start) for reading in corpus for m in reading.events
    )

    merged = sorted(
        (m.report, m.trigger.start) for e in merge(corpus, REGISTRY) for m in e.mentions
    )

    assert merged == given_mentions


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_merging_again_changes_nothing(corpus: list[Reading]) -> None:
    once = merge(corpus, REGISTRY)

    assert grouping(merge(corpus, REGISTRY)) == grouping(once)
    assert merge(corpus, REGISTRY) == once


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_an_event_of_its_own_time_and_place_joins_nothing(corpus: list[Reading]) -> None:
    stranger = reading(
        mention("stranger", words="eclipse", kind="discovery", date="1969-07-20", places=["tolm"])
    )

    alone = [e for e in merge([*corpus, stranger], REGISTRY) if e.mentions[0].report == "stranger"]

    assert [len(e.mentions) for e in alone] == [1]


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_what_clusters_agree_on_does_not_hang_on_what_was_asked_before(
    corpus: list[Reading], random: Random
) -> None:
    geography, words = Geography(REGISTRY.places), Vocabulary()
    found = facts(corpus, REGISTRY, geography, words)
    comparer = Comparer.of(found, geography, words)
    meetings = Meetings(found, comparer)
    live = [Cluster(number=i, members=(i,)) for i in range(len(found))]
    for number in range(len(found), 2 * len(found) - 1):
        for one, other in combinations(live, 2):
            anew = Meetings(found, comparer).may_join(one, other)
            assert meetings.may_join(one, other) == anew
        halves = tuple(random.sample(live, 2))
        members = tuple(sorted(m for half in halves for m in half.members))
        rest = [cluster for cluster in live if cluster not in halves]
        live = [*rest, Cluster(number=number, members=members, halves=halves)]


@given(corpora())
def test_pairs_are_the_same_in_order_however_few_are_at_hand(corpus: list[Reading]) -> None:
    words = Vocabulary()
    told = facts(corpus, REGISTRY, Geography(PLACES), words)

    with pytest.MonkeyPatch.context() as patch:
        whole = list(candidates.pairs(told, words))
        patch.setattr(candidates, "_AT_ONCE", 1)
        patch.setattr(candidates, "_SHARES", 3)
        parts = list(candidates.pairs(told, words))

    assert parts == whole == sorted(set(whole))
