"""The tables of what the site says: complete, asked for as a whole, and no words beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jinja2 import Environment
from lxml import etree
from lxml.html import fromstring
from markupsafe import Markup

from generator.content import Chronology
from generator.content.agreement import Agreement
from generator.content.schema import ActorPage, PlacePage, Status
from generator.errors import UsageError
from generator.lexicons import Said, interface, interfaces, table
from generator.model import Bound
from generator.site import FORMATS, Options, pages
from generator.site import strings as strings_module
from generator.site.scripts import browser_file
from generator.site.strings import Anchor, faults, strings

ROOT = Path(__file__).parents[2]
SITE = ROOT / "generator" / "site"
LOOK = ROOT / "site_overrides"
TEMPLATES = sorted(
    [*SITE.glob("templates/*.html"), *LOOK.glob("*.html"), *LOOK.glob("partials/*.html")]
)
SCRIPTS = sorted((LOOK / "web" / "src").rglob("*.ts"))
CODE = [*sorted(SITE.rglob("*.py")), ROOT / "generator" / "edtf.py"]

_ASKED = re.compile(r"[\"'`](?P<key>[a-z_]+\.[a-z_-]*[a-z])[\"'`]")
_GROUP = re.compile(
    r"[\"'`](?P<begun>[a-z_]+)\.(?:\$?\{|\w*\" ~)|label\(\s*[\"'](?P<named>[a-z_]+)[\"']"
)
"""A key that is put together: `f"kind.{kind}"`, `"kind." ~ kind`, `label("kind", …)`."""
_FILE = re.compile(r"\.(?:css|html|ics|js|json|md|xml)$")
_TWO_WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
_NOT_SHOWN = re.compile(
    r"/\*.*?\*/|//[^\n]*|new Error\(.*?\)|^import [^;]*;|class: `[^`]*`|/\[['’ʼ`]+\]/g",
    re.DOTALL | re.MULTILINE,
)
_LITERAL = re.compile(r'"(?P<quoted>[^"\n]*)"|`(?P<filled>[^`]*)`')
_LETTERS = re.compile(r"[^\W\d_]{2,}")
CLOSED: Mapping[str, set[str]] = {
    "actor_kind": set(get_args(ActorPage.model_fields["kind"].annotation)),
    "actor_kinds": set(get_args(ActorPage.model_fields["kind"].annotation)),
    "agreement": set(Agreement) - {Agreement.SAME},
    "bound": set(Bound) - {Bound.EXACTLY},
    "format": {form.name for form in FORMATS},
    "format_about": {form.name for form in FORMATS},
    "kind": {row[0] for row in table("en/event_kinds")} | {"planned"},
    "place_kind": set(get_args(PlacePage.model_fields["kind"].annotation)),
    "precision": {"day", "night", "month", "season", "year", "decade", "century", "interval"},
    "status": set(get_args(Status)) - {"withdrawn"},  # no list has those
}


def read(paths: list[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.parametrize("language", interfaces())
def test_each_language_has_every_string_with_its_values_and_its_plurals(language: str) -> None:
    assert faults(language) == ()


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"count.sources": {"one": "{n}", "other": "{n}"}}, "count.entries is missing"),
        ({"count.entries": {"one": "{n}", "other": "{n}"}}, "count.entries needs few, many, one"),
        ({"count.entries": "{n}"}, "count.entries is a plural in one of the two"),
        (
            {"count.entries": dict.fromkeys(("one", "few", "many", "other"), "записи")},
            "count.entries has other placeholders",
        ),
        ({"count.dogs": "{n}"}, "count.dogs is not asked for"),
    ],
)
def test_a_table_that_is_not_complete_stops_the_build(
    said: dict[str, Said], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = dict(interface("uk")) | said
    if "count.entries" not in said and "count.dogs" not in said:
        del broken["count.entries"]
    tables = {"en": interface("en"), "uk": broken}
    monkeypatch.setattr(strings_module, "interface", tables.__getitem__)
    strings.cache_clear()
    assert any(found.startswith(fault) for found in faults("uk"))
    with pytest.raises(UsageError, match="not complete in 'uk'"):
        pages(Chronology(), Options(language="uk"))
    strings.cache_clear()


def test_a_language_without_a_table_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match=r"does not speak 'eo'; theme.language can be en, uk"):
        pages(Chronology(), Options(language="eo"))


def test_a_region_speaks_as_its_language_does() -> None:
    assert strings("uk-UA").text("page.topics") == strings("uk").text("page.topics")


@pytest.mark.parametrize("language", interfaces())
def test_tables_stand_in_the_order_of_their_keys(language: str) -> None:
    text = (ROOT / "generator" / "lexicons" / "interface" / f"{language}.yml").read_text("utf-8")
    loaded: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    assert list(loaded) == sorted(loaded)
    assert [group for group, of in loaded.items() if list(of) != sorted(of)] == []


def test_every_string_is_asked_for_and_every_one_asked_for_is_there() -> None:
    sources = read([*CODE, *TEMPLATES, *SCRIPTS])
    known = interface("en").keys()
    groups = {key.partition(".")[0] for key in known}
    asked = {key for key in _ASKED.findall(sources) if not _FILE.search(key)}
    begun = {name for found in _GROUP.findall(sources) for name in found if name}
    assert {key for key in asked if key.partition(".")[0] in groups} - known == set()
    assert {key for key in known - asked if key.partition(".")[0] not in begun} == set()


@pytest.mark.parametrize("group", CLOSED)
def test_every_name_of_the_schema_and_the_lexicons_has_a_label(group: str) -> None:
    assert set(strings("en").group(group)) == CLOSED[group]


def test_every_figure_that_the_generator_names_has_a_label() -> None:
    assert {row[2] for row in table("en/figures")} <= set(strings("en").group("figure"))


def spoken(template: str) -> Iterator[str]:
    """Yield what a template says itself: text, and attributes that are read or heard."""
    tokens = Environment(autoescape=True).lex(template)
    html = "".join(value if kind == "data" else "" for _, kind, value in tokens)
    for node in fromstring(f"<div>{html}</div>").iter(etree.Element):
        heard = (node.get(name) for name in ("aria-label", "title", "placeholder", "alt"))
        shown = None if node.get("data-pagefind-meta") else node.text
        for text in (shown, node.tail, *heard):
            if text and _LETTERS.search(text):
                yield text.strip()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_a_word_of_its_own(path: Path) -> None:
    names = {"OpenAPI", "JSON Schema", ": Atom", ": JSON Feed"}
    assert set(spoken(path.read_text(encoding="utf-8"))) - names == set()


def test_a_word_in_a_template_is_noticed() -> None:
    template = '<p title="Also {{ name }}">{{ name }} of {{ last }}</p>'
    assert sorted(spoken(template)) == ["Also", "of"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_says_a_sentence_of_its_own(path: Path) -> None:
    code = _NOT_SHOWN.sub("", path.read_text(encoding="utf-8"))
    said = [quoted or filled for quoted, filled in _LITERAL.findall(code)]
    shown = [re.sub(r"\$\{.*?\}|<[^>]*>", "", text) for text in said]
    assert [text for text in shown if _TWO_WORDS.search(text)] == []


def test_a_number_is_said_with_the_plural_and_the_signs_of_the_language() -> None:
    said = [strings("uk").text("count.entries", n=n) for n in (1, 3, 11, 22, 1005)]
    assert said == ["1 запис", "3 записи", "11 записів", "22 записи", "1\u00a0005 записів"]
    assert strings("en").text("count.entries", n=1005) == "1,005 entries"
    assert strings("en").number(1234.56789) == "1,234.56789"


def test_what_is_filled_in_is_escaped_and_read_as_no_string_of_ours() -> None:
    say = strings("en")
    told = "<i>{n}</i>"
    assert say.text("list.page_title", title=told, number="2") == "<i>{n}</i>, page 2"
    assert say.text("entry.moved", entry=Markup("<b>here</b>")).endswith(": <b>here</b>.")
    assert say.text("topics.empty", example=told, key=Markup("<b>k</b>")).count("<") == 2
    linked = say.text("dates.each_year", page=Anchor('a"b'))
    assert linked == '<a href="a&#34;b">On this day</a>: the same day of all years'


def test_every_string_that_a_script_asks_for_is_in_its_file() -> None:
    loaded = json.loads(browser_file(strings("uk"), "en").content)
    groups = {key.partition(".")[0] for key in interface("en")}
    asked = {key for key in _ASKED.findall(read(SCRIPTS)) if key.partition(".")[0] in groups}
    assert len(asked) > 30
    assert {key for key in asked if not _FILE.search(key)} <= loaded["said"].keys()
    assert (loaded["locale"], loaded["told"]) == ("uk", "en")
