"""Where an event took place, with what the other events of the article say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.extract.group import Group
from generator.extract.places import besieged, kinds_of, places, specific_first
from generator.extract.story import Story
from generator.extract.triggers import family
from generator.model import Entity, Mention, Mode

_FOUGHT = frozenset({"attack", "clash", "territorial-gain"})
"""Kinds that are part of one war where an article tells several of them."""
_TRIED = frozenset({"charge", "trial", "verdict"})
_NATIONAL = frozenset({"crime", "death", "disease", "election", "appointment"})
"""Kinds that a report tells of a whole country where it names no place: `turnout was low`."""
_WHOLE_COUNTRY = frozenset({"country", "island", "kingdom", "nation", "republic"})
_SPOKEN_OF = frozenset({"pobj", "nsubj", "nsubjpass"})
_SEVERAL = 3
"""Sentences with names from which on a report shows whose it is."""
_CLEARLY = 2
"""How many times as often as in any other country its places must lie that a report is about."""


def theatre(
    told: Group, groups: Sequence[Group], story: Story, mentions: tuple[Mention, ...]
) -> tuple[str, ...]:
    """Return the places of an event, the most specific first.

    Without one of its own it happened where the larger event of its paragraph did, or in the
    country in which the article tells the rest of the fighting.
    """
    whole = _struck_as_a_whole(told, story)
    found = list(dict.fromkeys([*told.places, *sorted(whole)]))
    above = told.parent
    if not found and above is not None and _lends_place(told, above, story):
        found = above.places
    if not found and told.kind in _FOUGHT and told.first.mode is not Mode.STATEMENT:
        found = _fought_over(told, groups, story)
    if not found and told.first.mode is not Mode.STATEMENT:
        found = _of_the_report(told, groups, story)
    if not found and told.first.mode is not Mode.STATEMENT:
        found = _beside(told, groups, story)
    if not found and _speaks_of_the_country(told, story):
        found = _country(story)
    if not found and told.first.mode is not Mode.STATEMENT:
        found = _at_home(told, story)
    if told.kind == "meeting":
        found = _in_town(found, groups, story)
    kinds = kinds_of(mentions, story.registry)
    return specific_first(found, kinds, story.registry, whole)


def _struck_as_a_whole(told: Group, story: Story) -> frozenset[str]:
    """Return the country that the sentence which opens the event says was attacked."""
    first = told.first
    if first.kind != "attack" or not first.main:
        return frozenset()
    return frozenset(besieged(story.scenes[first.at], first.trigger.token, story.registry))


def _lends_place(told: Group, above: Group, story: Story) -> bool:
    """Whether an event without a place happened where the larger one of its paragraph did."""
    here = story.scenes[told.first.at].sentence.paragraph
    near = any(story.scenes[d.at].sentence.paragraph == here for d in above.drafts)
    return near and family(told.kind) == "harm" and above.kind != "outage"


def _fought_over(told: Group, groups: Sequence[Group], story: Story) -> list[str]:
    """Return the country in which most of the fighting of the article is told.

    Whoever attacks or takes land does so in another's country.
    """
    own = {a.actor for d in told.drafts for a in d.arguments if a.role == "agent"}
    pages = (
        _page(place, story)
        for group in groups
        if group is not told and family(group.kind) == "harm"
        for place in dict.fromkeys(group.places)
    )
    lands = Counter(
        story.countries[page.country]
        for page in pages
        if page is not None and page.country in story.countries
    )
    ranked = sorted((land for land in lands if land not in own), key=lambda i: (-lands[i], i))
    return ranked[:1]


def _of_the_report(told: Group, groups: Sequence[Group], story: Story) -> list[str]:
    """Return the one court town of the report, or the one country that its places lie in."""
    if told.kind in _TRIED:
        return _court_town(groups, story)
    return _country(story) if told.kind in _NATIONAL else []


def _beside(told: Group, groups: Sequence[Group], story: Story) -> list[str]:
    """Return where a like event took place that the paragraph, or the report, told before."""
    here = story.scenes[told.first.at].sentence.paragraph
    kin = [
        g
        for g in groups
        if g.first.at <= told.first.at and g is not told and g.places
        if family(g.kind) == family(told.kind) and g.first.mode is not Mode.STATEMENT
    ]
    near = [g for g in kin if story.scenes[g.first.at].sentence.paragraph == here]
    if near:
        return near[-1].places[:1]
    alike = told.kind != "other" and told.first.mode is not Mode.PLANNED
    return kin[0].places[:1] if kin and kin[0] is groups[0] and alike else []


def _speaks_of_the_country(told: Group, story: Story) -> bool:
    """Whether the words are about the whole country of the report without naming it."""
    scene = story.scenes[told.first.at]
    roles = _SPOKEN_OF if told.first.mode is Mode.STATEMENT else _SPOKEN_OF | {"dobj"}
    return any(
        token.lemma.lower() in _WHOLE_COUNTRY
        and token.dep in roles
        and (det := scene.tree.child(at, "det")) is not None
        and scene.lower(det) in {"the", "whole"}
        for at, token in enumerate(scene.tree.tokens)
    )


def _at_home(told: Group, story: Story) -> list[str]:
    """Return the country of the report where its own government acts: `it imposed a curfew`."""
    named = sum(bool(scene.mentions) for scene in story.scenes)
    return [p for p in _country(story) if named >= _SEVERAL and p in told.doers()]


def _court_town(groups: Sequence[Group], story: Story) -> list[str]:
    """Return the one town in which the report tells of its courts and trials."""
    told = {i for g in groups if g.kind in _TRIED for i in (*(d.at for d in g.drafts), *g.details)}
    towns = {
        place
        for at in sorted(told)
        for place in places(story.scenes[at], None, set(), story.registry)
        if (page := _page(place, story)) and page.kind == "city"
    }
    return sorted(towns) if len(towns) == 1 else []


def _country(story: Story) -> list[str]:
    """Return the country in which most of the places of the report lie."""
    lands = Counter(
        page.country
        for scene in story.scenes
        for mention in scene.mentions
        if (page := _page(mention.place or "", story)) and page.country in story.countries
    )
    ranked = sorted(lands, key=lambda code: (-lands[code], str(code)))
    if not ranked or any(lands[ranked[0]] < _CLEARLY * lands[code] for code in ranked[1:2]):
        return []
    return [story.countries[ranked[0]]]


def _in_town(found: list[str], groups: Sequence[Group], story: Story) -> list[str]:
    """Return the one town of the country named in which the article tells a meeting."""
    page = _page(found[0], story) if len(found) == 1 else None
    if page is None or page.kind != "country":
        return found
    towns = {
        place
        for group in groups
        if group.kind in {"meeting", "statement"}
        for place in group.places
        if (town := _page(place, story)) and town.kind == "city" and town.country == page.country
    }
    return sorted(towns) if len(towns) == 1 else found


def _page(place: str, story: Story) -> Entity | None:
    return story.registry.places.get(place)
