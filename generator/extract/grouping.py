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
        firm = sorted(self.drafts, key=lambda d: (d.trigger.weak, not d.main, -d.strength))
        causes = [d.kind for d in firm if d.kind not in CONSEQUENCES]
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
            groups.append(Group(drafts=[draft], parent=_parent(draft, groups)))
    return groups


def _home(draft: Draft, groups: list[Group], story: Story) -> Group | None:
    paragraph = story.scenes[draft.at].sentence.paragraph
    for candidate in reversed(groups):
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
    houses = {registry.actors[v].affiliation for v in mine if v in registry.actors} - {None}
    return near and bool((houses | set(mine)) & theirs)


def _voices(draft: Draft) -> list[str]:
    return [a.actor for a in draft.arguments if a.role == "speaker"]


def _same_event(draft: Draft, other: Group, registry: Registry, *, distance: int) -> bool:
    if other.first.mode is Mode.STATEMENT or not _kinds_agree(draft, other):
        return False
    if (draft.mode is Mode.PLANNED) != (other.first.mode is Mode.PLANNED):
        return False
    if draft.another or not _dates_agree(draft, other):
        return False
    relation = relate(draft.places, other.places, registry)
    if {draft.kind, other.kind} == _SHIELD:
        return relation == "unknown" and distance <= 1
    if family(draft.kind) == "harm" and not _doers_agree(draft, other):
        return False
    if relation == "apart" or (relation == "inside" and draft.toll and other.toll):
        return False
    if draft.known and distance <= _REACH:
        return True
    if draft.kind in {
        "arrest",
        "charge",
        "trial",
        "verdict",
        "economy",
        "appointment",
        "resignation",
        "meeting",
        "call",
        "agreement",
        "crime",
    }:
        return _people_agree(draft, other)
    if _tolls_clash(draft, other) and relation != "same":
        return False
    return (
        relation in {"same", "contains", "inside"} or distance <= 1 or bool(draft.toll & other.toll)
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


def _tolls_clash(draft: Draft, other: Group) -> bool:
    mine, theirs = dict(draft.toll), dict(other.toll)
    return any(mine[w] != theirs[w] for w in mine.keys() & theirs.keys())


def relate(a: tuple[str, ...], b: list[str], registry: Registry) -> str:
    """Relate the places of two drafts: same, inside, contains, apart or unknown."""
    if not a or not b:
        return "unknown"
    if a[0] in b:
        return "same"
    above_a = {w for p in a for w in _chain(p, registry)}
    if above_a & set(b):
        return "inside"
    above_b = {w for p in b for w in _chain(p, registry)}
    if above_b & set(a):
        return "contains"
    return "same" if set(a) & set(b) else "apart"


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


def _parent(draft: Draft, groups: list[Group]) -> Group | None:
    """Return the event of the same day and family that a new event may be part of."""
    if draft.mode is not Mode.OCCURRENCE:
        return None
    for other in reversed(groups):
        if other.first.mode is Mode.STATEMENT or family(other.kind) != family(draft.kind):
            continue
        if _dates_agree(draft, other) and _doers_agree(draft, other):
            return other.parent or other
    return None
