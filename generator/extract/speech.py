"""Who says it: reporting clauses, `according to`, quotations and their speakers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator import lexicons
from generator.extract.described import persons_meant
from generator.extract.offices import offices
from generator.extract.places import is_place
from generator.extract.reference import body_meant, body_served, compatriot, person_before
from generator.extract.scene import CLAUSAL, Scene, clause, phrase, subject
from generator.extract.story import Story, weights
from generator.model import Mention, NameKind

_HE = frozenset({"he", "she"})
_TRIES = frozenset({"seek", "try", "move", "rush", "go"})
"""Verbs with which a stance is taken all the same: `sought to downplay`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One attribution in one sentence."""

    verb: int | None
    """Index of the reporting verb; None for `according to`."""
    speaker: int | None
    """Index of the head of the words for the speaker; None where it is in another sentence."""
    mentions: tuple[Mention, ...]
    """Names in the words for the speaker, the one who speaks first."""
    name: str
    """The speaker as a reader would name them."""
    weight: str
    """political, operational or private, of the lexicon of offices; `none` for nobody."""
    content: int | None
    """Index of the verb of what is said, where the grammar shows it."""
    stance: bool
    """Whether the verb takes a position, so that the words are the news."""


@cache
def _reporting() -> frozenset[str]:
    return frozenset(lexicons.lines("en/reporting_verbs")) | _stance()


@cache
def _stance() -> frozenset[str]:
    return frozenset(lexicons.lines("en/stance_verbs"))


def speeches(at: int, story: Story) -> list[Speech]:
    """Return the attributions of a sentence, the outermost first."""
    scene = story.scenes[at]
    found = []
    for index, token in enumerate(scene.tree.tokens):
        if token.lemma.lower() == "accord" and scene.tree.child(index, "prep") is not None:
            found.append(_according(at, story, index))
        elif token.pos == "VERB" and scene.lower(index) in _reporting():
            found.append(_reported(at, story, index))
    given = [speech for speech in found if speech is not None]
    if not given and (carried := _carried(at, story)) is not None:
        return [carried]
    return sorted(given, key=lambda s: _depth(scene, s))


def _depth(scene: Scene, speech: Speech) -> tuple[int, int]:
    start = speech.verb if speech.verb is not None else speech.speaker or 0
    depth, index = 0, start
    while scene.tree.tokens[index].head != index and depth < len(scene.tree.tokens):
        index, depth = scene.tree.tokens[index].head, depth + 1
    return depth, start


def _according(at: int, story: Story, index: int) -> Speech | None:
    parse = story.scenes[at].tree
    to = parse.child(index, "prep")
    source = parse.child(to, "pobj") if to is not None else None
    if source is None:
        return None
    return _speech(at, story, None, source, parse.tokens[index].head, stance=False)


def _reported(at: int, story: Story, verb: int) -> Speech | None:
    """Read `X said that …`, `…, X said`, `, stating that …`, `X reported 20 injuries`."""
    scene = story.scenes[at]
    parse = scene.tree
    token = parse.tokens[verb]
    who = subject(parse, verb)
    agent = parse.child(verb, "agent")
    if parse.child(verb, "nsubjpass", "auxpass") is not None:
        who = parse.child(agent, "pobj") if agent is not None else None
    if token.dep == "acl" and token.tag == "VBN":
        return None
    content = parse.child(verb, "ccomp", "xcomp", "dobj", "pcomp")
    stance = scene.lower(verb) in _stance()
    said = content is not None or bool(scene.sentence.quoted) or stance
    if who is None or not (said or parse.child(verb, "prep") is not None or _colon(scene)):
        return None
    if not speaks(story, at, who):
        return None
    tried = scene.lower(token.head) in _TRIES and stance
    if token.tag in {"VB", "VBG"} and token.dep in {"xcomp", "ccomp", "pcomp"} and not tried:
        return None
    return _speech(at, story, verb, who, content, stance=stance)


def speaks(story: Story, at: int, who: int) -> bool:
    """Whether a subject can speak: a name, a pronoun, or a word of the lexicon of speakers."""
    scene = story.scenes[at]
    token = scene.tree.tokens[who]
    if token.pos == "PRON":
        return token.text.lower() in _HE | {"they", "who", "we", "i", "it"}
    named = any(m.actor or m.proposal for m in scene.at({who}))
    people = scene.lower(who) in lexicons.lines("en/person_nouns")
    return named or people or token.pos == "PROPN" or bool(weights(scene, who, ()))


def _colon(scene: Scene) -> bool:
    return scene.sentence.text.rstrip().endswith(":")


def _speech(
    at: int,
    story: Story,
    verb: int | None,
    who: int,
    content: int | None,
    *,
    stance: bool,
) -> Speech:
    scene = story.scenes[at]
    mentions = speaker_names(at, story, who)
    return Speech(
        verb=verb,
        speaker=who,
        mentions=mentions,
        name=_display(scene, who, mentions),
        weight=_weight(story, scene, who, mentions),
        content=content,
        stance=stance,
    )


def speaker_names(at: int, story: Story, who: int) -> tuple[Mention, ...]:
    """Return the names in a noun phrase, its head first; pronouns by what they stand for."""
    scene = story.scenes[at]
    word = scene.tree.tokens[who].text.lower()
    if word in _HE:
        found = person_before(scene.tree.tokens[who].start, at, story, spoken=True)
        return (found,) if found else ()
    if (one := compatriot(who, at, story)) is not None:
        return one
    near = [
        m
        for m in scene.at(phrase(scene.tree, who))
        if (m.actor or m.proposal) and not (_is_ground(scene, m, who) or _is_origin(scene, m, who))
    ]
    first = scene.at({who})
    if not any(m.kind is NameKind.PERSON for m in near):
        first = [*persons_meant(who, at, story), *first]
    if not (first or near) and (found := body_meant(who, at, story)):
        return (found,)
    ordered = [*first, *(m for m in near if m not in first and not tells_which(scene, m))]
    people = [m for m in ordered if m.kind is NameKind.PERSON]
    own = [body] if people and (body := body_served(who, at, story)) else []
    return (*people, *(m for m in (*ordered, *own) if m not in people))


def _is_ground(scene: Scene, mention: Mention, who: int) -> bool:
    """Whether a state only says where: `a court in Peru's Puno region`, `reports from London`."""
    token = scene.tree.tokens[scene.heads[scene.mentions.index(mention)]]
    paper = offices().get(scene.lower(who)) == "paper"
    return (paper or token.dep == "poss") and is_place(scene, mention)


def _is_origin(scene: Scene, mention: Mention, who: int) -> bool:
    """Whether a state is only where somebody comes from: `a Kenyan nurse`."""
    if mention.kind is not NameKind.STATE or not mention.adjective:
        return False
    tokens = scene.tree.tokens
    last = max(scene.tree.within(mention), default=who)
    faith = any(token.ner.endswith("NORP") for token in tokens[last + 1 : who])
    return faith or scene.lower(who) in _unofficial()


@cache
def _unofficial() -> frozenset[str]:
    """Return the words for people who speak for no state."""
    acting = {noun for noun, weight in offices().items() if weight == "political"}
    acting |= {*lexicons.lines("en/state_agents"), *lexicons.lines("en/force_nouns"), "officer"}
    return frozenset(lexicons.lines("en/person_nouns")) - acting


def tells_which(scene: Scene, mention: Mention) -> bool:
    """Whether a body only tells what another one is: `X, an affiliate of Y`."""
    tokens = scene.tree.tokens
    at = scene.heads[scene.mentions.index(mention)]
    noun = tokens[tokens[at].head].head
    if tokens[at].dep != "pobj" or scene.lower(tokens[at].head) != "of":
        return False
    renamed = scene.at({tokens[noun].head}) if tokens[noun].dep == "appos" else []
    return any(m.kind is NameKind.ORGANISATION for m in renamed)


def _display(scene: Scene, who: int, mentions: tuple[Mention, ...]) -> str:
    people = [m for m in mentions if m.kind is NameKind.PERSON]
    if people or scene.tree.tokens[who].pos == "PRON":
        return _name(people[0]) if people else ""
    if scene.at({who}) and mentions:
        return _name(mentions[0])
    tokens = scene.tree.tokens
    inside = sorted(i for i in clause(scene.tree, who) if tokens[i].dep not in CLAUSAL)
    run = [who]
    while (before := run[0] - 1) in inside and (
        tokens[before].text == "-" or tokens[before].dep not in {"prep", "cc", "punct"}
    ):
        run.insert(0, before)
    if tokens[run[0]].dep == "det":
        run = run[1:] or run
    start, end = tokens[run[0]].start, tokens[run[-1]].end
    words = scene.sentence.text[start - scene.sentence.start : end - scene.sentence.start]
    return " ".join(words.split())


def _name(mention: Mention) -> str:
    return mention.proposal.name if mention.proposal else mention.text


def _weight(story: Story, scene: Scene, who: int, mentions: tuple[Mention, ...]) -> str:
    """Weigh a speaker by the words of the phrase, or by what the article says of the person."""
    here = weights(scene, who, mentions)
    if mentions and mentions[0].kind is NameKind.PERSON:
        standing = story.standing.get(mentions[0].actor or "", "known")
        return "private" if "private" in here and "political" not in here else standing
    if _anonymous(scene, who):
        return "none"
    for weight in ("private", "political", "operational"):
        if weight in here:
            return weight
    if mentions and mentions[0].kind in {NameKind.ORGANISATION, NameKind.GROUP}:
        return "operational"
    return "known" if mentions else "none"


def _anonymous(scene: Scene, who: int) -> bool:
    """Whether nobody stands for the words: `a US official`, `sources`."""
    det = scene.tree.child(who, "det")
    indefinite = det is not None and scene.lower(det) in {"a", "an", "one", "some"}
    return scene.lower(who) == "source" or (indefinite and scene.lower(who) == "official")


def _carried(at: int, story: Story) -> Speech | None:
    """Give a wholly quoted sentence the speaker of the sentence that introduces or closes it."""
    scene = story.scenes[at]
    tokens = scene.tree.tokens
    inner = [i for i, t in enumerate(tokens) if t.pos != "PUNCT"]
    if not inner or not all(scene.quoted(i) for i in inner):
        return None
    for near in (at - 1, at + 1):
        if not 0 <= near < len(story.scenes) or not _joined(story.scenes[near], scene, near < at):
            continue
        for speech in reversed(_own_speeches(near, story)):
            if speech.mentions or speech.name:
                return Speech(
                    verb=None,
                    speaker=None,
                    mentions=speech.mentions,
                    name=speech.name,
                    weight=speech.weight,
                    content=None,
                    stance=speech.stance,
                )
    return None


def _joined(near: Scene, scene: Scene, before: bool) -> bool:
    same = near.sentence.paragraph == scene.sentence.paragraph
    introduces = before and near.sentence.text.rstrip().endswith(":")
    return introduces or same


def _own_speeches(at: int, story: Story) -> list[Speech]:
    scene = story.scenes[at]
    verbs = [
        i
        for i, t in enumerate(scene.tree.tokens)
        if t.pos == "VERB" and scene.lower(i) in _reporting() and not scene.quoted(i)
    ]
    found = [_reported(at, story, verb) for verb in verbs]
    return [speech for speech in found if speech is not None]
