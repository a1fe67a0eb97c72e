"""The form at /admin/: what the site's build writes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator import edtf
from generator.content import PAGES, Chronology
from generator.content.schema import Strict
from generator.lexicons import interfaces
from generator.site import build
from generator.site.admin import admin_files, policy
from generator.site.admin.backend import backend
from generator.site.admin.collections import PATTERNS, collections
from generator.site.admin.words import words
from generator.site.catalogue import catalogue
from generator.site.contribute import ISSUE_FORMS, ways
from generator.site.options import Options
from generator.site.rendering import Rendering
from generator.site.strings import strings

ROOT = Path(__file__).parents[2]
FORMS = tuple(ISSUE_FORMS.values())


def keys(model: type[Strict]) -> set[str]:
    """Return the path of every key that the schema knows: `sources.quotes.exact`."""
    schema = model.model_json_schema()

    def under(part: dict[str, Any], path: str) -> Iterator[str]:
        if "$ref" in part:
            yield from under(schema["$defs"][part["$ref"].rpartition("/")[2]], path)
        for option in (*part.get("anyOf", ()), *([part["items"]] if "items" in part else ())):
            yield from under(option, path)
        for name, field in part.get("properties", {}).items():
            yield f"{path}{name}"
            yield from under(field, f"{path}{name}.")

    return set(under(schema, ""))


def controls(fields: list[dict[str, Any]], path: str = "") -> dict[str, dict[str, Any]]:
    """Return every control of a form by the path of its key."""
    found = {}
    for field in fields:
        found[f"{path}{field['name']}"] = field
        found |= controls(field.get("fields", []), f"{path}{field['name']}.")
    return found


@pytest.mark.parametrize("kind", PAGES)
def test_every_field_of_the_schema_has_a_control_a_label_and_a_hint(kind: str) -> None:
    form = next(made for made in collections("content") if made["name"] == kind)
    found = controls(form["fields"])
    assert found.keys() == keys(PAGES[kind]) | {"body"}
    bare = [
        key
        for key, field in found.items()
        if not field["label"].strip() or not field["hint"].strip()
    ]
    assert bare == []
    assert {field["widget"] for field in found.values()} <= {
        "boolean",
        "list",
        "markdown",
        "number",
        "object",
        "registry",
        "select",
        "string",
        "text",
    }


def test_what_the_schema_demands_the_form_demands() -> None:
    for kind, form in zip(PAGES, collections("content"), strict=True):
        demanded = set(PAGES[kind].model_json_schema()["required"])
        asked = {field["name"] for field in form["fields"] if field["required"]}
        assert asked == demanded | ({"sources"} if kind == "entries" else set())


def test_a_kind_of_event_that_a_curator_made_up_can_be_chosen() -> None:
    form = collections("content", ["eruption"])[0]
    kinds = {
        option["value"]: option["label"] for option in controls(form["fields"])["kind"]["options"]
    }
    assert kinds["eruption"] == "Eruption"
    assert {"planned", "statement", "outage"} <= kinds.keys()


DATES = ("2027-10-14", "2027-10", "2027", "2027-10-14/2027-10-16", "2027-10-14~", "2027-10?")
MORE = (
    "2027%",
    "2027-10-14/..",
    "../2027-10",
    "2027-21",
    "202X",
    "20XX",
    "2027-10-XX",
    "2027-XX-XX",
)
WRONG = ("14 October 2027", "2027-13", "2027-1-4", "October", "2027-10-14 ", "2027--10", "27-10-14")


@pytest.mark.parametrize("date", [*DATES, *MORE, *WRONG])
def test_the_form_takes_what_front_matter_takes_as_a_date(date: str) -> None:
    assert bool(re.search(PATTERNS["edtf"], date)) == edtf.is_valid(date)


@pytest.mark.parametrize(
    ("repository", "chosen", "expected"),
    [
        ("https://github.com/example/averly", {"base_url": "https://in.example"}, ("github", True)),
        ("https://github.com/example/averly", {}, ("proxy", None)),
        ("https://gitlab.com/example/averly", {"app_id": "a1"}, ("gitlab", None)),
        ("https://gitlab.quay.example/example/averly", {"app_id": "a1"}, ("gitlab", None)),
        ("https://code.example/example/averly", {}, ("proxy", None)),
    ],
)
def test_the_forge_is_told_by_the_address_of_the_repository_where_one_can_sign_in(
    repository: str, chosen: dict[str, str], expected: tuple[str, bool | None]
) -> None:
    found = backend(Options(repository=repository, branch="trunk", admin_backend=chosen))
    assert (found["name"], found.get("open_authoring")) == expected
    assert (found["repo"], found["branch"]) == ("example/averly", "trunk")


def test_a_site_says_how_contributors_sign_in() -> None:
    chosen = {"name": "forgejo", "base_url": "https://forge.example", "app_id": "a1"}
    options = Options(repository="https://forge.example/averly", admin_backend=chosen)
    assert backend(options).items() >= chosen.items()
    assert "connect-src 'self' blob: http://localhost:8081 https://forge.example;" in policy(
        options
    )


def test_a_site_may_have_no_form() -> None:
    empty = catalogue(Chronology())
    assert [*admin_files(Rendering(empty, Options(admin=False)))] == []
    assert len([*admin_files(Rendering(empty, Options()))]) == 2


def test_the_page_has_a_policy_of_its_own_and_is_in_no_index(built: Path) -> None:
    page = html.parse(built / "admin" / "index.html")
    head = {
        meta.get("http-equiv") or meta.get("name"): meta.get("content")
        for meta in page.iter("meta")
    }
    rules = dict(rule.split(" ", 1) for rule in head["Content-Security-Policy"].split("; "))
    assert rules["script-src"] == "'self' 'unsafe-eval'"
    assert head["robots"] == "noindex"
    assert page.findtext("head/title") == "Contribute: The Averly Chronicle"
    assert page.find(".//noscript").text_content().strip().startswith("This form needs JavaScript.")
    assert "admin" not in (built / "sitemap.xml").read_text(encoding="utf-8")
    assert page.xpath("//*[@data-pagefind-body]") == []


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        (
            "https://github.com/example/averly",
            [f"https://github.com/example/averly/issues/new?template={form}.yml" for form in FORMS],
        ),
        ("https://gitlab.com/averly", ["https://gitlab.com/averly/-/issues/new"]),
        ("https://code.example/averly", ["https://code.example/averly"]),
        ("", []),
    ],
)
def test_the_page_for_contributors_leads_to_the_form_and_to_the_forge(
    repository: str, expected: list[str]
) -> None:
    site = Rendering(catalogue(Chronology()), Options(repository=repository))
    found = ways("contribute.md", site)
    assert [way.path or way.href for way in found] == ["admin/index.html", *expected]
    assert ways("about.md", site) == ()


def test_every_issue_form_that_the_page_leads_to_is_there() -> None:
    for form in FORMS:
        assert (ROOT / ".github" / "ISSUE_TEMPLATE" / f"{form}.yml").is_file()


def test_no_other_page_loads_the_form(built: Path) -> None:
    loading = [path for path in built.rglob("*.html") if b"bundle/admin" in path.read_bytes()]
    assert loading == [built / "admin" / "index.html"]


def test_the_form_knows_the_branch_and_the_folder_of_the_content(built: Path) -> None:
    config = json.loads((built / "admin" / "config.json").read_bytes())
    assert config["backend"]["branch"] == "main"
    assert config["publish_mode"] == "editorial_workflow"
    assert [made["folder"] for made in config["collections"]] == [
        f"content/{name}" for name in PAGES
    ]


def test_the_form_names_the_content_folder_where_the_forge_is_not_known(
    configuration: Path, tmp_path: Path
) -> None:
    unknown = configuration.with_name("unknown-forge.yml")
    text = re.sub(
        r"^edit_uri:.*$", "edit_uri: ''", configuration.read_text("utf-8"), flags=re.MULTILINE
    )
    unknown.write_text(text, encoding="utf-8")
    (tmp_path / "chronicle" / "topics").mkdir(parents=True)
    folder = build(unknown, content=tmp_path / "chronicle", site_dir=tmp_path / "site")
    config = json.loads((folder / "admin" / "config.json").read_bytes())
    assert [made["folder"] for made in config["collections"]] == [
        f"chronicle/{name}" for name in PAGES
    ]


@pytest.mark.parametrize("language", interfaces())
def test_the_form_speaks_each_language_of_the_site(language: str) -> None:
    def paths(said: Any, at: str = "") -> set[str]:
        if isinstance(said, str):
            assert said.strip(), at
            return {at}
        return {path for key, of in said.items() for path in paths(of, f"{at}.{key}")}

    assert paths(words(language).table) == paths(words("en").table)
    made = collections("content", said=strings(language))
    labels = [form["label"] for form in made]
    assert (labels == ["Entries", "Actors", "Places", "Topics"]) == (language == "en")


@pytest.mark.parametrize("language", interfaces())
def test_what_the_cms_says_otherwise_keeps_its_placeholders(language: str) -> None:
    mine, model = words(language).phrases(), words("en").phrases()
    for key, phrase in mine.items():
        assert re.findall(r"%{\w+}", phrase) == re.findall(r"%{\w+}", model[key])
