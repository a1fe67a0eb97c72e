"""From the drafts of one event to an EventMention."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.dates import long_before, not_after
from generator.extract.draft import Draft
from generator.extract.employers import employers
from generator.extract.figures import figures
from generator.extract.group import Group
from generator.extract.named import named
from generator.extract.passages import quotation, unopened
from generator.extract.scene import Scene
from generator.extract.story import Story
from generator.extract.theatre import theatre
from generator.extract.undated import own_date, undated
from generator.media import is_medium
from generator.model import (
    Argument,
    EventDate,
    EventMention,
    Figure,
    Mode,
    Reading,
    Span,
)
from generator.settings import QUOTE_LIMIT

_WAGED = frozenset({"attack", "death", "damage"})
"""Kinds whose doer is the larger event's where the words name none."""
_NO_DEEDS = frozenset({"accident", "disaster", "interception", "outage", "rescue"})
"""Kinds whose doer did not do what else befell: the foundation that searches a wreck."""
_CASES = frozenset({"charge", "trial", "verdict"})
"""Kinds that are steps of one case."""
_DOING = frozenset({"agent", "patient"})
"""Parts in which a medium has more to do with an event than to tell of it."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def compose(
    told: Group, groups: list[Group], story: Story, reading: Reading
) -> EventMention | None:
    """Make one event of its drafts; None where it is older than the news and nothing dates it."""
    scenes = story.scenes
    drafts = sorted(told.drafts, key=lambda d: (-_telling(d, told), d.at))
    main = drafts[0]
    date = _date(told, groups, story)
    if any(d.earlier for d in told.drafts[:1]) and (date is None or not date.evidence):
        return None
    sentences = list(dict.fromkeys([d.at for d in drafts] + told.details))
    token = scenes[main.at].tree.tokens[main.trigger.token]
    return EventMention(
        report=reading.article.id,
        kind=told.kind if main.mode is not Mode.STATEMENT else "statement",
        mode=main.mode,
        trigger=Span(start=token.start, end=token.end),
        sentences=tuple(scenes[i].sentence.index for i in sentences),
        quotes=_quotes(sentences, scenes),
        date=date,
        arguments=_arguments(told, groups, story),
        places=theatre(told, groups, story, reading.mentions),
        figures=_figures(told, scenes),
        background=long_before(date, reading.article.dct),
        lemmas=_lemmas(scenes[main.at]),
    )


def _telling(draft: Draft, told: Group) -> int:
    """Weigh how well a sentence tells the event; the one that opens it starts ahead."""
    weight = draft.strength + 2 * (draft is told.first) + 2 * draft.main
    return weight - 2 * draft.known - 3 * draft.trigger.weak


def _date(told: Group, groups: list[Group], story: Story) -> EventDate | None:
    own = own_date(told)
    if own is None:
        return undated(told, groups, story)
    return own if told.first.mode is Mode.PLANNED else not_after(own, story.day)


def _arguments(told: Group, groups: list[Group], story: Story) -> tuple[Argument, ...]:
    parts = [a for d in told.drafts for a in d.arguments] + told.voices
    parts += _of_the_case(told, groups, parts)
    above = told.parent if told.kind in _WAGED else None
    while above is not None and not any(a.role == "agent" for a in parts):
        parts += [
            a
            for d in above.drafts
            if d.kind not in _NO_DEEDS
            for a in d.arguments
            if a.role == "agent"
        ]
        above = above.parent
    kept: dict[str, Argument] = {}
    for part in parts:
        if part.role == "speaker" and story.standing.get(part.actor) == "private":
            continue
        if part.actor not in kept or kept[part.actor].role == "speaker":
            kept[part.actor] = part
    for part in (*employers(tuple(kept.values()), story), *named(told, story)):
        kept.setdefault(part.actor, part)
    return tuple(p for p in kept.values() if p.role in _DOING or not is_medium(p.actor))


def _of_the_case(told: Group, groups: list[Group], parts: list[Argument]) -> list[Argument]:
    """Return who stood before the court in the case told before where `the trial` names nobody."""
    if told.kind not in _CASES or not told.first.known:
        return []
    if any(a.role not in {"speaker", "named"} for a in parts):
        return []
    for other in groups:
        if other is not told and other.kind in _CASES and other.first.at < told.first.at:
            return [a for d in other.drafts for a in d.arguments if a.role == "patient"]
    return []


def _figures(told: Group, scenes: tuple[Scene, ...]) -> tuple[Figure, ...]:
    found: list[Figure] = []
    pairs = [(d.figures, d.speech.name if d.speech else None) for d in told.drafts]
    pairs += [(tuple(figures(scenes[i])), None) for i in told.details]
    for given, by in pairs:
        for figure in given:
            if not any((f.what, f.value) == (figure.what, figure.value) for f in found):
                found.append(replace(figure, by=by or None))
    return tuple(found)


def _quotes(sentences: list[int], scenes: tuple[Scene, ...]) -> tuple[Span, ...]:
    """Quote the main sentence and, while the limit allows, those that add to it."""
    kept: list[Span] = []
    left = QUOTE_LIMIT
    for index in sentences:
        sentence = scenes[index].sentence
        if any(span.overlaps(sentence) for span in kept):
            continue
        run = quotation(index, scenes)
        words = sum(len(scenes[i].sentence.text.split()) for i in run)
        if words <= left:
            kept.append(_covering(run, scenes))
            left -= words
            continue
        words = len(sentence.text.split())
        if not kept and words > left:
            kept.append(_cut(sentence.start, sentence.text, left))
            break
        if words <= left:
            kept.append(unopened(sentence))
            left -= words
    return tuple(kept)


def _covering(run: range, scenes: tuple[Scene, ...]) -> Span:
    return Span(start=scenes[run[0]].sentence.start, end=scenes[run[-1]].sentence.end)


def _cut(start: int, text: str, words: int) -> Span:
    """Take the first words of a sentence that is longer than may be quoted."""
    end = 0
    for word in text.split()[:words]:
        end = text.index(word, end) + len(word)
    return Span(start=start, end=start + end)


def _lemmas(scene: Scene) -> frozenset[str]:
    return frozenset(
        t.lemma.lower()
        for t in scene.tree.tokens
        if t.pos in _CONTENT and (t.text.isalpha() or t.text.isdigit())
    )
