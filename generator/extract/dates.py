"""Which time expression dates the event, and what dates it where none does.

By nearness in the grammar: the trigger's own clause, then the sentence, the sentences that tell
the same event, the article's main event, and last the day of publication.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from generator import edtf
from generator.extract.deeds import (
    before,
    begins_after,
    of_aside,
    of_comparison,
    of_deed,
    of_doer,
    of_occasion,
    of_record,
    of_season,
)
from generator.extract.position import verb_of
from generator.extract.scene import CLAUSAL, Scene, ancestors
from generator.extract.speech import Speech
from generator.extract.telling.tree import Tree
from generator.model import EventDate, Span, Timex, TimexType
from generator.settings import BACKGROUND_DAYS

ANOTHER = "counted from another event"
SAID = "when it was said"
RULES = (
    "same clause",
    "same sentence",
    ANOTHER,
    SAID,
    "same event",
    "main event",
    "publication day",
)
"""From the firmest to the loosest."""
_CLOCK = re.compile(r"T(\d\d):\d\d")
_MORNING = 12
_EVENING = 18
"""Hours of the clock: a night's second day lies before the one, its first day after the other."""
_RECENT = dt.timedelta(days=31)
"""How far back what has been done may lie: the tense goes with no day of the past."""
_UNTIL = frozenset({"till", "until"})
_AFTER = frozenset({"after", "follow"})
_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})


def dated(
    scene: Scene,
    token: int,
    speeches: Sequence[Speech],
    day: dt.date | None,
    *,
    latest: dt.date | None = None,
) -> EventDate | None:
    """Return the date that the sentence itself gives to the event word.

    Nothing that begins after `latest` dates it: words are not said on the day that they promise.
    """
    said = {s.verb for s in speeches if s.verb is not None}
    apart = _before_clause(scene, token)
    ranked = []
    for timex, head in zip(scene.timexes, scene.times, strict=True):
        if (
            timex.edtf is None
            or timex.type not in _CALENDAR
            or scene_quotes_apart(scene, timex, token)
            or of_season(scene, timex)
            or of_deed(scene, timex, head, token)
            or of_doer(scene, head, token)
            or of_aside(scene, timex, head, token)
            or of_occasion(scene, head, token)
            or of_comparison(scene, head, token)
            or of_record(scene, head, token)
            or (latest is not None and begins_after(timex, latest))
            or (day is not None and _gone(scene, timex, head, token, day))
            or (day is not None and begins_after(timex, day) and _goes_on(scene, head, token))
            or (day is not None and _ends(scene, head) and begins_after(timex, day))
            or (day is not None and _shifts(scene, head) and not begins_after(timex, day))
        ):
            continue
        if apart is not None and apart not in (head, *ancestors(scene.tree, head)):
            continue
        rule, steps = _tie(scene, head, token, said)
        if rule is not None:
            ranked.append((RULES.index(rule), -_fineness(timex.edtf), steps, timex.start, timex))
    if not ranked:
        return None
    best = min(ranked, key=lambda r: r[:4])
    found = _by_clock(scene, token, evidence(best[4], RULES[best[0]]), said)
    return _opened(scene, best[4], found, day)


def _gone(scene: Scene, timex: Timex, head: int, token: int, day: dt.date) -> bool:
    """Whether a time is long over for what `has been` done: `charged over a fire a year ago`."""
    tree = scene.tree
    verb = verb_of(scene, token)
    helpers = {tree.tokens[c].text.lower() for c in tree.having(verb, "aux")}
    since = "since" in {scene.lower(i) for i in ancestors(tree, head)[:2]}
    perfect = tree.tokens[verb].tag == "VBN" and bool(helpers & {"has", "have"})
    return perfect and not since and before(timex.edtf or "", day - _RECENT)


def _goes_on(scene: Scene, head: int, token: int) -> bool:
    """Whether a time is that of what will follow: `were held and would be tried next week`."""
    tree = scene.tree
    done = tree.tokens[token].tag in {"VBD", "VBN"} and not _will(scene, token)
    above = (head, *ancestors(tree, head))
    return done and any(v in above and _will(scene, v) for v in tree.having(token, "conj"))


def _will(scene: Scene, verb: int) -> bool:
    return any(scene.tree.tokens[c].tag == "MD" for c in scene.tree.having(verb, "aux"))


def _ends(scene: Scene, head: int) -> bool:
    """Whether a time is that up to which something goes on: `put off until 20 March`."""
    preposition = scene.tree.tokens[scene.tree.tokens[head].head]
    return preposition.lemma.lower() in _UNTIL


def _shifts(scene: Scene, head: int) -> bool:
    """Whether a time is that to which something is put off: `put off the payment to Friday`."""
    tree = scene.tree
    above = [i for i in ancestors(tree, head) if scene.lower(i) in {"call", "hold", "put"}]
    off = any(scene.lower(p) == "off" for i in above for p in tree.having(i, "prt"))
    return off and scene.lower(tree.tokens[head].head) == "to"


def _by_clock(scene: Scene, token: int, date: EventDate, said: set[int]) -> EventDate:
    """Take the one day of a night that a clock time of the same clause falls on: `at 3 a.m.`."""
    hour = _hour(scene, token, said)
    return date if hour is None else at_hours(date, [hour])


def hour_of(scene: Scene, token: int, speeches: Sequence[Speech]) -> int | None:
    """Return the hour of the clock time in the event word's own clause."""
    return _hour(scene, token, {s.verb for s in speeches if s.verb is not None})


def _hour(scene: Scene, token: int, said: set[int]) -> int | None:
    for timex, head in zip(scene.timexes, scene.times, strict=True):
        clock = _CLOCK.search(timex.value)
        if clock is not None and _tie(scene, head, token, said)[0] == RULES[0]:
            return int(clock[1])
    return None


def at_hours(date: EventDate, hours: Sequence[int]) -> EventDate:
    """Take the one day of a night that all these hours fall on."""
    if not hours or not is_night(date):
        return date
    first, _, last = date.edtf.partition("/")
    if all(hour < _MORNING for hour in hours):
        return replace(date, edtf=last)
    return replace(date, edtf=first) if all(hour >= _EVENING for hour in hours) else date


def evidence(timex: Timex, rule: str) -> EventDate:
    """Make an event's date of a time expression."""
    span = timex_span(timex)
    return EventDate(edtf=timex.edtf or "", evidence=timex.text, span=span, rule=rule)


def _before_clause(scene: Scene, token: int) -> int | None:
    """Return the top of the `after …` clause that an event word stands in.

    What the main clause is dated by does not date what went before it.
    """
    parse = scene.tree
    for index in (token, *ancestors(parse, token)):
        word = parse.tokens[index]
        marks = {scene.lower(c) for c in parse.having(index, "mark")}
        if "after" in marks or (word.dep == "prep" and word.lemma.lower() in _AFTER):
            return index
    return None


def _opened(scene: Scene, timex: Timex, found: EventDate, day: dt.date | None) -> EventDate:
    """Make an interval of what goes on `since` a day; a day that is not over is left alone.

    What a day brought about once, it dates alone: `the road has been closed since Monday`.
    """
    head = scene.times[scene.timexes.index(timex)]
    since = _since(scene, head)
    closed = "/" in found.edtf or _done_once(scene, head) or of_record(scene, head)
    if since is None or closed:
        return found
    span = Span(start=scene.tree.tokens[since].start, end=timex.end)
    words = scene.sentence.text[span.start - scene.sentence.start : span.end - scene.sentence.start]
    interval = f"{found.edtf}/{day.isoformat() if day else '..'}"
    return replace(found, edtf=interval, evidence=words, span=span)


def _since(scene: Scene, head: int) -> int | None:
    """Return the `since` of a time, or of the clause that it dates: `since erupting on 3 May`."""
    tree = scene.tree
    above = ancestors(tree, head)[:4]
    verb = next((i for i in above if tree.tokens[i].pos == "VERB"), None)
    own = above if verb is None else above[: above.index(verb)]
    led = [] if verb is None else [tree.tokens[verb].head, *tree.having(verb, "mark")]
    return next((i for i in (*own, *led) if scene.lower(i) == "since"), None)


def _done_once(scene: Scene, head: int) -> bool:
    """Whether a time belongs to a passive verb whose subject is no count."""
    tree = scene.tree
    verb = next((i for i in ancestors(tree, head) if tree.tokens[i].pos == "VERB"), None)
    who = tree.child(verb, "nsubjpass") if verb is not None else None
    return who is not None and not any(tree.tokens[i].pos == "NUM" for i in tree.subtree(who))


def timex_span(timex: Timex) -> Span:
    """Return where the words of a time expression stand."""
    return Span(start=timex.start, end=timex.end)


def published(day: dt.date, rule: str = "publication day") -> EventDate:
    """Date an event of the day's news that no words date."""
    return EventDate(edtf=day.isoformat(), evidence="", span=None, rule=rule)


def scene_quotes_apart(scene: Scene, timex: Timex, token: int) -> bool:
    """Whether one stands inside a quotation and the other outside."""
    inside = any(q.overlaps(timex) for q in scene.sentence.quoted)
    return inside != scene.quoted(token) and inside


def _tie(scene: Scene, head: int, token: int, said: set[int]) -> tuple[str | None, int]:
    """Name the rule that ties a time expression to an event word, and how far they are."""
    parse = scene.tree
    own = [token, *ancestors(parse, token)]
    up = [head, *ancestors(parse, head)]
    governor = next((i for i in up if parse.tokens[i].pos in {"VERB", "AUX"}), up[-1])
    meet = next((i for i in up if i in own), None)
    steps = up.index(meet) + own.index(meet) if meet is not None else len(parse.tokens)
    by = parse.tokens[parse.tokens[head].head]
    counted = by.text.lower() == "of" and parse.tokens[by.head].text.lower() == "as"
    until = by.dep == "prep" and by.lemma.lower() == "by" and parse.tokens[token].tag != "VB"
    if until or counted:
        return SAID, steps  # `as of Sunday` dates what was known
    if governor in said and governor != token:
        told = _closes_what_is_said(parse, head, governor, own)
        return ("same clause" if told else SAID), steps
    if _opens_what_is_said(parse, head, governor, said):
        return "same sentence", steps
    if token in up:
        between = up[: up.index(token)]
        crossed = any(
            parse.tokens[i].dep in {*CLAUSAL, "conj"} and parse.tokens[i].pos in {"VERB", "AUX"}
            for i in between
        )
        return ("same sentence" if crossed else "same clause"), steps
    if governor in own:
        crossed = any(parse.tokens[i].dep in {"ccomp", "relcl"} for i in own[: own.index(governor)])
        return ("same sentence" if crossed else "same clause"), steps
    return "same sentence", steps


def _closes_what_is_said(parse: Tree, head: int, verb: int, own: Sequence[int]) -> bool:
    """Whether a time stands between what is said and its speaker: `… on 2 May, the mayor said`."""
    who = parse.child(verb, "nsubj")
    content = parse.child(verb, "ccomp")
    return (
        who is not None
        and content is not None
        and content in own
        and content < head < min(parse.subtree(who))
        and who < verb
    )


def _opens_what_is_said(parse: Tree, head: int, verb: int, said: set[int]) -> bool:
    """Whether a time parsed with what is said follows `said`: `said on Friday it had`."""
    over = parse.tokens[verb].head
    first = parse.tokens[head].head if parse.tokens[head].dep == "pobj" else head
    return parse.tokens[verb].dep == "ccomp" and over in said and first == over + 1


def _fineness(value: str) -> int:
    """Rank a date by how fine it is: a day or a night above a month above a year."""
    try:
        low, high = edtf.bounds(value)
    except ValueError:
        return 0
    days = (high - low).days
    return 4 if days <= 1 else 3 if days <= 7 else 2 if days <= 31 else 1


def brief(date: EventDate) -> bool:
    """Whether a date is of a week or less; words are said on a day, not in a season."""
    return _fineness(date.edtf) >= 3


def firmest(dates: Sequence[EventDate | None]) -> EventDate | None:
    """Of the dates that the sentences of one event give, take the firmest, then the finest."""
    given = [d for d in dates if d is not None]
    if not given:
        return None
    order = sorted(
        range(len(given)),
        key=lambda i: (_class(given[i].rule), -_fineness(given[i].edtf), i),
    )
    return _narrowed(given[order[0]], given)


def _narrowed(date: EventDate, given: Sequence[EventDate]) -> EventDate:
    """Take the one day of a night that other sentences of the event name: `early on Tuesday`."""
    if not is_night(date):
        return date
    days = [d for d in given if d.rule in RULES[:2] and d.edtf in date.edtf.split("/")]
    return days[0] if len({d.edtf for d in days}) == 1 else date


def is_night(date: EventDate) -> bool:
    """Whether it is a night by its two days: `overnight`, `the night to Tuesday`."""
    return edtf.is_night(date.edtf, date.evidence)


def _class(rule: str) -> int:
    """Clause and sentence weigh alike between sentences; a day said is weaker."""
    return 0 if rule in RULES[:2] else RULES.index(rule)


def not_after(date: EventDate, day: dt.date | None) -> EventDate:
    """End the interval of what took place on the day of publication: `this week`."""
    first, slash, last = date.edtf.partition("/")
    if day is None or not slash or len(first) != 10 or len(last) != 10:
        return date
    end = day.isoformat()
    return (
        replace(date, edtf=first if first == end else f"{first}/{end}")
        if (first <= end < last)
        else date
    )


def long_before(date: EventDate | None, day: dt.date | None) -> bool:
    """Whether an event lies so far before the news that it is its background."""
    if date is None or day is None:
        return False
    try:
        _, high = edtf.bounds(date.edtf)
    except ValueError:
        return False
    return (day - high).days > BACKGROUND_DAYS
