"""Where it happened: places under locative words, the most specific first."""

from __future__ import annotations

from generator import lexicons
from generator.extract.asides import is_aside, is_office, is_party
from generator.extract.counting_words import people
from generator.extract.scene import Scene, ancestors
from generator.model import Mention, NameKind, Registry

_RANK = {"site": 0, "district": 1, "city": 2, "water": 3, "region": 4, "country": 5}
_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "over",
        "above",
        "across",
        "off",
        "outside",
        "inside",
        "into",
        "from",
        "to",
        "around",
        "within",
        "throughout",
        "towards",
        "toward",
        "along",
        "between",
        "beyond",
        "through",
        "of",
        "against",
        "via",
        "north",
        "south",
        "east",
        "west",
        "under",
    }
)
_COMPASS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "central",
    }
)
_MEASURES = frozenset({"kilometers", "kilometres", "km", "miles"})
_JOURNEYS = frozenset({"journey", "mission", "tour", "travel", "trip", "visit"})
_BYGONE = frozenset({"former", "late", "onetime", "then"})
"""Words for an office that somebody holds no more: `the former Lagos governor Ana Ruiz`."""
_OFFICES = frozenset({"branch", "bureau", "desk", "headquarters", "office"})
_AIMS = frozenset({"against", "at", "on", "into"})
_CLOSING = (".", ",", ";", ":", "—", "–", ")", "")
_ELSEWHERE = frozenset(
    {"about", "besides", "beyond", "except", "for", "like", "than", "unlike", "with"}
)
_DEPARTING = frozenset({"bind", "bound", "depart", "head", "leave", "sail"})
"""Words after which `for` tells whither: `the ferry left X for Y`."""
_SENDING = frozenset({"dispatch", "send"})
"""Verbs after which `from` tells whence: `a crew sent from X`."""
_INNER = frozenset({"compound", "amod", "nmod", "poss", "appos", "conj", "npadvmod", "nummod"})


def is_place(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence uses a name for the place rather than for the state that sits there."""
    parse = scene.tree
    head = parse.head_of(mention)
    if head is None or mention.kind is NameKind.PLACE or mention.actor is None:
        return mention.kind is NameKind.PLACE or mention.actor is None
    if mention.kind is not NameKind.STATE:
        return False
    token = parse.tokens[head]
    if mention.adjective or token.dep in _INNER - {"conj", "appos"}:
        noun = token.head
        return scene.lower(noun) in _place_nouns() and noun != head
    if mention.place is None:
        return False
    for above in (head, *ancestors(parse, head)[:3]):
        token = parse.tokens[above]
        governor = parse.tokens[token.head]
        if token.dep == "pobj":
            if _sends(scene, token.head) or is_party(scene, above):
                return False
            return governor.lemma.lower() in _LOCATIVE - {"of", "against", "between", "to"} or (
                governor.lemma.lower() in {"of", "to"} and _placed_above(scene, token.head)
            )
        if token.dep not in {"conj", "appos"}:
            return False
    return False


def _sends(scene: Scene, prep: int) -> bool:
    """Whether a state acts through those who come from it: `mediators from X and Y`."""
    agents = lexicons.lines("en/state_agents")
    above = scene.tree.tokens[prep].head
    return scene.lower(prep) == "from" and scene.lower(above) in agents


def _placed_above(scene: Scene, prep: int) -> bool:
    """Whether a name hangs on a word for a place or a journey: `the north of X`, `a visit to X`."""
    governor = scene.lower(scene.tree.tokens[prep].head)
    return governor in (_JOURNEYS if scene.lower(prep) == "to" else _place_nouns())


def _place_nouns() -> frozenset[str]:
    return frozenset(lexicons.lines("en/place_nouns"))


def places(
    scene: Scene, within: set[int] | None, struck: set[int], registry: Registry
) -> list[str]:
    """Return ids of the places among some tokens of a sentence, in the order of the text.

    `struck` are the words for what undergoes the event; a place there is where it happens.
    A demonym of a state names its land where the noun is a place: `Ukrainian cities`.
    """
    found: list[str] = []
    origins: list[str] = []
    for mention, head in zip(scene.mentions, scene.heads, strict=True):
        place = mention.place
        if place is None and mention.actor in registry.places and mention.adjective:
            place = mention.actor
        if place is None or (within is not None and head not in within):
            continue
        if (
            _excluded(scene, head, registry)
            or _is_home(scene, head)
            or _is_tied(scene, mention)
            or _is_tail(scene, mention, registry)
            or _is_seat(scene, mention, head)
            or is_aside(scene, head)
            or (_is_origin(scene, head) and _is_land(place, registry))
        ):
            continue
        bare = scene.tree.tokens[head].dep not in _INNER - {"conj", "appos"}
        used = is_place(scene, mention) or (head in struck and bare and not mention.adjective)
        if used and place not in found:
            weak = _is_origin(scene, head) or is_office(scene, head) or _is_landmark(scene, head)
            weak = weak or _is_of_people(scene, head)
            (origins if weak else found).append(place)
    return found or origins


def _is_origin(scene: Scene, head: int) -> bool:
    """Whether the name only says where somebody comes from: `envoys from X and Y met in Z`."""
    tokens = scene.tree.tokens
    while tokens[head].dep == "conj" and tokens[head].head != head:
        head = tokens[head].head
    prep = tokens[head].head
    return (
        tokens[head].dep == "pobj"
        and scene.lower(prep) == "from"
        and (
            tokens[tokens[prep].head].pos in {"NOUN", "PROPN"}
            or scene.lower(tokens[prep].head) in _SENDING
        )
    )


def _is_landmark(scene: Scene, head: int) -> bool:
    """Whether others are found from it: `20 kilometers south of X`, but not `the south of X`."""
    tokens = scene.tree.tokens
    if head > 1 and tokens[head - 1].text == "," and scene.lower(head - 2) == "capital":
        head -= 2  # `20 kilometers south of the capital, X`
    prep = tokens[head].head
    if tokens[head].dep != "pobj" or scene.lower(prep) not in {"from", "of"} or not prep:
        return False
    last = prep - 1
    if tokens[last].text == ")":  # `30 km (19 miles) from X`
        last = next((i for i in range(last, 0, -1) if tokens[i].text == "("), last) - 1
    before = scene.lower(last)
    if before in _MEASURES:
        return True
    return before in _COMPASS and prep > 1 and scene.lower(prep - 2) not in {"in", "the"}


def _is_of_people(scene: Scene, head: int) -> bool:
    """Whether it only says where people are from: `a Texas man was held in Ohio`."""
    token = scene.tree.tokens[head]
    return token.dep in {"compound", "nmod"} and scene.lower(token.head) in people()


def _is_land(place: str, registry: Registry) -> bool:
    page = registry.places.get(place)
    return page is not None and page.kind == "country"


def _is_home(scene: Scene, head: int) -> bool:
    """Whether it only says where somebody named lives: `Ana Ruiz, 34, of Leeds, was held`."""
    tokens = scene.tree.tokens
    prep = tokens[head].head
    if tokens[head].dep != "pobj" or scene.lower(prep) != "of" or prep < 2:
        return False
    if tokens[prep - 1].text != ",":
        return False
    last = prep - 4 if prep > 3 and tokens[prep - 2].pos == "NUM" else prep - 2
    return any(m.kind is NameKind.PERSON and m.overlaps(tokens[last]) for m in scene.mentions)


def _is_seat(scene: Scene, mention: Mention, head: int) -> bool:
    """Whether it only says where a body or office has its seat: `the Texas firm Lumen`."""
    tokens = scene.tree.tokens
    at, met = head, [head]
    while tokens[at].dep in {"amod", "compound", "nmod", "appos"} and tokens[at].head not in met:
        at = tokens[at].head
        met.append(at)
    bodies = [m for m in scene.mentions if m.kind is NameKind.ORGANISATION and m != mention]
    prep = tokens[head].head
    if tokens[head].dep == "pobj" and scene.lower(prep) == "of":
        return any(m.overlaps(tokens[tokens[prep].head]) for m in bodies)
    if len(met) > 1 and scene.lower(met[1]) in _OFFICES:
        return True
    if any(scene.lower(c) in _BYGONE for i in met for c in scene.tree.having(i, "amod")):
        bodies += [m for m in scene.mentions if m.kind is NameKind.PERSON]
    return len(met) > 2 and any(m.overlaps(tokens[i]) for m in bodies for i in met[1:])


def _is_tied(scene: Scene, mention: Mention) -> bool:
    """Whether a hyphen makes a mark of somebody of it: `the Perth-based miner`."""
    tokens = scene.tree.tokens
    end = scene.tree.within(mention)[-1] + 1
    tied = end + 1 < len(tokens) and tokens[end].text == "-"
    return tied and tokens[end + 1].text.casefold() in lexicons.lines("en/hyphen_tails")


def _is_tail(scene: Scene, mention: Mention, registry: Registry) -> bool:
    """Whether a region only says which town of that name is meant: `Salem, Oregon`."""
    page = registry.places.get(mention.place or "")
    if page is None or page.kind != "region":
        return False
    text, start = scene.sentence.text, scene.sentence.start
    for other in scene.mentions:
        town = registry.places.get(other.place or "")
        if town is None or town.kind != "city" or town.country != page.country:
            continue
        between = text[max(0, other.end - start) : max(0, mention.start - start)]
        if between.strip() == "," and text[mention.end - start :].lstrip()[:1] in _CLOSING:
            return True
    return False


def besieged(scene: Scene, trigger: int, registry: Registry) -> list[str]:
    """Return the countries at which an attack is aimed as a whole: `a barrage on X`."""
    parse = scene.tree
    below = set(parse.subtree(trigger))
    verb = set(parse.having(trigger, "dobj"))
    found = []
    for mention, head in zip(scene.mentions, scene.heads, strict=True):
        page = registry.places.get(mention.place or "")
        if page is None or page.kind != "country" or mention.adjective:
            continue
        aimed = parse.tokens[head].dep == "pobj" and scene.lower(parse.tokens[head].head) in _AIMS
        if (aimed and head in below) or head in verb:
            found.append(page.id)
    return found


def targets(scene: Scene) -> list[str]:
    """Return the places that something is aimed at: `its war against X`, `missiles at X`."""
    parse = scene.tree
    found: list[str] = []
    for mention, head in zip(scene.mentions, scene.heads, strict=True):
        aimed = parse.tokens[head].dep == "pobj" and scene.lower(parse.tokens[head].head) in _AIMS
        if mention.place and aimed and mention.place not in found:
            found.append(mention.place)
    return found


def _excluded(scene: Scene, head: int, registry: Registry) -> bool:
    """Whether a preposition says that it was elsewhere: `beyond the capital and its suburbs`.

    What is issued `for` a place holds there, and one sets out for it: `a flood warning for X`.
    """
    parse = scene.tree
    while parse.tokens[head].dep == "conj" and parse.tokens[head].head != head:
        head = parse.tokens[head].head
    token = parse.tokens[head]
    if token.dep != "pobj":
        return False
    if scene.lower(token.head) in _ELSEWHERE:
        above = scene.lower(parse.tokens[token.head].head)
        notice = above in lexicons.lines("en/area_notices") or above in _DEPARTING
        return not (notice and scene.lower(token.head) == "for")
    return _beside(scene, token.head, registry)


def _beside(scene: Scene, prep: int, registry: Registry) -> bool:
    """Whether it only says where another place lies: `X, near Y`, `X, north of Y`.

    Of a river or sea it says which part is meant; a mine or a school is told by its town.
    """
    tokens = scene.tree.tokens
    if scene.lower(prep) not in {"near", "of", "from"}:
        return False
    above = tokens[prep].head
    if scene.lower(above) in _COMPASS:
        above = tokens[above].head
    elif scene.lower(prep) != "near":
        return False
    near = {above, prep - 2} if tokens[prep - 1].text == "," else {above}
    return any(
        m.kind is NameKind.PLACE
        and m.overlaps(tokens[i])
        and _kind(m, registry) not in {"site", "water"}
        for m in scene.mentions
        for i in near
    )


def _kind(mention: Mention, registry: Registry) -> str | None:
    page = registry.places.get(mention.place or "")
    return page.kind if page else None


def specific_first(
    ids: list[str], kinds: dict[str, str], registry: Registry, whole: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Order places from site to country; leave out a country that one of them lies in.

    `whole` are the countries that the event struck as a whole; they stay.
    """
    unique = list(dict.fromkeys(ids))
    countries = {
        registry.places[i].country
        for i in unique
        if i in registry.places and kinds.get(i) != "country"
    }
    kept = [
        i
        for i in unique
        if kinds.get(i) != "country"
        or len(unique) == 1
        or i in whole
        or (registry.places[i].country if i in registry.places else None) not in countries
    ]
    firm = [i for i in kept if not is_vague(i, registry)]
    lands = {registry.places[i].country for i in firm if i in registry.places}
    kept = [
        i for i in kept if i in firm or registry.places[i].country not in lands or len(kept) == 1
    ]
    return tuple(sorted(kept, key=lambda i: (_RANK.get(kinds.get(i, "city"), 2), kept.index(i))))


def is_vague(place: str, registry: Registry) -> bool:
    """Whether a place is a quarter of a country: `southern Peru`, but not `North Darfur`."""
    page = registry.places.get(place)
    first = place.partition("-")[0].removesuffix("ern")
    if page is None or page.kind != "region" or first not in _COMPASS:
        return False
    return "-" in place and (page.within is None or place.endswith(f"-{page.within}"))


def kinds_of(mentions: tuple[Mention, ...], registry: Registry) -> dict[str, str]:
    """Return the kind of each place that is known or proposed."""
    kinds = {place: entity.kind for place, entity in registry.places.items()}
    for mention in mentions:
        if mention.proposal and mention.place and mention.kind is NameKind.PLACE:
            kinds[mention.place] = mention.proposal.kind
    return kinds
