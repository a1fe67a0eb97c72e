"""What a pronoun or a bare noun stands for: the last name of its kind before it."""

from __future__ import annotations

from functools import cache

from generator import lexicons
from generator.extract.scene import CLAUSAL, Scene, ancestors, phrase
from generator.extract.story import Story
from generator.media import is_medium
from generator.model import Entity, Mention, NameKind, Part

_REACH = 5
"""Sentences looked back; further off a pronoun has lost its name."""
_SOON = 2
"""Sentences after which those who fight have their name: `Rebels attacked X. The Y group …`."""
_IT = frozenset({"it", "its"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PERSONS = frozenset({NameKind.PERSON})
_COLLECTIVE = ("ch", "ese", "men", "s", "sh")
"""Ends of words for a whole people or several of it: `the British`, `the Swiss`."""
_PLURAL = frozenset({"NNPS", "NNS"})
_BODIES = frozenset({NameKind.ORGANISATION, NameKind.GROUP})
_ANY = frozenset(
    {
        "agency",
        "body",
        "company",
        "firm",
        "group",
        "mission",
        "network",
        "organisation",
        "organization",
    }
)
"""Nouns for a body whose name need not have them."""
_COURTS = frozenset({"court", "tribunal"})
_PRIVATE = frozenset({"agency", "company", "firm", "group", "network"})
"""Nouns that no ministry, army or parliament is called by."""


_SORTS = frozenset(
    {"airline", "bank", "brokerage", "carmaker", "carrier", "charity", "chipmaker", "drugmaker",
     "insurer", "lender", "retailer"}
)  # fmt: skip
"""Nouns for the only body of an article whose name need not tell its sort."""
_OVERSEERS = frozenset({"inspectorate", "ombudsman", "regulator", "union", "watchdog"})
"""Nouns beside the name of a body that is no company."""


def person_before(offset: int, at: int, story: Story, *, spoken: bool = False) -> Mention | None:
    """Return the person a `he` or `she` stands for, subjects preferred.

    Words are never given to somebody who is only an object or possessor in what went before. It is
    nobody where somebody nameless was told of since: `a fisherman was taken to a clinic. He died`.
    """
    return _before(offset, at, story, _PERSONS, spoken=spoken)


def compatriot(noun: int, at: int, story: Story) -> tuple[Mention, ...] | None:
    """Return who one of a people is: `The Brazilian scored` tells of the person named before.

    Nobody where none is named or the word brings in another, `an Iraqi`; None where the words do
    not stand for one person, as in `the British` or `the Brazilians`.
    """
    scene = story.scenes[at]
    token, det = scene.tree.tokens[noun], scene.tree.child(noun, "det")
    named = scene.at({noun})
    people = bool(named) and all(m.kind is NameKind.GROUP and not m.adjective for m in named)
    if not people or det is None or token.text.endswith(_COLLECTIVE) or token.tag in _PLURAL:
        return None
    if scene.lower(det) != "the":
        return ()
    found = person_before(token.start, at, story)
    return (found,) if found else ()


def organisation_before(noun: int, at: int, story: Story) -> Mention | None:
    """Return the organisation that `the company` or `the court` stands for.

    The last one that bears the noun in its name or beside it; of those that may be called by any
    name, the last subject.
    """
    word = story.scenes[at].lower(noun)
    offset = story.scenes[at].tree.tokens[noun].start
    for near in range(at, -1, -1):
        called = [m for m in _called(near, story, word) if m.end <= offset]
        if called:
            return called[-1]
    if word in _armed():
        soon = range(at, min(at + _SOON + 1, len(story.scenes)))
        return next((m for near in soon for m in _called(near, story, word)), None)
    if word not in _ANY | _SORTS:
        return None
    passed = _governing(story) if word in _PRIVATE | _SORTS else frozenset()
    found = _before(offset, at, story, _BODIES, passed=passed)
    alone = word in _ANY or len(_bodies(story, at) - passed) == 1
    return found if alone else None


def _called(at: int, story: Story, noun: str) -> list[Mention]:
    """Return the bodies that a sentence calls by a noun."""
    scene = story.scenes[at]
    return [
        mention
        for mention, head in zip(scene.mentions, scene.heads, strict=True)
        if mention.kind in _BODIES and mention.actor
        if _is_called(story, scene, mention, head, noun)
    ]


def _bodies(story: Story, last: int) -> frozenset[str]:
    """Return the organisations named up to a sentence."""
    return frozenset(
        mention.actor
        for scene in story.scenes[: last + 1]
        for mention in scene.mentions
        if mention.kind is NameKind.ORGANISATION and mention.actor
    )


def _governing(story: Story) -> frozenset[str]:
    """Return institutions of states and media, which `the company` and the like do not mean."""
    names = tuple(row[1] for row in lexicons.table("en/institutions"))
    actors = {m.actor for scene in story.scenes for m in scene.mentions if m.actor}
    pages = {actor: story.registry.actors.get(actor) for actor in actors}
    return frozenset(
        actor
        for actor, page in pages.items()
        if page is not None
        and (
            (page.affiliation is not None and page.name.startswith(names))
            or _is_public(page)
            or is_medium(page.id)
        )
    ) | frozenset(
        mention.actor
        for scene in story.scenes
        for mention, head in zip(scene.mentions, scene.heads, strict=True)
        if mention.actor and not _beside(scene, head).isdisjoint(_OVERSEERS)
    )


def _is_public(page: Entity) -> bool:
    """Whether a body is called what no company is: `Port Fire Department`, `Assembly of X`."""
    public = lexicons.lines("en/public_bodies")
    whole = page.name.casefold()
    return any(name.split()[-1] in public for name in (whole, whole.partition(" of ")[0]))


def _is_called(story: Story, scene: Scene, mention: Mention, head: int, noun: str) -> bool:
    """Whether a body bears a noun in its name or beside it: `the X union`, `rebels of the X`."""
    page = story.registry.actors.get(mention.actor or "")
    names = (mention.text, page.name) if page else (mention.text,)
    nouns = _armed() if noun in _armed() else _COURTS if noun in _COURTS else {noun}
    if any(word in nouns for name in names for word in name.casefold().split()):
        return True
    return not _beside(scene, head).isdisjoint(nouns)


def _beside(scene: Scene, head: int) -> set[str]:
    """Return the words that describe a name: `the operator, X`, `rebels of the X`."""
    tokens = scene.tree.tokens
    inner = tokens[head].dep in {"compound", "nmod"}
    beside = {tokens[head].head} if inner or tokens[head].dep == "appos" else set()
    beside |= set(scene.tree.having(tokens[head].head, "compound")) if inner else set()
    beside |= set(scene.tree.having(head, "appos", "amod", "compound"))
    if tokens[head].dep == "pobj" and scene.lower(tokens[head].head) == "of":
        beside |= {tokens[tokens[head].head].head}
    return {scene.lower(i) for i in beside}


def body_meant(noun: int, at: int, story: Story) -> Mention | None:
    """Return the organisation that a definite noun stands for: `the ministry`, `this union`."""
    scene = story.scenes[at]
    det = scene.tree.child(noun, "det")
    definite = det is not None and scene.lower(det) in {"the", "this", "that"}
    armed = scene.lower(noun) in _armed()
    if (definite and (armed or scene.lower(noun) in _called_so())) or (
        armed and _plain(scene, noun)
    ):
        return organisation_before(noun, at, story)
    return None


def _plain(scene: Scene, noun: int) -> bool:
    """Whether only their like or a place stand by fighters: `Rebel fighters in X entered`."""
    tokens = scene.tree.tokens
    beside = [i for i in scene.tree.children[noun] if tokens[i].dep not in {"punct", "relcl"}]
    beside = [i for i in beside if tokens[i].dep != "prep" or scene.lower(i) != "in"]
    return tokens[noun].tag == "NNS" and all(scene.lower(i) in _armed() for i in beside)


@cache
def _armed() -> frozenset[str]:
    return frozenset(lexicons.lines("en/armed_nouns"))


@cache
def _persons() -> frozenset[str]:
    return frozenset(lexicons.lines("en/person_nouns")) | frozenset(
        lexicons.lines("en/person_titles")
    )


def body_told(head: int, at: int, story: Story) -> Mention | None:
    """Return the body of the sentence before that `it` or `its` stands for: `Its shares fell`.

    No other thing may be the subject before the word, and no name may stand there.
    """
    scene = story.scenes[at]
    tokens = scene.tree.tokens
    own = [i for i in scene.tree.having(head, "poss") if tokens[i].text.lower() == "its"]
    word = own[0] if own else head
    idle = scene.quoted(word) or scene.lower(tokens[word].head) == "be"
    if idle or tokens[word].text.lower() not in _IT:
        return None
    other = any(t.dep in _SUBJECT and t.tag in {"NN", "NNP"} for t in tokens[:word])
    named = any(m.end <= tokens[word].start and m.actor for m in scene.mentions)
    before = story.scenes[at - 1] if at else scene
    if other or named or not at or before.sentence.paragraph != scene.sentence.paragraph:
        return None
    return _before(tokens[word].start, at, story, _BODIES, reach=1)


def body_served(who: int, at: int, story: Story) -> Mention | None:
    """Return the body whose office a person has: `its director, X`, `the union's X`."""
    scene = story.scenes[at]
    tokens = scene.tree.tokens
    top = tokens[who].head if tokens[who].dep == "appos" else who
    near = phrase(scene.tree, top)
    own = [i for i in sorted(near) if tokens[i].text.lower() == "its" and tokens[i].dep == "poss"]
    if own:
        return _before(tokens[own[0]].start, at, story, _BODIES)
    owners = dict.fromkeys(scene.tree.having(top, "poss") + scene.tree.having(who, "poss"))
    return next((body for i in owners if (body := body_meant(i, at, story))), None)


@cache
def _called_so() -> frozenset[str]:
    return (
        frozenset(lexicons.lines("en/org_nouns"))
        | frozenset(lexicons.lines("en/speaking_bodies"))
        | _ANY
    )


def place_before(at: int, story: Story) -> list[str]:
    """Return the place that `there` or `that area` stands for: the last one named before."""
    here = story.scenes[at].sentence.paragraph
    for near in range(at - 1, -1, -1):
        scene = story.scenes[near]
        if scene.sentence.paragraph != here:
            break
        pairs = zip(scene.mentions, scene.heads, strict=True)
        named = [(m.place, h) for m, h in pairs if m.place and m.kind is NameKind.PLACE]
        firm = [place for place, head in named if not _describes(scene, head)]
        if named:
            return [(firm or [place for place, _ in named])[-1]]
    return []


def _describes(scene: Scene, head: int) -> bool:
    """Whether a place only tells which one is meant: `X, the capital of Y`."""
    tokens = scene.tree.tokens
    if tokens[head].dep != "pobj" or scene.lower(tokens[head].head) != "of":
        return False
    return tokens[tokens[tokens[head].head].head].dep == "appos"


def _before(
    offset: int,
    at: int,
    story: Story,
    kinds: frozenset[NameKind],
    *,
    spoken: bool = False,
    reach: int = _REACH,
    passed: frozenset[str] = frozenset(),
) -> Mention | None:
    """Return the last subject of its kind before a pronoun, or else the last name.

    A name in what the pronoun's own verb reports is passed over: `Mr X will go, he said`. A body
    named in the paragraph goes before the subjects of those above.
    """
    others: list[Mention] = []
    here = story.scenes[at].sentence.paragraph
    for near in range(at, max(-1, at - reach - 1), -1):
        scene = story.scenes[near]
        if others and kinds == _BODIES and scene.sentence.paragraph != here:
            break
        if scene.sentence.part not in (Part.BODY, Part.ITEM):
            continue
        own = _reported(scene, offset) if near == at else set()
        pairs = [
            (m, h)
            for m, h in zip(scene.mentions, scene.heads, strict=True)
            if m.kind in kinds and m.end <= offset and (m.actor or m.proposal)
            if h not in own and m.actor not in passed
        ]
        tokens = scene.tree.tokens
        doers = [(m, h) for m, h in reversed(pairs) if _does(scene, h)]
        if not (doers or spoken) and kinds == _PERSONS and near == at - 1:
            doers = _undergoer(scene, pairs)
        if doers:
            return min(doers, key=lambda pair: _depth(scene, pair[1]) if near < at else 0)[0]
        if kinds == _PERSONS and 0 < at - near < 2 and not pairs and _unnamed(scene, here):
            return None
        others += [m for m, h in reversed(pairs) if not spoken or tokens[h].dep == "ROOT"]
    return others[0] if others else None


def _undergoer(scene: Scene, pairs: list[tuple[Mention, int]]) -> list[tuple[Mention, int]]:
    """Return the only person of a sentence where something is done: `Police held X`."""
    alone = len({m.actor for m, _ in pairs}) == 1
    return [(m, h) for m, h in pairs if alone and scene.tree.tokens[h].dep == "dobj"]


def _unnamed(scene: Scene, paragraph: int) -> bool:
    """Whether a sentence of the paragraph brings in one person without a name: `a nurse, 34`."""
    told = (i for i, t in enumerate(scene.tree.tokens) if t.dep in _SUBJECT | {"dobj"})
    return scene.sentence.paragraph == paragraph and any(_is_nameless(scene, at) for at in told)


def _is_nameless(scene: Scene, at: int) -> bool:
    """Whether a word is for one person of whom nothing was told: `a nurse`, `one of the men`."""
    if scene.lower(at) == "one":
        preps = (p for p in scene.tree.having(at, "prep") if scene.lower(p) == "of")
        many = (scene.tree.tokens[o] for p in preps for o in scene.tree.having(p, "pobj"))
        return any(t.tag == "NNS" and t.lemma in _persons() for t in many)
    det = scene.tree.child(at, "det")
    new = det is not None and scene.lower(det) in {"a", "an", "another"}
    single = scene.tree.tokens[at].tag == "NN"
    return new and single and scene.lower(at) in lexicons.lines("en/person_nouns")


def _does(scene: Scene, head: int) -> bool:
    """Whether a name is a subject, renames one, or is the source of `according to`."""
    tokens = scene.tree.tokens
    while tokens[head].dep in {"appos", "compound", "conj"} and tokens[head].head != head:
        head = tokens[head].head
    source = tokens[head].dep == "pobj" and scene.lower(tokens[tokens[head].head].head) == "accord"
    return tokens[head].dep in _SUBJECT or source


def _depth(scene: Scene, head: int) -> int:
    """Count the clauses that a subject stands below; who speaks stands above who is spoken of."""
    tokens = scene.tree.tokens
    return sum(tokens[i].dep in CLAUSAL for i in ancestors(scene.tree, head))


def _reported(scene: Scene, offset: int) -> set[int]:
    """Return the tokens below the verb of the pronoun that stands at an offset."""
    tokens = scene.tree.tokens
    pronoun = next((i for i, token in enumerate(tokens) if token.start == offset), None)
    return set() if pronoun is None else set(scene.tree.subtree(tokens[pronoun].head))
