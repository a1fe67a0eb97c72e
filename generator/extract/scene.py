"""One sentence with its parse, names and times, as the extractor asks about it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.telling.tree import SUBJECTS, Tree, tree
from generator.model import Mention, Reading, Sentence, Timex

CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis"})
"""Dependencies that open a clause of its own."""


_LONGEST_DATELINE = 4
"""Tokens before the last name of a dateline, and from there to its dash."""
_LONGEST_HEAD = 24
"""Tokens up to the dash of a dateline with several towns, the day and the wire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence and all that other stages found in it."""

    sentence: Sentence
    tree: Tree
    mentions: tuple[Mention, ...]
    heads: tuple[int, ...]
    """Index of the token that governs each mention, in the order of `mentions`."""
    timexes: tuple[Timex, ...]
    times: tuple[int, ...]
    """Index of the token that governs each time expression, in the order of `timexes`."""

    def at(self, indices: frozenset[int] | set[int]) -> list[Mention]:
        """Return the mentions whose head is one of the tokens."""
        pairs = zip(self.mentions, self.heads, strict=True)
        return [mention for mention, head in pairs if head in indices]

    def quoted(self, index: int) -> bool:
        """Whether a token stands within quotation marks."""
        return any(span.overlaps(self.tree.tokens[index]) for span in self.sentence.quoted)

    def lower(self, index: int) -> str:
        """Return the lemma in lower case."""
        return self.tree.tokens[index].lemma.lower()


def scenes(reading: Reading) -> tuple[Scene, ...]:
    """Gather what is known of each sentence."""
    names: dict[int, list[Mention]] = {}
    times: dict[int, list[Timex]] = {}
    for mention in reading.mentions:
        names.setdefault(mention.sentence, []).append(mention)
    for timex in reading.timexes:
        times.setdefault(timex.sentence, []).append(timex)
    return tuple(
        _scene(sentence, names.get(sentence.index, []), times.get(sentence.index, []))
        for sentence in reading.sentences
    )


def _scene(sentence: Sentence, names: list[Mention], times: list[Timex]) -> Scene:
    parse = tree(sentence)
    placed = [
        (m, h)
        for m in names
        if (h := parse.head_of(m)) is not None and not _wire(sentence, parse, m)
    ]
    timed = [(t, h) for t in times if (h := parse.head_of(t)) is not None]
    return Scene(
        sentence=sentence,
        tree=parse,
        mentions=tuple(m for m, _ in placed),
        heads=tuple(h for _, h in placed),
        timexes=tuple(t for t, _ in timed),
        times=tuple(h for _, h in timed),
    )


def _wire(sentence: Sentence, parse: Tree, name: Mention) -> bool:
    """Whether a name is the wire's mark or dateline at the head of a report: `(AGENCY) A …`."""
    inside = parse.within(name)
    last = inside[-1] if inside else 0
    after = parse.tokens[last + 1].text if last + 1 < len(parse.tokens) else ""
    first = parse.tokens[inside[0] - 1].text if inside and inside[0] else ""
    bracketed = first == "(" and inside[0] == 1 and after == ")"
    return bracketed or (last <= _LONGEST_DATELINE and _in_dateline(parse, last))


def _in_dateline(parse: Tree, last: int) -> bool:
    """Whether nothing but capitals and brackets stand before a dash right after the name."""
    for at, token in enumerate(parse.tokens[: last + _LONGEST_DATELINE + 1]):
        if at > last and token.text in {"—", "–", "--"}:
            return True
        if at == last + 1 and token.text == ":" and parse.tokens[0].text.isupper():
            return True
        if token.text[0].islower() or token.pos in {"NUM", "VERB"}:
            return _with_day(parse, last)
    return _with_day(parse, last)


def _with_day(parse: Tree, last: int) -> bool:
    """Whether a dateline that begins in capitals goes on with its day: `LIMA, Peru, 3 May —`."""
    head = parse.tokens[:_LONGEST_HEAD]
    dash = next((i for i, t in enumerate(head) if t.text in {"—", "–", "--", "-"}), None)
    first = next((t for t in head if t.text[0].isalpha()), head[0])
    if dash is None or last > dash or not first.text.isupper():
        return False
    return not any(t.text[0].islower() for t in head[:dash])


def ancestors(parse: Tree, index: int) -> list[int]:
    """Return the governors of a token, nearest first."""
    found: list[int] = []
    while parse.tokens[index].head != index and len(found) < len(parse.tokens):
        index = parse.tokens[index].head
        found.append(index)
    return found


def clause(parse: Tree, index: int) -> set[int]:
    """Return a word and what depends on it, without the clauses below it."""
    found, queue = set(), [index]
    while queue:
        here = queue.pop()
        found.add(here)
        queue.extend(
            c
            for c in parse.children[here]
            if parse.tokens[c].dep not in CLAUSAL and not _other_verb(parse, c)
        )
    return found


def _other_verb(parse: Tree, index: int) -> bool:
    token = parse.tokens[index]
    return token.dep == "conj" and token.pos == "VERB"


def phrase(parse: Tree, index: int) -> set[int]:
    """Return a noun with its modifiers and its coordinated nouns, without clauses."""
    found, queue = set(), [index]
    while queue:
        here = queue.pop()
        found.add(here)
        queue.extend(c for c in parse.children[here] if parse.tokens[c].dep not in CLAUSAL)
    return found


def subject(parse: Tree, verb: int) -> int | None:
    """Return the head of a verb's subject, its own or the one it shares."""
    for _ in range(len(parse.tokens)):
        own = parse.child(verb, *sorted(SUBJECTS))
        if own is not None:
            return own
        token = parse.tokens[verb]
        if token.dep == "ccomp" and token.tag in {"VBD", "VBP", "VBZ"}:
            return None
        if (
            token.dep in {"acomp", "conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"}
            and token.head != verb
        ):
            verb = token.head
        elif token.dep == "relcl" and token.head != verb:
            return token.head
        else:
            return None
    return None
