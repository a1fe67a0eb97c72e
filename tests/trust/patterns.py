"""Every regular expression of the program, and the strings that would make it slow.

A pattern is pumped with what it repeats itself: each of its characters, pairs of them, and for
each repetition a beginning that leads to it, its body over and over, and an end that fails.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from re import _constants as op
from re import _parser
from types import ModuleType
from typing import Any

import generator

SOURCES = Path(generator.__file__).parent
PLAIN = "aA1 \n.,-é\x00"
"""Characters of news text, which most classes hold one of, and one that hardly any does."""
PAIRED = 10
"""Characters of a pattern that are paired with one another."""
ENDS = ("", "\x00", "\n!")
DIRECT = frozenset({"compile", "search", "match", "fullmatch", "sub", "split", "finditer"})
METHODS = DIRECT - {"compile", "split"} | {"findall"}  # text has a `split` too
START = frozenset({"match", "fullmatch"})


def every_pattern() -> dict[str, re.Pattern[str]]:
    """Return each pattern once, by the place that names it: of modules, of tables, and inline."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        named = {**dict(_named(module)), **dict(_inline(module))}
        for name, pattern in named.items():
            found.setdefault((pattern.pattern, pattern.flags), (f"{info.name}.{name}", pattern))
    return dict(sorted(found.values()))


def _named(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in vars(module).items():
        makes = getattr(value, "__wrapped__", None)
        if makes and getattr(makes, "__module__", "") == module.__name__:
            told = inspect.signature(makes)
            if "Pattern" in str(told.return_annotation) and not told.parameters:
                value = value()
        for number, pattern in enumerate(_within(value, 0)):
            yield f"{name}.{number}" if number else name, pattern


def _within(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, bytes):
            value = re.compile(value.pattern.decode("latin-1"))
        yield value
    elif depth > 3:
        return
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _within(item, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _within(item, depth + 1)
    elif fields := getattr(value, "__dataclass_fields__", None):
        for field in fields:
            yield from _within(getattr(value, field, None), depth + 1)


def _inline(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield patterns that are written where they are used."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=attr),
                args=[ast.Constant(value=str(text)), *_],
            ) if attr in DIRECT - {"compile"}:
                yield f"{attr}:{node.lineno}", re.compile(text)


def anchored(name: str) -> bool:
    """Whether a pattern is tried at the start of a text only, wherever its module uses it."""
    where, _, own = name.rpartition(".")
    if ":" in own:
        return own.partition(":")[0] in START
    module = importlib.import_module(where) if where in sys.modules else None
    uses, others, handed_on = set(), set(), False
    tree = ast.parse(inspect.getsource(module)) if module else ast.Module([], [])
    held = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            direct = isinstance(node.value, ast.Name) and node.value.id.lstrip("_").isupper()
            if not direct:
                others.add(node.attr)
            elif node.value.id == own:
                uses.add(node.attr)
        elif isinstance(node, ast.Name) and node.id == own and id(node) not in held:
            handed_on |= isinstance(node.ctx, ast.Load)
    return bool(uses or handed_on) and (uses | (others if handed_on else set())) <= START


def attacks(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """Yield beginning, what is repeated, and end."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    seen = set()
    letters = list(dict.fromkeys([*_letters(tree), *PLAIN]))
    pumps = [("", one) for one in letters]
    pumps += [("", "".join(two)) for two in itertools.permutations(letters[:PAIRED], 2)]
    pumps += _repeated(tree, "")
    for before, pump in pumps:
        for end in ENDS:
            if pump and (before, pump, end) not in seen:
                seen.add((before, pump, end))
                yield before, pump, end


def _letters(tree: Any) -> Iterator[str]:
    for kind, value in tree:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.IN:
            yield from members(value)[:3]
        else:
            for inner in parts(kind, value):
                yield from _letters(inner)


def parts(kind: Any, value: Any) -> list[Any]:
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return []


def _repeated(tree: Any, before: str) -> list[tuple[str, str]]:
    """Return for each repetition what leads to it, and examples of its body."""
    found: list[tuple[str, str]] = []
    for kind, value in tree:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[1] > 3:
            bodies = {example(value[2], choice) for choice in range(4)}
            found += [(before, body) for body in sorted(bodies)]
        for inner in parts(kind, value):
            found += _repeated(inner, before)
        before += example([(kind, value)], 0)
    return found


def example(tree: Any, choice: int) -> str:
    """Return a string that the tree takes, lookarounds aside."""
    text = ""
    for kind, value in tree:
        if kind is op.LITERAL:
            text += chr(value)
        elif kind is op.NOT_LITERAL:
            text += next(c for c in "axb" if ord(c) != value)
        elif kind is op.ANY:
            text += "x"
        elif kind is op.IN:
            among = members(value) or ["a"]
            text += among[choice % len(among)]
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            text += example(value[2], choice) * max(value[0], min(choice, value[1]))
        elif kind is op.BRANCH:
            text += example(value[1][choice % len(value[1])], choice)
        elif kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
            text += example(value[3] if kind is op.SUBPATTERN else value, choice)
    return text


def members(items: Any) -> list[str]:
    """Return characters of a class."""
    negated = any(kind is op.NEGATE for kind, _ in items)
    own = [chr(value) for kind, value in items if kind is op.LITERAL]
    own += [chr(value[0]) for kind, value in items if kind is op.RANGE]
    among = [c for c in dict.fromkeys([*own, *PLAIN]) if holds(items, c) != negated]
    return among[:6]


def holds(items: Any, char: str) -> bool:
    tests = {
        op.CATEGORY_DIGIT: str.isdigit,
        op.CATEGORY_SPACE: str.isspace,
        op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    }
    for kind, value in items:
        if kind is op.LITERAL and value == ord(char):
            return True
        if kind is op.RANGE and value[0] <= ord(char) <= value[1]:
            return True
        if kind is op.CATEGORY:
            test = tests.get(value)
            if test(char) if test else not tests[_OPPOSITE[value]](char):
                return True
    return False


_OPPOSITE = {
    op.CATEGORY_NOT_DIGIT: op.CATEGORY_DIGIT,
    op.CATEGORY_NOT_SPACE: op.CATEGORY_SPACE,
    op.CATEGORY_NOT_WORD: op.CATEGORY_WORD,
}
