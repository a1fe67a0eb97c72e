"""Templates: with their words put in, and compiled to plain calls.

Jinja asks of each call whether what is called takes the context, and of each attribute whether it
is a key, and copies all that it escapes: for a row of a list that is more work than to write it. Of
ours none takes the context, and what a template is given has attributes.
"""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from generator.site.kept import compiled
from generator.site.rows import worded
from generator.site.stream import groups
from generator.site.strings import Anchor, Strings, strings

FOLDER = Path(__file__).parent / "templates"
_SAID = re.compile(r'\{\{ (?:t\("(?P<key>[\w.]+)"\)|lang) \}\}')
"""What a template says on every page alike."""
_SPECIAL = re.compile("[&<>'\"]")


class _Plain(CodeGenerator):
    """Compiles calls and attributes to those of Python."""

    def visit_Call(  # noqa: N802 -- Jinja's name, as the next
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call."""
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Write what escapes a value, which in our templates is always asked for."""
        self.write("environment.escaped(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write what is asked of an attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


def escaped(value: Any) -> str:
    """Return a value as HTML: most have nothing to escape, and are given back as they are."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL.search(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


class _Said(FileSystemLoader):
    """Templates that have their words already: asked for on each page, they cost more than it."""

    def __init__(self, say: Strings, lang: Markup) -> None:
        super().__init__(FOLDER)
        self._say = say
        self._lang = lang

    def get_source(self, environment: Environment, template: str) -> Any:
        """Return a template's source, and what Jinja asks for with it."""
        source, *rest = super().get_source(environment, template)
        return _SAID.sub(self._words, source), *rest

    def _words(self, found: re.Match[str]) -> str:
        words = escape(self._say.text(found["key"])) if found["key"] else self._lang
        return found[0] if "{" in words else str(words)


@cache
def environment(language: str, told: str) -> Environment:
    """Return what fills our templates, for a site in a language whose content is told in one."""
    said = strings(language)
    # On what stands in the content's language, where that is another one than the page's.
    mark = Markup("") if told == language else Markup(' lang="{}"').format(told)
    found = Environment(
        loader=_Said(said, mark),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled("calls"),
        auto_reload=False,  # else each use asks the disk whether the template changed
    )
    found.code_generator_class = _Plain
    found.escaped = escaped  # type: ignore[attr-defined]
    found.filters["worded"] = worded
    found.globals |= {
        "t": said.text,
        "label": said.label,
        "anchor": Anchor,
        "groups": partial(groups, say=said),
        "lang": mark,
        "told": lambda text: Markup("<span{}>{}</span>").format(mark, text) if mark else text,
        "code": Markup("<code>{}</code>").format,
    }
    return found
