"""How merging grows: candidate pairs and seconds for synthetic reports, and their exponents.

Run `python benchmarks/merge_growth.py [SIZES …]` (default 1000 10000). One world: events are
spread over as many days as their number asks (twenty a day), each told by one to five reports,
with places, actors and words drawn from lists that follow a power law as in news.
"""

from __future__ import annotations

import datetime as dt
import math
import random
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

from generator.merge import merge
from generator.merge.candidates import pairs
from generator.merge.facts import facts
from generator.merge.geography import Geography
from generator.merge.wording import Vocabulary
from generator.model import (
    Argument,
    Article,
    Entity,
    EventDate,
    EventMention,
    Figure,
    Mode,
    Reading,
    Registry,
    Span,
)

EVENTS_A_DAY = 20
COUNTRIES, CITIES, ACTORS, WORDS = 40, 800, 600, 4000
KINDS = ("attack", "meeting", "disaster", "arrest", "protest", "agreement")
START = dt.date(2000, 1, 1)


def world() -> Registry:
    """Make countries with cities, and actors of whom every tenth is a state."""
    places = {
        f"country-{n}": Entity(
            id=f"country-{n}", name=f"Country {n}", kind="country", country=f"C{n}"
        )
        for n in range(COUNTRIES)
    }
    for n in range(CITIES):
        home = f"country-{n % COUNTRIES}"
        places[f"city-{n}"] = Entity(
            id=f"city-{n}", name=f"City {n}", kind="city", country=f"C{n % COUNTRIES}", within=home
        )
    actors = {
        f"actor-{n}": Entity(
            id=f"actor-{n}", name=f"Actor {n}", kind="person" if n % 10 else "state"
        )
        for n in range(ACTORS)
    }
    return Registry(actors=actors, places=places)


def drawn(rng: random.Random, size: int) -> int:
    """Draw an index by a power law: few places make most of the news."""
    return min(size - 1, int(size * rng.random() ** 3))


def reports(count: int) -> Iterator[Reading]:
    """Make reports of one event each, until there are enough."""
    rng = random.Random(7)  # noqa: S311 (a fixed seed, nothing secret)
    made = event = 0
    while made < count:
        day = (START + dt.timedelta(days=event // EVENTS_A_DAY)).isoformat()
        place, kind = f"city-{drawn(rng, CITIES)}", rng.choice(KINDS)
        actors = [f"actor-{drawn(rng, ACTORS)}" for _ in range(2)]
        words = [f"w{drawn(rng, WORDS)}" for _ in range(14)]
        toll = float(rng.randint(1, 300))
        for _ in range(min(rng.randint(1, 5), count - made)):
            report = f"r{made:07d}"
            yield Reading(
                article=Article(id=report, text=""),
                events=(
                    EventMention(
                        report=report,
                        kind=kind,
                        mode=Mode.OCCURRENCE,
                        trigger=Span(start=0, end=1),
                        sentences=(0,),
                        quotes=(),
                        date=EventDate(edtf=day, evidence="today", span=None, rule="same clause"),
                        arguments=tuple(
                            Argument(actor=a, role="agent") for a in dict.fromkeys(actors)
                        ),
                        places=(place,),
                        figures=(Figure(start=0, end=1, what="injured", value=toll),),
                        headline=f"Event {event}",
                        lemmas=frozenset(rng.sample(words, 9)),
                    ),
                ),
            )
            made += 1
        event += 1


def main(sizes: list[int]) -> None:
    """Print one row a size, then the exponents between neighbouring sizes."""
    registry = world()
    rows = []
    for size in sizes:
        readings = list(reports(size))
        words = Vocabulary()
        told = facts(readings, registry, Geography(registry.places), words)
        candidates = sum(1 for _ in pairs(told, words))
        start = time.process_time()
        events = len(merge(readings, registry))
        seconds = time.process_time() - start
        rows.append((size, candidates, seconds))
        print(f"{size:>8} reports  {candidates:>9} pairs  {events:>7} events  {seconds:7.1f} s")
    for (n, p, s), (m, q, t) in pairwise(rows):
        scale = math.log(m / n)
        print(f"{n} → {m}: exponent of pairs {math.log(q / p) / scale:.2f}, ", end="")
        print(f"of seconds {math.log(t / s) / scale:.2f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 10_000])
