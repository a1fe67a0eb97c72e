"""Noun phrases and clauses cut down to what carries the news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from generator import lexicons
from generator.extract.telling.numerals import numeral
from generator.extract.telling.view import View

LEVELS = 4
"""Degrees of compression of a phrase: 0 keeps most, 3 the bare noun with its `of`."""
_CLAUSAL = 7
"""Tokens of a participle's phrase, from which it is left out."""
_RELATIVE = 9
"""Tokens of a relative clause that a phrase can carry."""
_OPENING = frozenset("([{“‘\"'$€£—–")
_OWN = frozenset({"my", "our", "your"})
_ALWAYS_OUT = frozenset(
    {"advcl", "appos", "punct", "meta", "intj", "dep", "preconj", "parataxis", "npadvmod"}
)
_WHICH = frozenset({"acl", "prep", "relcl"})
"""What says who is meant by a pronoun."""
_FATES = frozenset({"alive", "dead", "unharmed", "unhurt"})
"""Adjectives behind a noun that say how somebody was found."""
_HALF = "half"
AMOUNTS = frozenset({"bit", "couple", "few", "lot"})
"""Nouns that are no count without their article: `a lot of fires`."""
_ASIDE = frozenset({"including", "like", "despite", "amid", "amidst", "such", "following"})


def phrase(view: View, head: int, *, level: int = 0) -> str:
    """Return a noun phrase in house style; `the capital, Lima` is `Lima`."""
    if place := _place_named(view, head):
        return join(view, place)
    renamed = view.tree.child(head, "appos")
    if renamed is not None and (_names(view, head, renamed) or _one_of_them(view, head)):
        return phrase(view, renamed, level=level)
    kept = list(_kept(view, head, level))
    text = join(view, kept)
    bare = not any(view.tree.tokens[i].dep in {"det", "poss"} for i in kept if i < head)
    name = view.names.get(head, "")
    article = " of " in name or name in lexicons.lines("en/names_with_article")
    named = head in view.named and head not in view.persons and article
    dated = any(c in view.hidden for c in view.tree.having(head, "poss"))  # `Monday's session`
    return f"the {text}" if (named or dated) and bare and not view.headline else text


def _place_named(view: View, head: int) -> list[int]:
    """Return the name of a place that a plain word stands before: `the capital, Lima`."""
    renamed = view.tree.child(head, "appos")
    word = view.tree.tokens[head].text.casefold()
    if renamed not in view.located or word not in {"capital", *lexicons.lines("en/place_words")}:
        return []
    return [i for i in view.tree.subtree(renamed or 0) if i in view.located]


def _same(view: View, head: int) -> bool:
    """Whether a noun points back at one that was told before: `in the same region`."""
    return any(view.tree.tokens[c].lemma == "same" for c in view.tree.having(head, "amod"))


def _names(view: View, head: int, renamed: int) -> bool:
    """Whether an apposition is the name of what is meant: `the energy company Saesa`."""
    between = view.tree.tokens[head + 1 : renamed]
    close = all(t.dep == "compound" or t.text == "," for t in between)
    plain = head not in view.names and view.tree.tokens[head].tag == "NN"
    name = renamed in view.persons or renamed in view.named
    return name and plain and close and not view.tree.having(head, "nummod", "conj")


def _one_of_them(view: View, head: int) -> bool:
    """Whether a pronoun is named after it: `one of them, the guard Dana Holt,`."""
    tree = view.tree
    preps = tree.having(head, "prep")
    return any(tree.tokens[o].tag == "PRP" for p in preps for o in tree.having(p, "pobj"))


def join(view: View, indices: Iterable[int]) -> str:
    """Spell tokens in order, with the spaces that the text had between neighbours."""
    text, last, apart = "", -2, False
    tokens = view.tree.tokens
    for index in sorted(indices):
        word = spelling(view, index)
        glued = last == index - 1 and tokens[last].end == tokens[index].start
        if not word:
            apart = apart or not glued
            last = index if last == index - 1 else last
            continue
        # A name is spelled at its head, so that a space before any of its words stands before it.
        glued = glued and not (apart and index in view.names)
        text += word if glued or not text else f" {word}"
        last, apart = index, False
    return text


def spelling(view: View, index: int) -> str:
    """Spell one token: names canonical, numbers in house style, quotation marks gone."""
    if index in view.names:
        return view.names[index]
    token = view.tree.tokens[index]
    if token.text.casefold() in _OWN or index in view.orphans or token.tag == "WP$":
        return "the"
    if token.tag == "POS" and not token.text[1:]:  # behind a name that ended in s in the text
        name = view.names.get(index - 1) or view.names.get(token.head, "s")
        return token.text if name.endswith("s") else f"{token.text}s"
    if (token.dep, token.text) == ("cc", "as"):
        return "and"
    if token.text.casefold() == "another" and token.dep == "det":
        return "a"
    if token.dep == "det" and token.text.casefold() in {"that", "these", "this", "those"}:
        return "the"
    if token.tag == "CD":
        named = index > 0 and view.tree.tokens[index - 1].pos == "PROPN" and token.text.isdigit()
        text = token.text if named else numeral(view.tree, index)
        return text.lower() if _opens(view, index) else text
    if token.tag in {"``", "''"} or token.text in {'"', "“", "”"}:
        return ""
    common = token.pos != "PROPN" or (token.dep == "amod" and index not in view.names)
    ordinary = (
        common and index not in view.capitals and (token.text[1:].islower() or token.text == "A")
    )
    return token.text.lower() if ordinary and _opens(view, index) else token.text


def _opens(view: View, index: int) -> bool:
    """Whether a token's capital is that of its sentence or quotation."""
    before = view.tree.tokens[index - 1] if index else None
    return before is None or before.text in _OPENING or before.text == ")"


def _kept(view: View, head: int, level: int) -> Iterator[int]:
    yield head
    points = score(view, head)
    yield from points
    for child in view.tree.children[head]:
        if child in view.hidden or child in points:
            continue
        if _stays(view, head, child, level):
            yield from _below(view, child, level)


def score(view: View, head: int) -> range:
    """Return what goes on a number behind a hyphen: the `-0` of `a 3-0 win`."""
    own = view.tree.tokens[head : head + 3]
    pair = len(own) > 2 and own[0].tag == own[2].tag == "CD" and own[1].text in {"-", "–"}
    tight = pair and own[0].end == own[1].start and own[1].end == own[2].start
    return range(head + 1, head + 3) if tight else range(0)


def _below(view: View, child: int, level: int) -> Iterator[int]:
    token = view.tree.tokens[child]
    if token.dep in {"prep", "agent"}:
        yield child
        for inner in view.tree.children[child]:
            if view.tree.tokens[inner].dep in {"pobj", "pcomp"} and inner not in view.hidden:
                yield from _place_named(view, inner) or _kept(view, inner, level + 1)
            elif token.text.casefold() == "out" and view.tree.tokens[inner].dep == "prep":
                yield from _below(view, inner, level)
    elif token.dep in {"acl", "relcl"}:
        yield from (i for i in view.tree.subtree(child) if i not in view.hidden)
    else:
        yield from _kept(view, child, level)


def _stays(view: View, head: int, child: int, level: int) -> bool:
    token = view.tree.tokens[child]
    if view.names.get(child) == "":
        return True
    if view.tree.tokens[head].text.casefold() == "those" and token.dep in _WHICH:
        return True  # `those wearing masks`
    if child and view.tree.tokens[child - 1].tag == "-LRB-" and child < head:
        return False
    beyond = ("npadvmod", "prep") if token.text != "worth" else ("npadvmod",)
    if token.text in _FATES or (token.dep == "npadvmod" and _each(view, child)):
        return True
    if token.dep == "amod" and child > head and view.tree.having(child, *beyond):
        return False  # `a truck capable of …`, but `an armful worth of …`
    if head in view.persons and child < head and "," in _texts(view, child, head):
        return False  # `a fourth, Dana Holt`
    if token.text == "," and token.dep == "punct":
        return level < LEVELS and _lists(view, head, child)
    if token.dep == "relcl":
        return _restricts(view, head, child) and (level == 0 or _needed(view, head))
    if token.dep == "cc" and not view.tree.having(head, "conj"):
        return _glued(view, child)  # `foot-and-mouth`
    if level >= LEVELS and (token.dep in {"conj", "cc"} or token.text == ","):
        return False
    if token.dep in {"conj", "cc"} and _between(view, head):
        return True
    if token.dep in {"conj", "cc"}:
        return _joins_nouns(view, head) and not _in_other_words(view, head)
    if token.dep in {"amod", "npadvmod"} and _glued(view, child):
        return True
    if token.dep in _ALWAYS_OUT:
        return _hyphen(view, head, child)
    if token.dep == "det":
        return _determiner(view, child)
    if token.dep in {"amod", "advmod"}:
        if view.tree.tokens[head].tag in {"CD", "JJR", "JJS", "RBR", "RBS"}:
            return True
        ranked = token.tag in {"JJR", "JJS"} or token.ner.endswith("ORDINAL")
        kept = level < 3 or child in view.demonyms or ranked
        return kept and not _coloured(view, child)
    if token.dep in {"prep", "agent"}:
        return _preposition(view, head, child, level)
    if token.dep == "acl":
        if _superlative(view, head):
            return len(view.tree.subtree(child)) < _CLAUSAL // 2
        short = len(view.tree.subtree(child)) < _CLAUSAL
        aside = view.tree.tokens[child - 1].text == ","
        return token.tag in {"VB", "VBG"} and level == 0 and short and not aside
    if _titles(view, head, child):
        return False
    if token.dep == "poss":
        return not ((token.pos == "PRON" or token.tag == "WP$") and view.headline)
    located = head in view.located or head in view.named
    if token.text.istitle() and token.text.endswith("ing") and located:
        return not _opens(view, child)
    if token.dep == "amod" and head in view.named and child not in view.demonyms:
        return token.text[0].isupper() and not _opens(view, child)
    return not (token.dep in {"compound", "nmod"} and _coloured(view, child))


def _each(view: View, child: int) -> bool:
    """Whether a noun says of what a price is that of one: `18 euros a share`."""
    articles = {view.tree.tokens[c].text.casefold() for c in view.tree.having(child, "det")}
    return child > view.tree.tokens[child].head and bool(articles & {"a", "an"})


def _texts(view: View, first: int, last: int) -> list[str]:
    return [t.text for t in view.tree.tokens[first:last]]


def _superlative(view: View, head: int) -> bool:
    """Whether the noun says too much without what follows: `the strongest quake ever felt`."""
    return any(view.tree.tokens[c].tag == "JJS" for c in view.tree.having(head, "amod"))


def _between(view: View, head: int) -> bool:
    """Whether the noun is the first of two that something lies between."""
    token = view.tree.tokens[head]
    return token.dep == "pobj" and view.tree.tokens[token.head].text.casefold() == "between"


def _joins_nouns(view: View, head: int) -> bool:
    """Whether what is joined to a noun is a noun, and not a verb that the parse took for one."""
    tokens = view.tree.tokens
    joined = view.tree.having(head, "conj")
    return tokens[head].pos == "VERB" or all(tokens[c].pos != "VERB" for c in joined)


def _in_other_words(view: View, head: int) -> bool:
    """Whether what is joined only counts the same otherwise: `180 staff, or a third of them`."""
    tree = view.tree
    tokens = tree.tokens
    other = [c for c in tree.having(head, "cc") if tokens[c].text == "or"]
    joined = [i for c in tree.having(head, "conj") for i in (c, *tree.having(c, "nummod"))]
    behind = bool(other) and tokens[other[0] - 1].text == ","
    return behind and any(tokens[i].tag == "CD" for i in joined)


def _lists(view: View, head: int, comma: int) -> bool:
    """Whether a comma stands between the things of a list."""
    later = [c for c in view.tree.children[head] if c > comma]
    return bool(later) and view.tree.tokens[later[0]].dep == "conj"


def _restricts(view: View, head: int, verb: int) -> bool:
    """Whether a relative clause is short and says which one is meant: `drones that got past`."""
    below = view.tree.subtree(verb)
    opener = view.tree.tokens[below[0]].text.casefold()
    longest = _RELATIVE * (2 if _needed(view, head) else 1)
    return opener == "that" and len(below) <= longest and not view.hidden.intersection(below)


def _needed(view: View, head: int) -> bool:
    """Whether the noun says something else without its clause: `any deal that …`."""
    words = (view.tree.tokens[c].text.casefold() for c in view.tree.having(head, "det"))
    return any(w in {"any", "every", "no", "only"} for w in words)


def _glued(view: View, child: int) -> bool:
    """Whether a hyphen binds the word to the next: `37-year-old`, `state-owned`."""
    tokens = view.tree.tokens
    return child + 1 < len(tokens) and tokens[child + 1].text == "-"


def _hyphen(view: View, head: int, child: int) -> bool:
    tokens = view.tree.tokens
    token = tokens[child]
    if token.dep != "punct" or token.text not in {"-", "/", "&"}:
        return False
    touching = 0 < child < len(tokens) - 1
    return (
        touching and tokens[child - 1].end == token.start and tokens[child + 1].start == token.end
    )


def _titles(view: View, head: int, child: int) -> bool:
    """Whether the word is an office or nationality before a person's name."""
    other = child in view.persons or view.tree.tokens[child].dep in {"cc", "conj"}
    return head in view.persons and child < head and view.names.get(child) != "" and not other


def _determiner(view: View, child: int) -> bool:
    word = view.tree.tokens[child].text.casefold()
    if word in {"no", "all", "every", "each", "both", "any", "half"}:
        return True
    head = view.tree.tokens[child].head
    if view.names.get(head, "").casefold() in _plain_states():
        return False
    if view.tree.tokens[head].text.casefold() in AMOUNTS:
        return True
    nominal = view.tree.tokens[head].pos == "ADJ" or view.tree.tokens[head].dep == "npadvmod"
    return nominal or not view.headline or _parted(view, head)


def _parted(view: View, head: int) -> bool:
    """Whether a noun or the word for its part keeps its article: `a third`, `seven of the dead`."""
    tree = view.tree
    parts = {_HALF, *(row[0] for row in lexicons.table("en/fraction_words"))}
    of = tree.tokens[head].head
    part = tree.tokens[tree.tokens[of].head]
    share = part.text.casefold() in parts or (part.tag == "CD" and part.lemma != "one")
    whole = tree.tokens[head].dep == "pobj" and tree.tokens[of].text.casefold() == "of" and share
    return whole or tree.child(head, "predet") is not None or tree.tokens[head].text in parts


@cache
def _plain_states() -> frozenset[str]:
    """Names of states without an article: `the Élysée` becomes `France`."""
    names = {row[2] for row in lexicons.table("countries")}
    articled = {n.casefold() for n in lexicons.lines("en/states_with_article")}
    return frozenset(n.casefold() for n in names) - articled


def _coloured(view: View, child: int) -> bool:
    token = view.tree.tokens[child]
    colours = lexicons.lines("en/colour_words")
    if view.tree.tokens[child + 1 : child + 2] and view.tree.tokens[child + 1].text == "than":
        return False
    if token.tag == "VBN" and any(_coloured(view, c) for c in view.tree.having(child, "advmod")):
        return True  # of `hastily called` neither word is told alone
    return token.pos != "PROPN" and token.text.casefold() in colours


def _out_of(view: View, prep: int) -> bool:
    """Whether a preposition leads the whole of a share: `one in ten wells`, `two out of three`."""
    tree = view.tree
    if tree.tokens[prep].text.casefold() == "out":
        prep = tree.child(prep, "prep") or prep
    elif tree.tokens[prep].text.casefold() != "in":
        return False
    objects = tree.having(prep, "pobj")
    return any(tree.tokens[o].tag == "CD" or tree.having(o, "nummod") for o in objects)


def _preposition(view: View, head: int, child: int, level: int) -> bool:
    word = view.tree.tokens[child].text.casefold()
    objects = view.tree.having(child, "pobj")
    if view.tree.tokens[head].tag == "CD" and _out_of(view, child):
        return True
    if not objects or all(o in view.hidden for o in objects) or word in _ASIDE:
        return False
    if any(view.tree.tokens[o].tag == "PRP" for o in objects):
        return False  # `nine of them`, of whom nothing says who they are
    if word != "of" and any(_same(view, o) for o in objects):
        return False
    first = view.tree.subtree(child)[0]
    if word != "of" and view.tree.tokens[first - 1].text == "," and first - 1 > head:
        return False
    if word == "of":
        light = lexicons.lines("en/light_nouns")
        noun = view.tree.tokens[head]
        return level < LEVELS - 1 or noun.tag == "CD" or noun.text.casefold() in light
    local = any(i in view.located for i in view.tree.subtree(child))
    if local:
        return level < 3
    return level == 0 or (
        level == 1 and word in {"on", "with", "between", "against", "for", "over", "to"}
    )
