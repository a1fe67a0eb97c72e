"""Events dated from other events: `two days after the quake`, `hours after the verdict`.

One that stands in the `after` clause itself is dated the other way round: in `the outage of
Tuesday came three weeks after a cable was cut` the cable was cut three weeks before Tuesday.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import edtf, lexicons
from generator.extract.dates import ANOTHER, RULES, dated
from generator.extract.draft import Draft
from generator.extract.scene import Scene, ancestors
from generator.extract.story import Story
from generator.model import EventDate, Span

_LENGTH = re.compile(r"P(T?)(\d+|X)([SMHDWY])")
_UNDER = ("less than", "just under", "under", "within", "no more than")
_SIDES = {"after": 1, "before": -1}
_BESIDE = frozenset({"after", "ahead", "amid", "as", "before", "despite", "follow"})
_DAYS = {"D": 1, "W": 7}
_SHORT = 2
"""Days of a date from which days and weeks may be counted; a month is too coarse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """How far from another event a clause puts its own."""

    side: int
    """1 after it, -1 before it."""
    count: int
    unit: str
    """`D`, `W`, `M`, `Y`; or nothing where it is the same day: `hours after`."""
    bounded: bool
    """It is no more than that: `less than a month after`."""
    governor: int
    """Token of the verb that the lag belongs to."""
    inside: frozenset[int]
    """Tokens that tell the other event."""
    clause: bool
    """The other event is told by a clause, not named as `the quake`, which was told before."""
    words: Span


def sequels(drafts: Sequence[Draft], story: Story) -> list[Draft]:
    """Date the undated drafts that their sentences count from other events."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.date is None or draft.date.rule not in RULES[:2]:
            date = _counted(draft, [*found, *drafts[len(found) :]], story)
            draft = replace(draft, date=date) if date is not None else draft
        found.append(draft)
    return found


def only_placed(draft: Draft, story: Story) -> bool:
    """Whether a known event is only set beside another one: `the crash came a day after …`."""
    scene = story.scenes[draft.at]
    tree, token = scene.tree, draft.trigger.token
    verb = tree.tokens[token].head
    det = tree.child(token, "det")
    anew = det is not None and scene.lower(det) in {"a", "an", "another"}
    own = draft.date is not None and draft.date.rule == RULES[0]
    if draft.trigger.verb or anew or own or scene.lower(verb) != "come":
        return False
    marks = [m for c in tree.having(verb, "advcl") for m in tree.having(c, "mark")]
    beside = {scene.lower(i) for i in (*marks, *tree.having(verb, "prep"))}
    return tree.tokens[token].dep == "nsubj" and bool(beside & _BESIDE)


def counted_back(scene: Scene, token: int, day: dt.date | None) -> EventDate | None:
    """Date an event of an `after` clause by what the sentence says came so much later."""
    for lag in _lags(scene):
        if lag.clause and token in lag.inside and lag.unit != "Y":  # years before is history
            base = dated(scene, lag.governor, (), day)
            return _evidence(scene, lag, base, -lag.side, day)
    return None


def _evidence(
    scene: Scene, lag: Lag, base: EventDate | None, side: int, day: dt.date | None
) -> EventDate | None:
    moved = _moved(base, lag, side) if base is not None else None
    if moved is None or not _has_come(moved, day):
        return None
    start = scene.sentence.start
    words = scene.sentence.text[lag.words.start - start : lag.words.end - start]
    return EventDate(edtf=moved, evidence=words, span=lag.words, rule=ANOTHER)


def _counted(draft: Draft, drafts: Sequence[Draft], story: Story) -> EventDate | None:
    scene = story.scenes[draft.at]
    for lag in _lags(scene):
        if draft.trigger.token in lag.inside:
            continue
        if lag.governor in (draft.trigger.token, *ancestors(scene.tree, draft.trigger.token)):
            base = _other(draft, lag, drafts, story)
            found = _evidence(scene, lag, base, lag.side, story.day)
            if found is not None:
                return found
    return None


def _lags(scene: Scene) -> list[Lag]:
    tokens = scene.tree.tokens
    found = []
    for index, token in enumerate(tokens):
        side = _SIDES.get(token.text.lower())
        length = _length(scene, index) if side and index else None
        if side is None or length is None:
            continue
        top = token.head if token.dep == "mark" else scene.tree.child(index, "pobj", "pcomp")
        if top is None:
            continue
        inside = frozenset(scene.tree.subtree(top))
        over = top if token.dep == "mark" else index
        verbs = (i for i in ancestors(scene.tree, over) if tokens[i].pos in {"AUX", "VERB"})
        governor = next((i for i in verbs if i not in inside), None)
        if governor is None:
            continue
        start, count, unit, bounded = length
        found.append(
            Lag(
                side=side,
                count=count,
                unit=unit,
                bounded=bounded,
                governor=governor,
                inside=inside,
                clause=token.dep == "mark",
                words=Span(start=start, end=tokens[top].end),
            )
        )
    return found


def _length(scene: Scene, index: int) -> tuple[int, int, str, bool] | None:
    """Return where the length of time before `after` begins, its count, its unit and bound."""
    tokens = scene.tree.tokens
    last = tokens[index - 1]
    for timex in scene.timexes:
        if timex.end != last.end:
            continue
        match = _LENGTH.fullmatch(timex.value)
        if match is None:
            return None
        clock, count, unit = match.groups()
        bounded = timex.text.lower().startswith(_UNDER)
        if clock:
            return timex.start, 0, "", bounded
        return (timex.start, int(count), unit, bounded) if count != "X" else None
    units = {row[0]: row[1] for row in lexicons.table("en/time_units") if row[2] == "1"}
    before = tokens[index - 2].text.lower() if index > 1 else ""
    unit = units.get(last.text.lower(), "")
    if before not in ("the", "a") or unit not in ("D", "W", "M", "Y"):
        return None
    return tokens[index - 2].start, 1, unit, False


def _other(draft: Draft, lag: Lag, drafts: Sequence[Draft], story: Story) -> EventDate | None:
    """Return the date of the event that a lag counts from, told here or before."""
    scene = story.scenes[draft.at]
    kinds = {t.kind for t in story.triggers[draft.at] if t.token in lag.inside}
    words = {scene.lower(i) for i in lag.inside if scene.tree.tokens[i].pos == "NOUN"}
    here = dated(scene, min(lag.inside), (), story.day) if not kinds else None
    own = [d for d in drafts if d.at == draft.at and d.trigger.token in lag.inside]
    told = [d for d in reversed(drafts) if d.at < draft.at]
    for other in (*own, *told):
        same = other.kind in kinds or _lemma(other, story) in words
        if other is not draft and same and other.date is not None and other.date.evidence:
            return other.date
    return here if here is not None and here.rule == RULES[0] else None


def _lemma(draft: Draft, story: Story) -> str:
    return story.scenes[draft.at].lower(draft.trigger.token)


def _moved(date: EventDate, lag: Lag, side: int) -> str | None:
    """Move a date by a lag; None where it is too coarse to count from."""
    first, last = edtf.bounds(date.edtf)
    if (last - first).days >= _SHORT and lag.unit in {"D", "W", ""}:
        return None
    if not lag.unit:
        return date.edtf
    if lag.unit in _DAYS:
        step = side * lag.count * _DAYS[lag.unit] * dt.timedelta(days=1)
        days = sorted((first + (0 * step if lag.bounded else step), last + step))
        return days[0].isoformat() if days[0] == days[1] else f"{days[0]}/{days[1]}"
    months = side * lag.count * (12 if lag.unit == "Y" else 1)
    then = first.year * 12 + first.month - 1 + months
    if lag.unit == "Y" and not lag.bounded:
        return f"{then // 12:04d}"
    moved = f"{then // 12:04d}-{then % 12 + 1:02d}"
    if not lag.bounded:
        return moved
    return "/".join(sorted((moved, f"{first:%Y-%m}")))


def _has_come(date: str, day: dt.date | None) -> bool:
    return day is None or edtf.bounds(date)[0] <= day
