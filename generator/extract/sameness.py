"""Whether a draft tells an event that the article has told already."""

from __future__ import annotations

from generator import edtf
from generator.extract.dates import long_before
from generator.extract.draft import Draft
from generator.extract.group import Group
from generator.extract.nearness import lands, relate
from generator.extract.scene import subject
from generator.extract.story import Story
from generator.extract.triggers import CONSEQUENCES, family
from generator.model import Mode, NameKind

_SHIELD = frozenset({"attack", "interception"})
"""An attack and what was shot down of it are one event, unless told of another place."""
_TOLD_BY_PEOPLE = frozenset(
    [
        "agreement",
        "appointment",
        "arrest",
        "call",
        "charge",
        "crime",
        "economy",
        "election",
        "meeting",
        "resignation",
        "trial",
        "verdict",
    ]
)
"""Kinds of which one article may tell several, told apart by who takes part."""
_STRANGERS = frozenset({"death", "outage"})
"""Consequences of which neither brings the other about: a road is shut, people died elsewhere."""
_TOLLS = frozenset({"damage", "death", "rescue"})
"""Kinds that belong to the disaster told last where they name no place of their own."""
_SHOCKS = frozenset({"earthquake", "quake", "shock", "temblor", "tremor"})
"""Disasters of a moment: `the quake` is the one told before, whichever place is named."""
_OF_THINGS = frozenset({"accident", "disaster", "launch"})
"""Kinds that one thing seldom does twice in an article: a bus, a storm, a rocket."""
_BEFORE = ("compound", "det", "nmod", "nummod")
_REACH = 3
"""Paragraphs within which `the attack` still points to the attack told last."""


def same_event(draft: Draft, other: Group, story: Story, *, distance: int) -> bool:
    """Whether a draft fits an event by kind, mode, date, place, doers and toll."""
    if other.first.mode is Mode.STATEMENT or not _kinds_agree(draft, other):
        return False
    if (draft.mode is Mode.PLANNED) != (other.first.mode is Mode.PLANNED):
        return False
    if other.first.earlier and draft.date is not None and not draft.known:
        return False
    if draft.another or not dates_agree(draft, other) or _recalls(draft, other, story):
        return False
    relation = relate(draft.places, other.places, story)
    if relation == "apart" and _one_whole(draft, other, story):
        relation = "contains"
    if {draft.kind, other.kind} == _SHIELD:
        agents = {a.actor for a in draft.arguments if a.role == "agent"}
        shield = draft.kind == "interception" and not agents & other.doers()
        return shield and relation == "unknown" and distance <= 1
    if family(draft.kind) in {"aid", "harm"} and not doers_agree(draft, other):
        return False
    if draft.kind == "outage" and other.kind != "outage" and _by_another(draft, other):
        return False
    own_site = draft.kind in {"outage", "protest"} and not draft.known
    if relation == "apart" or (relation == "inside" and (own_site or (draft.toll and other.toll))):
        return False
    deeds = draft.kind == other.kind == "other" and draft.date is not None
    if draft.known and distance <= _REACH and not _tolls_clash(draft, other) and not deeds:
        return True
    if draft.kind in _TOLD_BY_PEOPLE:
        goes_on = not draft.figures or _of_those_before(draft, story)
        if goes_on and _bare(draft) and draft.kind == other.kind:
            return True
        return _people_agree(draft, other, story)
    if _tolls_clash(draft, other) and relation != "same":
        return False
    if deeds or (draft.kind == other.kind == "other" and not draft.known):
        return False
    if _apart_by_kind(draft, other, story) and not (distance <= 0 and _only_adds(draft)):
        return False
    if relation != "unknown" or draft.toll & other.toll:
        return True
    if draft.kind in _TOLLS or (distance <= 0 and not draft.listed):
        return True
    return distance <= _REACH and _goes_on(draft, other, story)


def _goes_on(draft: Draft, other: Group, story: Story) -> bool:
    """Whether the thing told of does it: `it crashed into a barrier`, `the Vega 4 lifted off`."""
    if draft.kind != other.kind or draft.kind not in _OF_THINGS:
        return False
    words = _doer_words(draft, story)
    if words == {"it"}:
        return True
    told = any((words - {"the"}) & _doer_words(d, story) for d in other.drafts)
    return told and "the" in words


def _doer_words(draft: Draft, story: Story) -> frozenset[str]:
    """Return what says which thing it is: its noun with what stands before it."""
    scene = story.scenes[draft.at]
    who = subject(scene.tree, draft.trigger.token) if draft.trigger.verb else None
    parts = [] if who is None else [who, *scene.tree.having(who, *_BEFORE)]
    return frozenset(scene.lower(part) for part in parts)


def _apart_by_kind(draft: Draft, other: Group, story: Story) -> bool:
    """Whether what befell is not the event itself: people moved, a road shut, a fire elsewhere.

    Deaths are the toll of what the article tells; the rest needs the same people, or words that
    point back: `the storm`, `it cut off two towns`.
    """
    if draft.kind == other.kind or "death" in (draft.kind, other.kind):
        return False
    return not (draft.known or _of_those_before(draft, story) or draft.toll & other.toll)


def _of_those_before(draft: Draft, story: Story) -> bool:
    """Whether a pronoun does it: `it cut off two towns`, `she won 53%`."""
    tree = story.scenes[draft.at].tree
    who = subject(tree, draft.trigger.token)
    return who is not None and tree.tokens[who].pos == "PRON"


def _by_another(draft: Draft, other: Group) -> bool:
    """Whether somebody new does it: an airline that cancels flights in a storm."""
    mine = {a.actor for a in draft.arguments if a.role == "agent"}
    return bool(mine - other.doers())


def _bare(draft: Draft) -> bool:
    """Whether the words give an event nothing to be told apart by."""
    return not (draft.places or draft.date or draft.toll or draft.listed) and not any(
        a.role != "speaker" for a in draft.arguments
    )


def _only_adds(draft: Draft) -> bool:
    """Whether a sentence gives no place, day or number of its own: `rescuers pulled a girl out`."""
    return _bare(draft) and not draft.figures


def _kinds_agree(draft: Draft, other: Group) -> bool:
    kinds = {draft.kind, other.kind}
    if len(kinds) == 1:
        return True
    if kinds == _SHIELD:
        return True
    if kinds == _STRANGERS:
        return draft.known
    return family(draft.kind) == family(other.kind) == "harm" and bool(kinds & CONSEQUENCES)


def dates_agree(draft: Draft, other: Group) -> bool:
    """Whether no two dates that the words give exclude each other."""
    mine = draft.date
    if mine is None or mine.rule == "when it was said":
        return True
    theirs = [d.date for d in other.drafts if d.date and d.date.rule != "when it was said"]
    return not theirs or any(_overlap(mine.edtf, d.edtf) for d in theirs)


def _recalls(draft: Draft, other: Group, story: Story) -> bool:
    """Whether a draft is of long ago and the event, which no words date, is of the news."""
    dates = [d.date for d in other.drafts if d.date and d.date.rule != "when it was said"]
    if draft.date is None and not draft.known:
        return is_background(other, story)
    return not dates and not other.first.earlier and long_before(draft.date, story.day)


def is_background(other: Group, story: Story) -> bool:
    """Whether words date an event long before the news, which it does not open."""
    opens = other.first.at == story.lede
    return not opens and any(long_before(d.date, story.day) for d in other.drafts)


def _overlap(a: str, b: str) -> bool:
    try:
        return edtf.overlaps(a, b)
    except ValueError:
        return False


def doers_agree(draft: Draft, other: Group) -> bool:
    """Whether those who do it are partly the same, or not said on one side."""
    mine = {a.actor for a in draft.arguments if a.role == "agent"}
    theirs = other.doers()
    return not mine or not theirs or bool(mine & theirs)


def _people_agree(draft: Draft, other: Group, story: Story) -> bool:
    """Whether those who take part are partly the same, or not said on one side.

    Where one side names no person, a number tells: `jailed a former governor for nine years`.
    """
    mine = {a.actor for a in draft.arguments if a.role != "speaker"}
    theirs = {a.actor for d in other.drafts for a in d.arguments if a.role != "speaker"}
    numbers = {f.value for f in draft.figures}
    known = {f.value for d in other.drafts for f in d.figures}
    named = [any(_is_person(actor, story) for actor in side) for side in (mine, theirs)]
    if mine and theirs and (mine & theirs or named[0] == named[1]):
        return bool(mine & theirs)
    return bool(numbers & known) or (draft.known and not numbers)


def _is_person(actor: str, story: Story) -> bool:
    page = story.registry.actors.get(actor)
    return page is not None and page.kind is NameKind.PERSON


def _same_toll(draft: Draft, other: Group, story: Story) -> bool:
    """Whether a vague place and a firm one of one country have the same toll."""
    if not draft.toll & other.toll or _tolls_clash(draft, other):
        return False
    here = [story.registry.places.get(p) for p in (*draft.places[:1], *other.places[:1])]
    countries = {e.country for e in here if e is not None}
    return len(countries) == 1 and any(e is not None and e.kind == "region" for e in here)


def _one_whole(draft: Draft, other: Group, story: Story) -> bool:
    """Whether toll or words that point back show that two places are told of one event."""
    return _same_toll(draft, other, story) or _placed_now(draft, other, story)


def _placed_now(draft: Draft, other: Group, story: Story) -> bool:
    """Whether words point back at what was told of the same country, and place it anew.

    An earthquake told by any place, another event by a region: `the crash happened in Osby`.
    """
    here, there = lands(draft.places, story), lands(tuple(other.places), story)
    shaken = all(_noun(d, story) in _SHOCKS for d in (draft, other.first))
    kinds = {e.kind for p in other.places if (e := story.registry.places.get(p)) is not None}
    vague = draft.kind == other.kind and kinds == {"region"}
    return draft.known and (shaken or vague) and bool(here & there)


def _noun(draft: Draft, story: Story) -> str:
    """Return the lemma of the event noun, or of what does it where a verb tells it."""
    scene = story.scenes[draft.at]
    who = subject(scene.tree, draft.trigger.token) if draft.trigger.verb else draft.trigger.token
    return "" if who is None else scene.lower(who)


def _tolls_clash(draft: Draft, other: Group) -> bool:
    mine, theirs = dict(draft.toll), dict(other.toll)
    return any(mine[w] != theirs[w] for w in mine.keys() & theirs.keys())
