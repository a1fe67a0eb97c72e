"""Where a regular expression may take longer than its text is long, read from the pattern itself.

Three shapes are looked for: a repetition within another that can go on as either (`(a+)+`),
neighbours that can share out the same characters in many ways (`\\d+[\\d,]*x`), and a search that
begins anew at each character of a run that it then fails behind (`\\s+$`). What has none of them
may still be slow: `benchmarks/regexes.py` pumps each pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as op
from re import _parser
from typing import Any

from patterns import holds, members, parts

MANY = 4
"""Repetitions from which a bound counts as none: forty within forty are without end."""
RUN = 64
"""Characters of a run from which a search may begin anew too often."""
SAMPLE = "".join(map(chr, range(128))) + "éß’“”–—…\u00a0\u200b中"
"""Characters of which at least one is in whatever two parts of a pattern share."""
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

Chars = frozenset[str]
EVERY: Chars = frozenset(SAMPLE)


def suspects(pattern: re.Pattern[str], *, anchored: bool = False) -> Iterator[str]:
    """Yield what in a pattern may take time that grows faster than its text."""
    tree = _flat(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    yield from _within(tree, frozenset(), nested=False)
    if not anchored and any(_begins_anew(branch) for branch in _alternatives(tree)):
        yield "a search begins anew within what it repeats first"


def _flat(tree: Any) -> list[Any]:
    """Return a sequence whose groups are parts of it."""
    found = []
    for kind, value in tree:
        found += _flat(value[3]) if kind is op.SUBPATTERN else [(kind, value)]
    return found


def _begins_anew(tree: list[Any]) -> bool:
    """Whether a search may fail behind a run, and try again at each character of it."""
    before: list[Chars] = []
    for at, node in enumerate(tree):
        if _is_many(node, RUN):
            run = _chars(node)
            return all(run & chars for chars in before) and not _is_nullable(tree[at + 1 :])
        if node[0] is op.AT or (node[0] in (op.ASSERT, op.ASSERT_NOT) and node[1][0] < 0):
            return False  # as at the border of a word, whatever comes next
        if not _is_nullable([node]) and node[0] not in (op.ASSERT, op.ASSERT_NOT):
            before.append(_chars(node))
    return False


def _alternatives(tree: list[Any]) -> Iterator[list[Any]]:
    """Yield the ways in which a pattern can begin."""
    if tree and tree[0][0] is op.BRANCH:
        for one in tree[0][1][1]:
            yield from _alternatives([*_flat(one), *tree[1:]])
    else:
        yield tree


def _within(tree: list[Any], after: Chars, *, nested: bool) -> Iterator[str]:
    """Look through a sequence; `after` is what an outer repetition may go on with."""
    for at, node in enumerate(tree):
        rest = tree[at + 1 :]
        follow = _first(rest) | (after if _is_nullable(rest) else frozenset())
        gives_back = node[0] is not op.POSSESSIVE_REPEAT
        if _is_many(node):
            body = _flat(node[1][2])
            if gives_back:
                yield from _neighbours(node, rest)
            if nested and gives_back and _last(body) & follow & _first(body):
                yield "what is repeated within a repetition can go on as either"
            yield from _within(body, _first(body), nested=gives_back)
        else:
            more = _first(node[1][2]) if node[0] in REPEATS else frozenset()
            for inner in parts(*node):
                yield from _within(_flat(inner), follow | more, nested=nested)


def _neighbours(node: Any, rest: list[Any]) -> Iterator[str]:
    """Yield a repetition that comes next, or after what may be left out, and shares characters."""
    for at, other in enumerate(rest):
        body = _flat(node[1][2])
        shares = _first(body) & _first([other]) and _last(body) & _chars(other)
        if _is_many(other) and shares and not _is_nullable(rest[at + 1 :]):
            yield "two repetitions side by side share characters"
        if not _is_nullable([other]) or _is_many(other):
            return


def _is_many(node: Any, times: int = MANY) -> bool:
    return node[0] in REPEATS and node[1][1] >= times


def _is_nullable(tree: Any) -> bool:
    """Whether a sequence matches nothing too; what only looks around does not count as such."""
    for kind, value in tree:
        if kind in REPEATS and (value[0] == 0 or _is_nullable(value[2])):
            continue
        if kind is op.BRANCH and any(_is_nullable(one) for one in value[1]):
            continue
        if kind is op.SUBPATTERN and _is_nullable(value[3]):
            continue
        if kind is op.ATOMIC_GROUP and _is_nullable(value):
            continue
        return False
    return True


def _first(tree: Any) -> Chars:
    """Return what a sequence can begin with."""
    found: Chars = frozenset()
    for node in tree:
        if node[0] in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        found |= _edge(node, _first)
        if not _is_nullable([node]):
            break
    return found


def _last(tree: Any) -> Chars:
    """Return what a sequence can end with."""
    found: Chars = frozenset()
    for node in reversed(list(tree)):
        if node[0] in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        found |= _edge(node, _last)
        if not _is_nullable([node]):
            break
    return found


def _edge(node: Any, of: Any) -> Chars:
    kind, value = node
    if inner := parts(kind, value):
        return frozenset().union(*map(of, inner))
    return _single(kind, value)


def _chars(node: Any) -> Chars:
    """Return all that stands anywhere in a part."""
    kind, value = node
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return frozenset()
    if inner := parts(kind, value):
        return frozenset().union(*(_chars(one) for tree in inner for one in tree))
    return _single(kind, value)


def _single(kind: Any, value: Any) -> Chars:
    if kind is op.LITERAL:
        return frozenset(chr(value))
    if kind is op.NOT_LITERAL:
        return EVERY - {chr(value)}
    if kind is op.IN:
        negated = any(inner is op.NEGATE for inner, _ in value)
        among = {*SAMPLE, *members(value)}
        return frozenset(c for c in among if holds(value, c) != negated)
    return EVERY
