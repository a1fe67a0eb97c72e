"""What one sentence tells: drafts of events, before the sentences of one event are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator import lexicons
from generator.extract import signals
from generator.extract.dates import dated
from generator.extract.figures import figures
from generator.extract.places import is_place, places
from generator.extract.realis import Realis, habitual, of_word
from generator.extract.reference import place_before
from generator.extract.roles import PLACED, antecedents, arguments, own_land, undergoers
from generator.extract.scene import CLAUSAL, Scene, ancestors, clause
from generator.extract.speech import Speech, speeches
from generator.extract.story import Story
from generator.extract.triggers import CONSEQUENCES, Trigger, family
from generator.model import Argument, EventDate, Figure, Mode, NameKind, Part

_TOLD = frozenset({Realis.HAPPENED, Realis.ONGOING, Realis.PLANNED})
_UNSAID = frozenset({Realis.HYPOTHETICAL, Realis.NEGATED, Realis.PLANNED})
_STATES = frozenset(
    {"territorial-gain", "attack", "clash", "protest", "meeting", "disaster", "outage", "disease"}
)
"""Kinds that matter while they go on."""
_SMALL = frozenset({"killed", "injured", "missing", "arrested", "displaced", "casualties"})
_BELOW = frozenset({"relcl", "advcl", "acl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One event in one sentence."""

    at: int
    """Index of its scene."""
    trigger: Trigger
    mode: Mode
    known: bool
    """Whether the words point back: `the attack`, `these strikes`."""
    another: bool
    """Whether the words say that it is a further one: `another attack`."""
    earlier: bool
    """Whether the words set it before the news: `had already been convicted`."""
    recent: bool
    """Whether the words say no more than that it was some days ago: `recent talks`."""
    date: EventDate | None
    arguments: tuple[Argument, ...]
    places: tuple[str, ...]
    figures: tuple[Figure, ...]
    speech: Speech | None
    strength: int
    """How much anchors it; orders the sentences of one event."""
    listed: bool = False
    """Whether it is an item of a list."""
    about: str | None = None
    """Kind of the event told before that a statement speaks of: `the talks were productive`."""
    main: bool
    """Whether it stands in the main clause of its sentence or of what is said."""

    @property
    def kind(self) -> str:
        """Kind of the lexicon."""
        return self.trigger.kind

    @property
    def toll(self) -> frozenset[tuple[str, float]]:
        """The people that it befell, as what and how many."""
        return frozenset((f.what, f.value) for f in self.figures if f.what in _SMALL)


def drafts(at: int, story: Story) -> list[Draft]:
    """Return the events that a sentence tells, the main one first."""
    scene = story.scenes[at]
    text = scene.sentence.text.rstrip(" \"”’')")
    if scene.sentence.part not in (Part.BODY, Part.ITEM) or text.endswith("?") or at < story.lede:
        return []
    said = speeches(at, story)
    told = [d for t in story.triggers[at] if (d := _draft(at, story, t, said))]
    told = _fused(scene, _caused(scene, told))
    told.sort(key=lambda d: (-_rank(scene, d), d.trigger.token))
    statement = _statement(at, story, said)
    main = next((d for d in told if _stands(d)), None)
    if main is None:
        return [statement] if statement else []
    rest = [d for d in told if d is not main]
    if statement is not None and _outweighs(scene, statement, main):
        about = main.kind if main.known else None
        return [replace(statement, about=about), *_others(scene, statement, told, story)]
    return [_voiced(main), *_others(scene, main, rest, story)]


def _caused(scene: Scene, told: list[Draft]) -> list[Draft]:
    """Give deaths and damage the kind of their cause in the same clause: `killed in a flood`."""
    causes = [d for d in told if family(d.kind) == "harm" and d.kind not in CONSEQUENCES]
    found = []
    for draft in told:
        when = _when(scene, draft.trigger.token) | _under(scene, draft.trigger.token)
        area = _area(scene, draft.trigger.token) | when
        cause = next(
            (
                c
                for c in causes
                if c.trigger.token in area
                and not c.trigger.weak
                and (c.main or c.earlier or c.trigger.token in when)
            ),
            None,
        )
        if draft.kind in CONSEQUENCES and cause is not None:
            draft = replace(
                draft,
                trigger=replace(draft.trigger, kind=cause.kind),
                arguments=_union(cause.arguments, draft.arguments),
                another=draft.another or cause.another,
                known=draft.known or cause.known,
            )
        found.append(draft)
    return found


def _fused(scene: Scene, told: list[Draft]) -> list[Draft]:
    """Give a verb the actors of the event noun that it only carries: `held talks with X`."""
    found = []
    for draft in told:
        if draft.trigger.verb:
            area = _area(scene, draft.trigger.token)
            carried = [
                d
                for d in told
                if not d.trigger.verb and d.kind == draft.kind and d.trigger.token in area
            ]
            for noun in carried:
                draft = replace(draft, arguments=_union(draft.arguments, noun.arguments))
        found.append(draft)
    return found


def _under(scene: Scene, token: int) -> set[int]:
    """Return what a noun's own phrase names as its cause: `the death toll from the landslide`."""
    parse = scene.tree
    if parse.tokens[token].pos == "VERB":
        return set()
    top = parse.tokens[token].head if parse.tokens[token].dep == "compound" else token
    return {o for p in parse.having(top, "prep") for o in parse.having(p, "pobj")}


def _when(scene: Scene, token: int) -> set[int]:
    """Return the tokens of the clauses that say how it came: `died when a train derailed`."""
    parse = scene.tree
    below = [
        c
        for c in parse.having(token, "advcl")
        if {scene.lower(m) for m in parse.having(c, "advmod", "mark")} & {"when", "after", "as"}
    ]
    return {i for c in below for i in clause(parse, c)}


def _union(first: tuple[Argument, ...], second: tuple[Argument, ...]) -> tuple[Argument, ...]:
    known = {a.actor for a in first}
    return (*first, *(a for a in second if a.actor not in known))


def _stands(draft: Draft) -> bool:
    """Whether enough anchors an event: one name, place, day or figure; two for a weak word."""
    if draft.mode is Mode.PLANNED:
        return draft.date is not None or len(draft.arguments) + len(draft.places) > 1
    if draft.trigger.weak and not (draft.arguments or draft.places or draft.figures):
        return draft.known
    return draft.known or bool(draft.toll) or draft.strength >= (2 if draft.trigger.weak else 1)


def _draft(at: int, story: Story, trigger: Trigger, said: list[Speech]) -> Draft | None:
    """Read one event word with its clause; None where it tells nothing that took place."""
    scene = story.scenes[at]
    realis = _judged(scene, trigger)
    if trigger.kind == "statement" or realis not in _TOLD:
        return None
    if realis is Realis.ONGOING and trigger.kind not in _STATES:
        return None
    speech = _speaker(scene, trigger, said)
    if speech is not None and speech.weight == "private" and scene.quoted(trigger.token):
        return None
    date = dated(scene, trigger.token, said, None if realis is Realis.ONGOING else story.day)
    parts = arguments(at, story, trigger)
    where = _where(at, story, trigger)
    counted = figures(scene)
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
        arguments=parts,
        places=tuple(where),
        figures=tuple(counted),
        speech=speech,
        strength=_strength(date, parts, where, counted) + (at == story.lede) + _vouched(speech),
        main=_in_main_clause(scene, trigger),
        listed=scene.sentence.part is Part.ITEM,
    )


def _vouched(speech: Speech | None) -> int:
    """Count who says it, where that is somebody of weight."""
    named = speech is not None and bool(speech.mentions)
    return int(named and speech is not None and speech.weight not in {"private", "none"})


def _in_main_clause(scene: Scene, trigger: Trigger) -> bool:
    """Whether an event word is the main verb or hangs on it as its subject or object."""
    tokens = scene.tree.tokens
    chain = _chain(scene, trigger.token)
    if signals.after(scene, trigger.token):
        return False
    if any(tokens[i].dep in _BELOW and not _cleft(scene, i) for i in chain):
        return False
    for index in chain[1:]:
        if trigger.verb or tokens[index].pos in {"VERB", "AUX"}:
            return True
        counted = scene.lower(index) in lexicons.lines("en/group_nouns")
        if tokens[index].pos in {"NOUN", "PROPN"} and not counted:
            return False
    return True


def _cleft(scene: Scene, index: int) -> bool:
    """Whether the news stands in the `when` clause: `the high point came when …`."""
    marks = {scene.lower(c) for c in scene.tree.having(index, "advmod", "mark")}
    governor = scene.lower(scene.tree.tokens[index].head)
    return "when" in marks and governor in {"come", "begin", "happen", "be", "occur"}


def _chain(scene: Scene, token: int) -> list[int]:
    return [token, *ancestors(scene.tree, token)]


def _judged(scene: Scene, trigger: Trigger) -> Realis:
    realis = of_word(scene.tree, trigger.token)
    if trigger.verb and habitual(scene.tree, trigger.token):
        return Realis.GENERAL
    if realis is Realis.GENERAL and trigger.verb and _present_news(scene, trigger.token):
        return Realis.HAPPENED
    return realis


def _present_news(scene: Scene, token: int) -> bool:
    """Whether a present tense stands with a calendar day, as some outlets write the news."""
    present = scene.tree.tokens[token].tag in {"VBZ", "VBP"}
    return present and any(t.edtf and len(t.edtf) == 10 for t in scene.timexes)


def _mode(realis: Realis) -> Mode:
    if realis is Realis.PLANNED:
        return Mode.PLANNED
    return Mode.STATE if realis is Realis.ONGOING else Mode.OCCURRENCE


def _where(at: int, story: Story, trigger: Trigger) -> list[str]:
    """Return places of the trigger's clause, else what `that area` means, else the sentence's."""
    scene = story.scenes[at]
    struck = undergoers(scene, trigger) if trigger.kind in PLACED else set()
    area = _area(scene, trigger.token)
    struck |= antecedents(scene, trigger.token)
    found = places(scene, area | antecedents(scene, trigger.token), struck, story.registry)
    if not found:
        found = own_land(scene, area)
    if not found and signals.points_to_place(scene, area):
        found = place_before(at, story)
    rest = places(scene, None, struck, story.registry)
    return (
        found + [p for p in rest if p not in found]
        if signals.points_to_place(scene, area)
        else found or rest
    )


def _area(scene: Scene, token: int) -> set[int]:
    """Return the tokens of the clause that an event word stands in."""
    parse = scene.tree
    while parse.tokens[token].pos not in {"VERB", "AUX"}:
        if parse.tokens[token].dep in CLAUSAL or parse.tokens[token].head == token:
            break
        token = parse.tokens[token].head
    return clause(parse, token)


def _strength(
    date: EventDate | None, parts: tuple[Argument, ...], where: list[str], counted: list[Figure]
) -> int:
    anchors = min(2, len(parts)) + min(1, len(where)) + min(4, len(counted))
    return anchors + (1 if date is not None and date.rule != "when it was said" else 0)


def _rank(scene: Scene, draft: Draft) -> float:
    """Order the event words of one sentence: near the root, firm, new, dated in its own clause."""
    parse = scene.tree
    token = draft.trigger.token
    chain = _chain(scene, token)
    crossed = sum(1 for i in chain if parse.tokens[i].dep in _BELOW and not _cleft(scene, i))
    rank = 6.0 - 2.0 * crossed - 0.5 * len(chain)
    rank += 0.0 if draft.trigger.weak else 2.0
    rank += 1.0 if draft.date is not None and draft.date.rule == "same clause" else 0.0
    rank += 0.5 * min(3, len(draft.arguments)) - (2.0 if draft.known else 0.0)
    rank -= (1.5 if draft.mode is Mode.STATE else 0.0) + (0.0 if draft.main else 1.5)
    light = scene.lower(parse.tokens[token].head) in lexicons.lines("en/light_verbs")
    return rank + (1.5 if not draft.trigger.verb and light else 0.0)


def _speaker(scene: Scene, trigger: Trigger, said: list[Speech]) -> Speech | None:
    """Return who says it: the attribution whose words hold the event word."""
    above = set(_chain(scene, trigger.token))
    for speech in reversed(said):
        if speech.verb is None or speech.verb in above or speech.content in above:
            return speech
    return None


def _statement(at: int, story: Story, said: list[Speech]) -> Draft | None:
    """Draft what a person or body of weight says."""
    scene = story.scenes[at]
    speech = next((s for s in said if s.mentions and s.weight not in {"private", "none"}), None)
    if speech is None:
        return None
    tree = scene.tree
    root = next((i for i, t in enumerate(tree.tokens) if t.head == i), 0)
    token = next((i for i in (speech.verb, speech.content) if i is not None), root)
    if speech.verb is not None and of_word(tree, speech.verb) in _UNSAID:
        return None
    date = dated(scene, token, said, story.day)
    parts = _spoken(scene, speech)
    return Draft(
        at=at,
        trigger=Trigger(token=token, kind="statement", weak=not speech.stance, verb=True),
        mode=Mode.STATEMENT,
        known=False,
        another=False,
        earlier=False,
        recent=False,
        date=date if date is not None and date.rule != "same sentence" else None,
        arguments=parts,
        places=tuple(places(scene, None, set(), story.registry)),
        figures=tuple(figures(scene)),
        speech=speech,
        strength=1 + len(parts) + (at == story.lede),
        main=True,
    )


def _spoken(scene: Scene, speech: Speech) -> tuple[Argument, ...]:
    """Return who speaks, then the people and states that the words are about."""
    found = {m.actor: "speaker" for m in speech.mentions if m.actor}
    for mention in scene.mentions:
        person = mention.kind is NameKind.PERSON
        state = mention.kind is NameKind.STATE and not mention.adjective
        if mention.actor and (person or (state and not is_place(scene, mention))):
            found.setdefault(mention.actor, "participant")
    return tuple(Argument(actor=actor, role=role) for actor, role in found.items())


def _outweighs(scene: Scene, statement: Draft, event: Draft) -> bool:
    """Whether the words are the news rather than the event that they tell."""
    speech = statement.speech
    if speech is None or speech.verb is None or event.mode is Mode.PLANNED:
        return False
    if speech.verb is not None and speech.verb not in _chain(scene, event.trigger.token):
        return event.strength < 2 and speech.stance
    if event.toll or event.trigger.token == speech.verb:
        return False
    if event.known or event.recent or not event.main or (event.trigger.weak and event.strength < 3):
        return True
    return speech.stance


def _others(scene: Scene, main: Draft, told: list[Draft], story: Story) -> list[Draft]:
    """Keep the further events of a sentence: each with a day or place of its own."""
    kept: list[Draft] = []
    area = _area(scene, main.trigger.token) if main.mode is not Mode.STATEMENT else set()
    for draft in told:
        own = draft.date is not None and draft.date.rule == "same clause"
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
        if ((own and new) or noun_place) and named and apart:
            kept.append(replace(draft, figures=()))
    return kept


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
