"""What one sentence tells: drafts of events, before the sentences of one event are joined."""

from __future__ import annotations

from dataclasses import replace

from generator import lexicons
from generator.extract import signals
from generator.extract.causes import caused, fused
from generator.extract.dates import ANOTHER, RULES, SAID, dated, hour_of
from generator.extract.doings import plainly_told, unknown
from generator.extract.draft import Draft
from generator.extract.figures import figures
from generator.extract.judging import (
    STATES,
    confided,
    forecast,
    judged,
    lies_ahead,
    matters,
    opined,
    set_for,
)
from generator.extract.nearness import lands_told
from generator.extract.places import is_vague, places, targets
from generator.extract.position import (
    BELOW,
    aims,
    chain_of,
    clause_of,
    cleft,
    contrasts,
    coordinate,
    crimes,
    in_main_clause,
    verb_of,
)
from generator.extract.present import counts
from generator.extract.realis import Realis
from generator.extract.reference import place_before
from generator.extract.roles import PLACED, antecedents, arguments, own_land, undergoers
from generator.extract.scene import Scene, clause, subject
from generator.extract.sequels import counted_back
from generator.extract.speech import Speech, speeches
from generator.extract.statements import outweighs, words
from generator.extract.story import Story
from generator.extract.triggers import Trigger, family
from generator.extract.turns import turning, underway
from generator.model import Argument, EventDate, Figure, Mode, NameKind, Part, TimexType

_TOLD = frozenset({Realis.HAPPENED, Realis.ONGOING, Realis.PLANNED})
_OFFICE = frozenset({"appointment", "resignation"})
_JUDGED = frozenset({"arrest", "charge", "trial", "verdict"})
_OF_STATES = frozenset({RULES[0], SAID})
"""What dates a thing that goes on: its own clause, or the day when it was told."""
_TALKS = frozenset({"call", "meeting"})
"""Kinds whose aim lies elsewhere: `talks to end the war in X`, but `sent men to clear X`."""


def drafts(at: int, story: Story) -> list[Draft]:
    """Return the events that a sentence tells, the main one first."""
    scene = story.scenes[at]
    text = scene.sentence.text.rstrip(" \"”’')")
    if scene.sentence.part not in (Part.BODY, Part.ITEM) or text.endswith("?") or at < story.lede:
        return []
    said = speeches(at, story)
    told = [d for t in story.triggers[at] if (d := _draft(at, story, t, said))]
    told = [d for d in turning(scene, told) if not underway(scene, d.trigger)]
    told = _without_quests(fused(scene, caused(scene, _aftermath(scene, told))))
    told.sort(key=lambda d: (-_rank(scene, d), d.trigger.token))
    statement = words(at, story, said)
    main = next((d for d in told if _stands(d)), None)
    main = main or next((d for d in told if plainly_told(scene, d.trigger)), None)
    if main is None:
        return [_with_bodies(statement, said)] if statement else []
    rest = [d for d in told if d is not main]
    named = statement is not None and bool(statement.arguments)
    if statement is not None and named and outweighs(scene, statement, main):
        about = main.kind if main.known else None
        aloud = _with_bodies(replace(statement, about=about), said)
        return [aloud, *(_with_bodies(d, said) for d in _others(scene, statement, told, story))]
    first, *others = _apart(scene, [main, *_others(scene, main, rest, story)])
    return [_with_bodies(_voiced(first), said), *others]


def _apart(scene: Scene, told: list[Draft]) -> list[Draft]:
    """Give each event of a sentence the figures and places of its own clause, where it has one."""
    whole = frozenset(_whole(scene))
    own = [frozenset(coordinate(scene, draft.trigger)) for draft in told]
    counted = told[0].figures
    apart = []
    for draft, mine in zip(told, own, strict=True):
        others = [w for w in own if draft.trigger.token not in w]
        alone = mine and any(d.trigger.token not in mine for d in told)
        beside = frozenset().union(*others, whole - mine if alone else ())
        elsewhere = {m.place for m in scene.at(beside)} - {
            m.place for m in scene.at(whole - beside)
        }
        if beside:
            inside = tuple(f for f in counted if beside.isdisjoint(scene.tree.within(f)))
            where = tuple(p for p in draft.places if p not in elsewhere)
            draft = replace(draft, figures=inside, places=where)
        apart.append(draft)
    return apart


def _stands(draft: Draft) -> bool:
    """Whether enough anchors an event: one name, place, day or figure; two for a weak word."""
    if draft.mode is Mode.PLANNED:
        firm = bool(draft.figures) and not draft.trigger.weak
        return draft.date is not None or len(draft.arguments) + len(draft.places) + firm > 1
    if draft.trigger.weak and not (draft.arguments or draft.places or draft.figures):
        return draft.known
    return draft.known or bool(draft.toll) or draft.strength >= (2 if draft.trigger.weak else 1)


def _draft(at: int, story: Story, trigger: Trigger, said: list[Speech]) -> Draft | None:
    """Read one event word with its clause; None where it tells nothing that took place."""
    scene = story.scenes[at]
    realis = judged(scene, trigger, story.day)
    if trigger.kind == "statement" or realis not in _TOLD:
        return None
    if realis is Realis.ONGOING and not matters(scene, trigger):
        return None
    speech = _speaker(scene, trigger, said)
    if speech is not None and speech.weight == "private" and opined(scene, trigger):
        return None
    if speech is not None and confided(scene, trigger, speech):
        return None
    date = dated(scene, trigger.token, said, None if realis is Realis.ONGOING else story.day)
    date = date or counted_back(scene, trigger.token, story.day)
    if realis is Realis.HAPPENED and date is not None and lies_ahead(date, story.day):
        realis = Realis.PLANNED if set_for(trigger, date) else realis
        date = None if forecast(date) else date
    if realis is Realis.ONGOING and date is not None and date.rule not in _OF_STATES:
        date = None
    parts = arguments(at, story, trigger)
    where = _where(at, story, trigger, speech)
    counted = figures(scene, lands_told(at, story))
    nouns = frozenset(t.token for t in story.triggers[at] if not t.verb)
    return Draft(
        at=at,
        trigger=trigger,
        mode=_mode(realis),
        known=signals.known(scene, trigger, nouns),
        another=signals.another(scene, trigger),
        earlier=signals.earlier(scene, trigger) or signals.after(scene, trigger.token),
        recent=signals.recent(scene, trigger),
        date=date,
        hour=hour_of(scene, trigger.token, said),
        arguments=parts,
        places=tuple(where),
        figures=tuple(counted),
        speech=speech,
        strength=_strength(date, parts, where, counted)
        + (at == story.lede)
        + _vouched(speech)
        + _hinted(scene, trigger, parts),
        main=in_main_clause(scene, trigger),
        listed=scene.sentence.part is Part.ITEM,
    )


def _aftermath(scene: Scene, told: list[Draft]) -> list[Draft]:
    """Take for the news what a toll is told after: `40 are missing after a boat sank`."""
    if any(d.main or d.another for d in told) or not counts(scene):
        return told
    return [replace(d, earlier=False) for d in told]


def _without_quests(told: list[Draft]) -> list[Draft]:
    """Leave out who is at it where the sentence tells what was done: `police hunt a man who …`."""
    done = any(d.mode is Mode.OCCURRENCE and not d.trigger.weak for d in told)
    return [d for d in told if not (done and d.mode is Mode.STATE and d.kind not in STATES)]


def _vouched(speech: Speech | None) -> int:
    """Count who says it, where that is somebody of weight."""
    named = speech is not None and bool(speech.mentions)
    return int(named and speech is not None and speech.weight not in {"private", "none"})


def _mode(realis: Realis) -> Mode:
    if realis is Realis.PLANNED:
        return Mode.PLANNED
    return Mode.STATE if realis is Realis.ONGOING else Mode.OCCURRENCE


def _where(at: int, story: Story, trigger: Trigger, speech: Speech | None) -> list[str]:
    """Return where it happened: by the clause, by `that area`, by the sentence, by the target.

    Where somebody spoke of it counts if the sentence names no other place.
    """
    scene = story.scenes[at]
    area = clause_of(scene, trigger.token)
    joined = _joined(at, story, trigger)
    named = antecedents(scene, trigger.token)
    struck = named | (undergoers(scene, trigger) if trigger.kind in PLACED else set())
    before = signals.points_to_place(scene, area | joined)
    inner = set(scene.tree.subtree(trigger.token)) if trigger.kind == "meeting" else set()
    if not trigger.verb and (held := places(scene, inner, set(), story.registry)):
        return held
    aim = aims(scene, trigger)
    crime = crimes(scene, trigger) if trigger.kind in _JUDGED else set()
    found = (
        places(scene, (area | joined | named) - aim - crime, struck, story.registry)
        or own_land(scene, _whole(scene) if trigger.kind == "airspace-violation" else area)
        or (place_before(at, story) if before else [])
    )
    beside = set() if trigger.kind in PLACED else contrasts(scene, trigger)
    others = _whole(scene) - aim - beside - crime
    told = places(scene, others - _venue(scene, speech), struck, story.registry)
    told = told or places(scene, others, struck, story.registry)
    if found and not before:
        return found + (_within(found, told, story) if trigger.kind in PLACED else [])
    nearby = list(dict.fromkeys([*found, *told]))
    if not nearby and trigger.kind in PLACED:
        nearby = targets(scene)
    if not nearby and trigger.kind not in _TALKS:
        nearby = places(scene, aim, struck, story.registry)
    return nearby


def _within(found: list[str], rest: list[str], story: Story) -> list[str]:
    """Return the places of other clauses that lie in a country, or a quarter of one, found."""
    known = story.registry.places
    wide = [p for p in found if p in known and _is_wide(p, story)]
    lands = {known[p].country for p in wide}
    if len(wide) != len(found):
        return []
    return [p for p in rest if p in known and not _is_wide(p, story) and known[p].country in lands]


def _venue(scene: Scene, speech: Speech | None) -> set[int]:
    """Return the words that tell how it was said: `the minister told reporters in X`."""
    if speech is None or speech.verb is None or speech.content == speech.verb:
        return set()
    return clause(scene.tree, speech.verb)


def _is_wide(place: str, story: Story) -> bool:
    known = story.registry
    return known.places[place].kind == "country" or is_vague(place, known)


def _joined(at: int, story: Story, trigger: Trigger) -> set[int]:
    """Return the clauses of the verbs joined to an event's own that go on telling it."""
    scene = story.scenes[at]
    others = {
        t.token for t in story.triggers[at] if t.verb and family(t.kind) != family(trigger.kind)
    }
    verb = verb_of(scene, trigger.token)
    parse = scene.tree
    below = [c for c in parse.having(verb, "advcl") if _details(scene, c)]
    after = [
        c
        for near in (verb, *below)
        for c in (*parse.having(near, "conj"), near)
        if c not in others and c != verb
    ]
    return {i for c in after for i in clause_of(scene, c)}


def _details(scene: Scene, verb: int) -> bool:
    """Whether a clause tells the same scene as the one above it: `…, burying homes in X`."""
    parse = scene.tree
    marks = {scene.lower(c) for c in parse.having(verb, "mark", "advmod")}
    follows = parse.tokens[verb].head < verb
    return (follows and bool(marks & {"as", "when"})) or (
        parse.tokens[verb].tag == "VBG" and not parse.having(verb, "aux", "mark")
    )


def _whole(scene: Scene) -> set[int]:
    return set(range(len(scene.tree.tokens)))


def _strength(
    date: EventDate | None, parts: tuple[Argument, ...], where: list[str], counted: list[Figure]
) -> int:
    anchors = min(2, len(parts)) + min(1, len(where)) + min(4, len(counted))
    return anchors + (1 if date is not None and date.rule != "when it was said" else 0)


def _hinted(scene: Scene, trigger: Trigger, parts: tuple[Argument, ...]) -> int:
    """Count a doer by a name that nothing knows, or a time of the clock."""
    area = clause_of(scene, trigger.token)
    clock = any(
        timex.type is TimexType.TIME and timex.edtf is None and head in area
        for timex, head in zip(scene.timexes, scene.times, strict=True)
    )
    deed = trigger.kind == "other" and trigger.verb and not parts
    who = subject(scene.tree, trigger.token) if deed else None
    counted = who is not None and scene.tree.child(who, "nummod") is not None
    return int(clock) + int(who is not None and (counted or unknown(scene, who)))


def _rank(scene: Scene, draft: Draft) -> float:
    """Order the event words of one sentence: near the root, firm, new, dated in its own clause."""
    parse = scene.tree
    token = draft.trigger.token
    chain = chain_of(scene, token)
    crossed = sum(1 for i in chain if parse.tokens[i].dep in BELOW and not cleft(scene, i))
    rank = 6.0 - 2.0 * crossed - 0.5 * len(chain)
    rank += 0.0 if draft.trigger.weak else 2.0
    rank += 1.0 if draft.date is not None and draft.date.rule == "same clause" else 0.0
    rank += 0.5 * min(3, len(draft.arguments)) - (2.0 if draft.known else 0.0)
    rank -= (1.5 if draft.mode is Mode.STATE else 0.0) + (0.0 if draft.main else 1.5)
    light = scene.lower(parse.tokens[token].head) in lexicons.lines("en/light_verbs")
    return rank + (1.5 if not draft.trigger.verb and light else 0.0)


def _speaker(scene: Scene, trigger: Trigger, said: list[Speech]) -> Speech | None:
    """Return who says it: the attribution whose words hold the event word."""
    above = set(chain_of(scene, trigger.token))
    for speech in reversed(said):
        if speech.verb is None or speech.verb in above or speech.content in above:
            return speech
    return None


def _others(scene: Scene, main: Draft, told: list[Draft], story: Story) -> list[Draft]:
    """Keep the further events of a sentence: each with a day or place of its own."""
    kept: list[Draft] = []
    area = clause_of(scene, main.trigger.token) if main.mode is not Mode.STATEMENT else set()
    for draft in told:
        own = draft.date is not None and draft.date.rule in {"same clause", ANOTHER}
        new = draft.date is not None and all(
            k.date is None or k.date.edtf != draft.date.edtf for k in (main, *kept)
        )
        noun_place = (
            not draft.trigger.verb
            and draft.recent
            and bool(
                places(scene, set(scene.tree.subtree(draft.trigger.token)), set(), story.registry)
            )
        )
        named = bool(draft.arguments or draft.places)
        apart = draft.trigger.token not in area and not draft.known
        further = _further(draft, main) and all(_further(draft, k) for k in kept)
        if ((own and new) or noun_place or further) and named and apart:
            kept.append(replace(draft, figures=()))
    return kept


def _further(draft: Draft, main: Draft) -> bool:
    """Whether a firm verb of another family tells a second event: `fired him and named her`."""
    fresh = {a.actor for a in draft.arguments} - {a.actor for a in main.arguments}
    took_place = draft.mode is main.mode is Mode.OCCURRENCE
    if not (fresh and draft.trigger.verb and draft.main and took_place) or draft.trigger.weak:
        return False
    if {draft.kind, main.kind} == _OFFICE:
        return True
    other = family(draft.kind)
    return other not in {"harm", "health"} and other != family(main.kind)


def _voiced(main: Draft) -> Draft:
    """Give an event those who tell it as speakers."""
    said = main.speech.mentions if main.speech else ()
    heard = main.speech is not None and main.speech.weight not in {"private", "none"}
    names = [m for m in said if heard and not m.adjective]
    known = {a.actor for a in main.arguments}
    speakers = [
        Argument(actor=m.actor, role="speaker") for m in names if m.actor and m.actor not in known
    ]
    return replace(main, arguments=(*main.arguments, *speakers))


def _with_bodies(draft: Draft, said: list[Speech]) -> Draft:
    """Add the organisations that also speak: `X warned of waves, though Y saw no risk`."""
    known = {a.actor for a in draft.arguments}
    bodies = [
        speech.mentions[0].actor
        for speech in said
        if speech.mentions and speech.mentions[0].kind is NameKind.ORGANISATION
    ]
    further = [
        Argument(actor=actor, role="speaker")
        for actor in bodies
        if actor is not None and actor not in known
    ]
    return replace(draft, arguments=(*draft.arguments, *dict.fromkeys(further)))
