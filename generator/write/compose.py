"""The body of an entry: two to five plain sentences of what the reports tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache

from generator import edtf, lexicons
from generator.content.markdown import literal
from generator.copying import copies
from generator.model import Event, EventMention, Mode, Reading, Registry
from generator.settings import BODY_SENTENCES, BODY_SIMILAR
from generator.write.tolls import gives, tolls

_FULL = 2
"""Sentences that say enough without the name of the report."""
_COUNTS = 2
"""Sentences of figures at most, and of disagreements as many."""
_DISPUTES = 2
_BARE = re.compile(r" (?:was|were) (?:held|reported)\b[^,]*\.$")
"""How a gist ends of which a sentence gives no more than the kind."""
_WORD = re.compile(r"\w+")
_OPENERS = frozenset(
    [
        "a",
        "about",
        "above",
        "all",
        "an",
        "around",
        "at",
        "below",
        "both",
        "in",
        "more",
        "near",
        "no",
        "off",
        "outside",
        "over",
        "several",
        "the",
        "under",
        "up",
    ]
)


def body(event: Event, readings: Mapping[str, Reading], registry: Registry) -> str:
    """Say what happened, how many, what other reports tell, where they differ, and who told it."""
    lead = _lead(event)
    first = _dated(event, lead, readings)
    counted, disputed = tolls(event, readings, registry, told=lead.gist)
    differing = [*disputed, *_dates_differ(event, readings)][:_DISPUTES]
    room = BODY_SENTENCES - 1 - len(counted[:_COUNTS]) - len(differing)
    more = _details(event, lead, counted, room)
    sentences = _own_words([first, *counted[:_COUNTS], *more, *differing], event, readings)
    if len(sentences) < _FULL:
        sentences.extend(_told_by(event, readings))
    return literal(" ".join(sentences[:BODY_SENTENCES]))


def _own_words(
    sentences: Sequence[str], event: Event, readings: Mapping[str, Reading]
) -> list[str]:
    """Leave out a sentence that, with the one before it, copies a long run of a report."""
    texts = [readings[r].article.text for r in dict.fromkeys(m.report for m in event.mentions)]
    kept: list[str] = []
    for sentence in sentences:
        joined = " ".join([*kept[-1:], sentence])
        if not kept or not any(copies(joined, text) for text in texts):
            kept.append(sentence)
    return kept


def _lead(event: Event) -> EventMention:
    """Return the mention whose headline is the title."""
    told = [m for m in event.mentions if m.gist] or event.mentions
    return max(told, key=lambda m: (m.headline == event.title, _alike(m.headline, event.title)))


def _dated(event: Event, lead: EventMention, readings: Mapping[str, Reading]) -> str:
    """Put the date before the gist."""
    gist = lead.gist or f"{event.title}."
    if event.date is None:
        return gist
    when = _when(event)
    if lead.mode == Mode.PLANNED and when.startswith("From "):
        when = f"As of {when.removeprefix('From ')}"
    first = gist.split()[0].rstrip(",")
    plain = first.casefold() in _OPENERS or first.casefold() in _number_words()
    plain = plain or _ordinary(first, readings[lead.report], alone=not _named_on(gist))
    dated = f"{when}, {gist[0].lower() + gist[1:] if plain else gist}"
    copied = copies(dated, readings[lead.report].article.text)
    return f"{gist.removesuffix('.')} ({when[0].lower()}{when[1:]})." if copied else dated


def _named_on(gist: str) -> bool:
    """Whether a capital follows the first word, as in a name."""
    return any(word[0].isupper() for word in gist.split()[1:2])


def _ordinary(word: str, reading: Reading, *, alone: bool) -> bool:
    """Whether the report uses a word as a common one, and never as a name's."""
    tokens = [
        t for s in reading.sentences for t in s.tokens if t.text.casefold() == word.casefold()
    ]
    words = (m.text.split()[0] for m in reading.mentions if m.text)
    named = {w.casefold() for w in words if not w.islower()}
    if word.casefold().removesuffix("s") in _common() and word.casefold() not in named:
        return True
    return (
        bool(tokens)
        and word.casefold() not in named
        and (
            (alone and any(t.text.islower() for t in tokens))
            or all(t.pos != "PROPN" or t.dep == "amod" for t in tokens)
        )
    )


@cache
def _common() -> frozenset[str]:
    """Words for people and things counted, which a report may write only with a capital."""
    counted = (row[0] for row in lexicons.table("en/figures") if row[1] == "noun")
    others = ("official", "parliament", "police", "turnout")
    return frozenset((*lexicons.lines("en/force_nouns"), *counted, *others))


@cache
def _number_words() -> frozenset[str]:
    return frozenset(row[0] for row in lexicons.table("en/number_words"))


def _when(event: Event) -> str:
    """Say the date as the opening of a sentence."""
    text = event.date or ""
    if (night := _night(event)) is not None:
        return f"In the {edtf.people(night, night=True)}"
    date = edtf.parse(text)
    said = edtf.people(text)
    if date.approximate and said.startswith("about "):
        return f"Around {said.removeprefix('about ')}"
    if said.startswith("since "):
        return f"From {said.removeprefix('since ')}"
    if date.uncertain or said.startswith("until "):
        return said[:1].upper() + said[1:]
    if "/" in text and _two_days(text):
        return f"On {said.replace(' – ', ' and ')}"
    if "/" in text:
        return f"Between {said.replace(' – ', ' and ')}"
    return f"{'On' if date.precision == 'day' else 'In'} {said}"


def _night(event: Event) -> str | None:
    """Return the night that the event's day stands for, so that its other day is not lost."""
    nights: list[tuple[bool, str]] = []
    for mention in event.mentions:
        told = mention.date
        day = edtf.day_of_night(told.edtf, told.evidence) if told else None
        if told and day and event.date in told.edtf.split("/"):
            nights.append((day != event.date, told.edtf))
    return min(nights)[1] if nights else None


def _two_days(text: str) -> bool:
    first, last = edtf.bounds(text)
    return (last - first).days == 1


def _details(event: Event, lead: EventMention, counted: Sequence[str], room: int) -> list[str]:
    """Add what other reports tell in other words and counts, as far as there is room."""
    told = [lead.gist, *counted]
    found: list[str] = []
    for mention in event.mentions:
        if len(found) >= room:
            break
        same_mode = (mention.mode == Mode.STATEMENT) == (lead.mode == Mode.STATEMENT)
        # What was to come is no news beside what took place.
        same_mode = same_mode and (mention.mode == Mode.PLANNED) <= (lead.mode == Mode.PLANNED)
        plain = _BARE.search(mention.gist) is not None
        if plain or not mention.gist or not same_mode:
            continue
        fresh = all(_alike(mention.gist, g) < BODY_SIMILAR for g in told)
        if fresh and not any(gives(mention.gist, f) for f in mention.figures):
            told.append(mention.gist)
            found.append(mention.gist)
    return found


def _alike(a: str, b: str) -> float:
    ours, theirs = (set(_WORD.findall(text.casefold())) for text in (a, b))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _dates_differ(event: Event, readings: Mapping[str, Reading]) -> list[str]:
    """Say so where words of two reports put the event on days that do not meet."""
    said: dict[str, list[str]] = {}
    for mention in event.mentions:
        if mention.date and mention.date.evidence and mention.mode != Mode.PLANNED:
            label = readings[mention.report].article.publisher
            givers = said.setdefault(mention.date.edtf, [])
            if label and label not in givers:
                givers.append(label)
    # A night meets the days on both its sides, and is no third date beside them.
    dates = [
        date
        for date in sorted(said, key=edtf.sort_key)
        if not all(edtf.overlaps(date, other) for other in said)
    ]
    if not dates:
        return []
    parts = [
        f"{edtf.people(d)} ({', '.join(said[d])})" if said[d] else edtf.people(d) for d in dates
    ]
    return [f"Reports differ on the date: {_listed(parts)}."]


def _told_by(event: Event, readings: Mapping[str, Reading]) -> list[str]:
    """Name the reports and their days, where little else is known; no name, no sentence."""
    told: dict[str, dt.date | None] = {}
    for mention in event.mentions:
        article = readings[mention.report].article
        if article.publisher:
            told.setdefault(article.publisher, article.dct)
    days: dict[dt.date | None, list[str]] = {}
    for name, day in told.items():
        days.setdefault(day, []).append(name)
    parts = [
        f"{_listed(names)}{' reported it' if not n else ''}{_on(day, event, alone=len(days) == 1)}"
        for n, (day, names) in enumerate(days.items())
    ]
    return [f"{_listed(parts)}."] if parts else []


def _on(day: dt.date | None, event: Event, *, alone: bool) -> str:
    """Say when a report came out, where another day is the event's or another report's."""
    if day is None or (alone and (event.date or "").startswith(day.isoformat())):
        return ""
    return f" on {edtf.people(day.isoformat())}"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
