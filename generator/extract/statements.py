"""What a person or body of weight says, as an event of its own."""

from __future__ import annotations

from dataclasses import replace

from generator import lexicons
from generator.extract.counting_words import people
from generator.extract.dates import brief, dated, timex_span
from generator.extract.draft import Draft
from generator.extract.figures import figures
from generator.extract.nearness import lands_told
from generator.extract.places import is_place, places
from generator.extract.position import chain_of
from generator.extract.realis import Realis, of_word
from generator.extract.reference import body_meant
from generator.extract.scene import Scene, clause, subject
from generator.extract.speech import Speech
from generator.extract.story import Story
from generator.extract.triggers import Trigger
from generator.model import Argument, EventDate, Mention, Mode, NameKind

_ASIDE = frozenset({"acl", "relcl"})
_SPEAKING = frozenset({"address", "appear", "speak", "talk", "visit"})
"""Verbs of the clause that says where somebody speaks: `X, speaking in Y, said …`."""
_OFFICE = 3
"""Words of an office looked at after a demonym: `French foreign affairs minister X`."""
_KNOWN = frozenset({"certain", "clear", "know", "sure"})
_MATTERS = frozenset({"announcement", "development", "incident", "matter", "news"})
"""What is said to be so, or is only said."""
_UNSAID = frozenset({Realis.HYPOTHETICAL, Realis.NEGATED, Realis.PLANNED})


def words(at: int, story: Story, said: list[Speech]) -> Draft | None:
    """Draft what a person or body of weight says."""
    scene = story.scenes[at]
    named = (s for s in said if s.mentions and s.weight not in {"private", "none"})
    bodies = (replace(s, mentions=()) for s in said if _of_body(scene, s))
    speech = next(named, None) or next(bodies, None)
    if speech is None:
        return None
    tree = scene.tree
    root = next((i for i, t in enumerate(tree.tokens) if t.head == i), 0)
    token = next((i for i in (speech.verb, speech.content) if i is not None), root)
    if speech.verb is not None and _in_passing(scene, speech.verb):
        return None
    if _says_nothing(scene, speech):
        return None
    finite = speech.verb is not None and tree.tokens[speech.verb].dep != "xcomp"
    if finite and speech.verb is not None and of_word(tree, speech.verb) in _UNSAID:
        return None
    date = dated(scene, token, said, story.day, latest=story.day)
    parts = _spoken(at, story, speech)
    return Draft(
        at=at,
        trigger=Trigger(token=token, kind="statement", weak=not speech.stance, verb=True),
        mode=Mode.STATEMENT,
        known=False,
        another=False,
        earlier=False,
        recent=False,
        date=date if date is not None and _of_words(scene, token, date) else None,
        arguments=parts,
        places=_where(scene, token, story),
        figures=tuple(figures(scene, lands_told(at, story))),
        speech=speech,
        strength=1 + len(parts) + (at == story.lede),
        main=True,
    )


def _of_words(scene: Scene, token: int, date: EventDate) -> bool:
    """Whether words were said then: on a day, or in the month that hangs on their own verb."""
    if date.rule == "same sentence" or brief(date):
        return date.rule != "same sentence"
    own = {token, *scene.tree.having(token, "prep", "npadvmod")}
    return date.rule == "same clause" and any(
        timex_span(timex) == date.span and (head in own or scene.tree.tokens[head].head in own)
        for timex, head in zip(scene.timexes, scene.times, strict=True)
    )


def _of_body(scene: Scene, speech: Speech) -> bool:
    """Whether a body without a name takes a position: `the opposition rejected the offer`.

    So do people, towards somebody by name: `campaigners accused X`.
    """
    if speech.speaker is None or not speech.stance:
        return False
    many = scene.tree.tokens[speech.speaker].tag == "NNS"
    if many and scene.lower(speech.speaker) in people():
        return any(m.actor for m in scene.mentions) and not scene.quoted(speech.speaker)
    if speech.mentions:
        return False
    det = scene.tree.child(speech.speaker, "det")
    the = det is not None and scene.lower(det) == "the"
    return the and scene.lower(speech.speaker) in lexicons.lines("en/speaking_bodies")


def _where(scene: Scene, token: int, story: Story) -> tuple[str, ...]:
    """Return where it is said, or else the towns and regions that the words are about."""
    tree = scene.tree
    who = subject(tree, token)
    aside = tree.having(token, "advcl") + ([] if who is None else tree.having(who, "acl"))
    spoken = [token, *(a for a in aside if scene.lower(a) in _SPEAKING)]
    area = {i for verb in spoken for i in clause(tree, verb)}
    near = places(scene, area, set(), story.registry)
    firm = {
        i
        for i in range(len(tree.tokens))
        if not any(tree.tokens[above].dep in _ASIDE for above in chain_of(scene, i))
    }
    named = places(scene, firm, set(), story.registry)
    known = story.registry.places
    local = [p for p in named if p in known and known[p].kind != "country" and known[p].country]
    return tuple(dict.fromkeys(near or local))


def _in_passing(scene: Scene, verb: int) -> bool:
    """Whether somebody's words are only mentioned: `what the ministry suggests`."""
    below = scene.tree.tokens[verb].dep in {"relcl", "ccomp", "pcomp", "advcl", "acl"}
    return below and of_word(scene.tree, verb) is Realis.GENERAL


def _says_nothing(scene: Scene, speech: Speech) -> bool:
    """Whether words tell no more than that something is so or unknown: `confirmed the incident`."""
    tree = scene.tree
    if speech.verb is None:
        return False
    if (what := tree.child(speech.verb, "ccomp")) is not None:
        ignorant = [what, *tree.having(what, "acomp")]
        unclear = any(scene.lower(i) in _KNOWN for i in ignorant)
        return unclear and tree.child(what, "neg") is not None
    thing = tree.child(speech.verb, "dobj")
    bare = thing is not None and not tree.having(thing, "acl", "prep", "relcl", "compound")
    return bare and thing is not None and scene.lower(thing) in _MATTERS


def _spoken(at: int, story: Story, speech: Speech) -> tuple[Argument, ...]:
    """Return who speaks, then the people, states and bodies that the words are about."""
    scene = story.scenes[at]
    named = any(m.actor and not m.adjective for m in speech.mentions)
    voices = [m for m in speech.mentions if not (named and m.adjective) or _rules(scene, m)]
    found = {m.actor: "speaker" for m in voices if m.actor}
    for mention in scene.mentions:
        person = mention.kind is NameKind.PERSON
        state = mention.kind is NameKind.STATE and not mention.adjective
        if mention.actor and (person or (state and not _whose(scene, mention))):
            found.setdefault(mention.actor, "participant")
    objects = [] if speech.verb is None else scene.tree.having(speech.verb, "dobj")
    objects += [] if speech.content is None else scene.tree.having(speech.content, "nsubj")
    for body in (body_meant(noun, at, story) for noun in objects):
        if body is not None and body.actor:
            found.setdefault(body.actor, "participant")
    return tuple(Argument(actor=actor, role=role) for actor, role in found.items())


def _rules(scene: Scene, demonym: Mention) -> bool:
    """Whether a demonym stands before an office of the state: `French President X`."""
    last = max(scene.tree.within(demonym), default=0)
    near = range(last + 1, min(last + 1 + _OFFICE, len(scene.tree.tokens)))
    return any(scene.lower(at) in lexicons.lines("en/state_agents") for at in near)


def _whose(scene: Scene, mention: Mention) -> bool:
    """Whether a state is only a place, or only whose people are meant: `the people of X`."""
    tokens = scene.tree.tokens
    head = scene.heads[scene.mentions.index(mention)]
    prep = tokens[head].head
    of = tokens[head].dep == "pobj" and scene.lower(prep) == "of"
    people = of and scene.lower(tokens[prep].head) in lexicons.lines("en/person_nouns")
    return people or is_place(scene, mention)


def outweighs(scene: Scene, statement: Draft, event: Draft) -> bool:
    """Whether the words are the news rather than the event that they tell."""
    speech = statement.speech
    if speech is None or speech.verb is None or event.mode is Mode.PLANNED:
        return False
    if speech.verb is not None and speech.verb not in chain_of(scene, event.trigger.token):
        return event.strength < 2 and speech.stance
    if speech.stance and event.trigger.token in scene.tree.having(speech.verb, "dobj"):
        return event.known  # `condemned the killing of five`
    if event.toll or event.trigger.token == speech.verb:
        return False
    if _reports_fact(scene, speech, event) or _says_where(scene, event):
        return False
    known = event.known and not _on_a_day(scene, event)
    if known or event.recent or not event.main or (event.trigger.weak and event.strength < 3):
        return True
    return speech.stance


def _on_a_day(scene: Scene, event: Draft) -> bool:
    """Whether what befell it is told with its day: `the storm hit Lima on Monday, police said`."""
    tokens = scene.tree.tokens
    verb = event.trigger.token
    if not event.trigger.verb and tokens[verb].dep == "nsubj":
        verb = tokens[verb].head
    return tokens[verb].tag in {"VBD", "VBN"} and any(
        event.date is not None
        and timex_span(timex) == event.date.span
        and verb in (tokens[head].head, tokens[tokens[head].head].head)
        for timex, head in zip(scene.timexes, scene.times, strict=True)
    )


def _says_where(scene: Scene, event: Draft) -> bool:
    """Whether it is placed rather than talked about: `the crash happened in Osby, police said`."""
    token = scene.tree.tokens[event.trigger.token]
    befell = token.dep == "nsubj" and scene.tree.tokens[token.head].lemma in {"happen", "occur"}
    return befell and bool(event.places) and event.mode is Mode.OCCURRENCE


def _reports_fact(scene: Scene, speech: Speech, event: Draft) -> bool:
    """Whether a body only reports what it measured: `the agency said 300 mm of rain fell`."""
    if speech.stance or event.known or event.recent or speech.content is None:
        return False
    if event.mode is not Mode.OCCURRENCE or any(m.kind is NameKind.PERSON for m in speech.mentions):
        return False
    told = speech.content in chain_of(scene, event.trigger.token)
    area = clause(scene.tree, speech.content)
    measured = any(
        scene.tree.tokens[i].start < figure.end and figure.start < scene.tree.tokens[i].end
        for figure in event.figures
        for i in area
    )
    return told and measured and event.trigger.token in area
