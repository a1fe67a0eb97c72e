"""Which drafts of one article tell one event."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator import edtf
from generator.extract.dates import long_before
from generator.extract.drafts import Draft
from generator.extract.story import Story
from generator.extract.triggers import CONSEQUENCES, family
from generator.model import Argument, Mode, NameKind, Registry

_SHIELD = frozenset({"attack", "interception"})
"""An attack and what was shot down of it are one event, unless told of another place."""
_TOLD_BY_PEOPLE = frozenset(
    {
        "election",
        "agreement",
        "appointment",
        "arrest",
        "call",
        "charge",
        "crime",
        "economy",
        "meeting",
        "resignation",
        "trial",
        "verdict",
    }
)
"""Kinds of which one article may tell several, told apart by who takes part."""
_TOLLS = frozenset({"death", "damage", "rescue"})
"""Kinds that belong to the disaster told last where they name no place of their own."""
_REACH = 3
"""Paragraphs within which `the attack` still points to the attack told last."""


@dataclass(slots=True, kw_only=True)
class Group:
    """Drafts of one event, in the order of the text, while an article is being read."""

    drafts: list[Draft]
    voices: list[Argument] = field(default_factory=list)
    """Those who add to it in statements of their own."""
    details: list[int] = field(default_factory=list)
    """Scenes that add to it without an event word of their own."""
    parent: Group | None = None
    """The larger event that this one is part of."""

    @property
    def first(self) -> Draft:
        """The draft that opened the group."""
        return self.drafts[0]

    @property
    def kind(self) -> str:
        """Kind of the first draft that tells a cause, or of the first."""
        fresh = [d for d in self.drafts if not d.known] or self.drafts
        firm = sorted(fresh, key=lambda d: (d.trigger.weak, not d.main, -d.strength))
        causes = [d.kind for d in firm if d.kind not in CONSEQUENCES]
        causes.sort(key="interception".__eq__)
        return causes[0] if causes else self.first.kind

    @property
    def places(self) -> list[str]:
        """Places of all drafts in the order of the text."""
        return list(dict.fromkeys(p for d in self.drafts for p in d.places))

    @property
    def toll(self) -> frozenset[tuple[str, float]]:
        """The people of all drafts."""
        return frozenset(t for d in self.drafts for t in d.toll)

    def doers(self) -> frozenset[str]:
        """Ids of those who do it."""
        return frozenset(a.actor for d in self.drafts for a in d.arguments if a.role == "agent")


def group(drafts: list[Draft], story: Story) -> list[Group]:
    """Join the drafts of one event, in the order of the text."""
    groups: list[Group] = []
    for draft in drafts:
        home = _home(draft, groups, story)
        if home is not None:
            home.drafts.append(draft)
        elif (about := _spoken_of(draft, groups, story)) is not None:
            about.details.append(draft.at)
            about.voices.extend(draft.arguments[:1])
        elif draft.strength > 1 or not draft.known:
            if _hangs(draft, groups, story):
                continue
            groups.append(Group(drafts=[draft], parent=_parent(draft, groups, story.registry)))
    return groups


def _home(draft: Draft, groups: list[Group], story: Story) -> Group | None:
    paragraph = story.scenes[draft.at].sentence.paragraph
    for candidate in sorted(groups, key=lambda g: -max(d.at for d in g.drafts)):
        distance = paragraph - story.scenes[candidate.drafts[-1].at].sentence.paragraph
        if draft.mode is Mode.STATEMENT:
            if _same_voice(draft, candidate, story.registry, near=distance <= 1):
                return candidate
        elif _same_event(draft, candidate, story.registry, distance=distance):
            return candidate
    return None


def _spoken_of(draft: Draft, groups: list[Group], story: Story) -> Group | None:
    """Return the event that a statement only adds facts to.

    What rescuers, companies or the police report of an event belongs to it; what those in office
    say, or a statement that opens the article, is an event of its own.
    """
    if draft.mode is not Mode.STATEMENT or draft.at == story.lede or draft.speech is None:
        return None
    events = [g for g in groups if g.first.mode is not Mode.STATEMENT]
    if groups and (near := _goes_on(draft, groups[-1], story)) is not None:
        return near
    voice = {a.actor for a in draft.arguments}
    for event in reversed(events):
        taking_part = {a.actor for d in event.drafts for a in d.arguments} | {
            a.actor for a in event.voices
        }
        if voice & taking_part and not draft.speech.stance and draft.speech.weight != "political":
            return event
    facts = draft.speech.weight == "operational" and (
        not draft.speech.stance or draft.speech.mentions[0].kind is NameKind.PERSON
    )
    return events[-1] if events and (facts or draft.speech.weight == "known") else None


def _goes_on(draft: Draft, last: Group, story: Story) -> Group | None:
    """Return the event told last where a statement only goes on about it.

    `He added that …` after an event that he told, or words on `the talks` after talks.
    """
    here = story.scenes[draft.at].sentence.paragraph
    there = story.scenes[max(d.at for d in last.drafts)].sentence.paragraph
    if here != there or last.first.mode is Mode.STATEMENT or draft.speech is None:
        return None
    token = draft.speech.speaker
    pronoun = token is not None and story.scenes[draft.at].tree.tokens[token].pos == "PRON"
    voices = {a.actor for d in last.drafts for a in d.arguments if a.role == "speaker"}
    same = pronoun and bool(voices & {a.actor for a in draft.arguments})
    return last if same or (draft.about == last.kind and not draft.speech.stance) else None


def _hangs(draft: Draft, groups: list[Group], story: Story) -> bool:
    """Whether an undated event only carries on a dated one of long ago in the same paragraph."""
    if draft.date is not None or not groups or draft.mode is Mode.STATEMENT:
        return False
    last = groups[-1].drafts[-1]
    here, there = story.scenes[draft.at].sentence, story.scenes[last.at].sentence
    day = story.day
    return here.paragraph == there.paragraph and long_before(last.date, day)


def _same_voice(draft: Draft, other: Group, registry: Registry, *, near: bool) -> bool:
    """Whether two statements are one appearance of one speaker."""
    if other.first.mode is not Mode.STATEMENT or not _dates_agree(draft, other):
        return False
    mine, theirs = _voices(draft), {v for d in other.drafts for v in _voices(d)}
    if mine and mine[0] in theirs:
        return True
    if not near or not mine or not theirs:
        return False
    first = _voices(other.first)
    return any(
        _is_body(house, registry) and house in {*_houses(person, registry), *rest}
        for house, person, rest in ((first[0], mine[0], mine), (mine[0], first[0], first))
    )


def _houses(person: str, registry: Registry) -> set[str | None]:
    entity = registry.actors.get(person)
    return {entity.affiliation} if entity is not None else set()


def _is_body(actor: str, registry: Registry) -> bool:
    entity = registry.actors.get(actor)
    return entity is not None and entity.kind != NameKind.PERSON


def _voices(draft: Draft) -> list[str]:
    return [a.actor for a in draft.arguments if a.role == "speaker"]


def _same_event(draft: Draft, other: Group, registry: Registry, *, distance: int) -> bool:
    if other.first.mode is Mode.STATEMENT or not _kinds_agree(draft, other):
        return False
    if (draft.mode is Mode.PLANNED) != (other.first.mode is Mode.PLANNED):
        return False
    if other.first.earlier and draft.date is not None and not draft.known:
        return False
    if draft.another or not _dates_agree(draft, other):
        return False
    relation = relate(draft.places, other.places, registry)
    if relation == "apart" and _same_toll(draft, other, registry):
        relation = "contains"
    if {draft.kind, other.kind} == _SHIELD:
        agents = {a.actor for a in draft.arguments if a.role == "agent"}
        shield = draft.kind == "interception" and not agents & other.doers()
        return shield and relation == "unknown" and distance <= 1
    if family(draft.kind) == "harm" and not _doers_agree(draft, other):
        return False
    if relation == "apart" or (relation == "inside" and draft.toll and other.toll):
        return False
    if draft.known and distance <= _REACH and not _tolls_clash(draft, other):
        return True
    if draft.kind in _TOLD_BY_PEOPLE:
        if _bare(draft) and draft.kind == other.kind:
            return True
        return _people_agree(draft, other)
    if _tolls_clash(draft, other) and relation != "same":
        return False
    if relation != "unknown" or draft.toll & other.toll:
        return True
    return draft.kind in _TOLLS or (distance <= 0 and not draft.listed)


def _bare(draft: Draft) -> bool:
    """Whether the words give an event nothing to be told apart by."""
    return not (draft.places or draft.date or draft.toll or draft.listed) and not any(
        a.role != "speaker" for a in draft.arguments
    )


def _kinds_agree(draft: Draft, other: Group) -> bool:
    kinds = {draft.kind, other.kind}
    if len(kinds) == 1:
        return True
    if kinds == _SHIELD:
        return True
    return family(draft.kind) == family(other.kind) == "harm" and bool(kinds & CONSEQUENCES)


def _dates_agree(draft: Draft, other: Group) -> bool:
    """Whether no two dates that the words give exclude each other."""
    mine = draft.date
    if mine is None or mine.rule == "when it was said":
        return True
    theirs = [d.date for d in other.drafts if d.date and d.date.rule != "when it was said"]
    return not theirs or any(_overlap(mine.edtf, d.edtf) for d in theirs)


def _overlap(a: str, b: str) -> bool:
    try:
        return edtf.overlaps(a, b)
    except ValueError:
        return False


def _doers_agree(draft: Draft, other: Group) -> bool:
    mine = {a.actor for a in draft.arguments if a.role == "agent"}
    theirs = other.doers()
    return not mine or not theirs or bool(mine & theirs)


def _people_agree(draft: Draft, other: Group) -> bool:
    """Whether those who take part are partly the same, or not said on one side."""
    mine = {a.actor for a in draft.arguments if a.role != "speaker"}
    theirs = {a.actor for d in other.drafts for a in d.arguments if a.role != "speaker"}
    numbers = {f.value for f in draft.figures}
    known = {f.value for d in other.drafts for f in d.figures}
    if mine and theirs:
        return bool(mine & theirs)
    return bool(numbers & known) or (draft.known and not numbers)


def _same_toll(draft: Draft, other: Group, registry: Registry) -> bool:
    """Whether a vague place and a firm one of one country have the same toll."""
    if not draft.toll & other.toll or _tolls_clash(draft, other):
        return False
    here = [registry.places.get(p) for p in (*draft.places[:1], *other.places[:1])]
    countries = {e.country for e in here if e is not None}
    return len(countries) == 1 and any(e is not None and e.kind == "region" for e in here)


def _tolls_clash(draft: Draft, other: Group) -> bool:
    mine, theirs = dict(draft.toll), dict(other.toll)
    return any(mine[w] != theirs[w] for w in mine.keys() & theirs.keys())


def relate(a: tuple[str, ...], b: list[str], registry: Registry) -> str:
    """Relate the places of two drafts: same, inside, contains, apart or unknown."""
    if not a or not b:
        return "unknown"
    mine, theirs = _finest(a, registry), _finest(tuple(b), registry)
    if set(mine) & set(theirs):
        return "same"
    above_mine = {w for p in mine for w in _chain(p, registry)}
    if above_mine & set(theirs):
        return "inside"
    above_theirs = {w for p in theirs for w in _chain(p, registry)}
    return "contains" if above_theirs & set(mine) else "apart"


def _finest(places: tuple[str, ...], registry: Registry) -> list[str]:
    """Leave out the places that others of the list lie in."""
    above = {w for p in places for w in _chain(p, registry)}
    return [p for p in places if p not in above]


def _chain(place: str, registry: Registry) -> list[str]:
    """Return the ids of the larger places that a place lies in, its country's included."""
    found: list[str] = []
    entity = registry.places.get(place)
    while entity is not None and entity.within and entity.within not in found:
        found.append(entity.within)
        entity = registry.places.get(entity.within)
    country = registry.places[place].country if place in registry.places else None
    if country:
        found += [
            e.id
            for e in registry.places.values()
            if e.kind == "country" and e.country == country and e.id != place
        ]
    return found


def _lands(places: tuple[str, ...], registry: Registry) -> frozenset[str]:
    """Return the countries that places lie in."""
    found = (registry.places.get(p) for p in places)
    return frozenset(e.country for e in found if e is not None and e.country)


def _parent(draft: Draft, groups: list[Group], registry: Registry) -> Group | None:
    """Return the event of the same day and family that a new event may be part of."""
    if draft.mode is not Mode.OCCURRENCE:
        return None
    kin = [
        g
        for g in reversed(groups)
        if g.first.mode is not Mode.STATEMENT
        and family(g.kind) == family(draft.kind)
        and _dates_agree(draft, g)
        and _doers_agree(draft, g)
    ]
    lands = _lands(draft.places, registry)
    for other in kin:
        if lands & _lands(tuple(other.places), registry):
            return other
    for other in kin:
        if not lands or not other.places:
            return other
    return None
