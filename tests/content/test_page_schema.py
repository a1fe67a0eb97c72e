import pytest
from pydantic import ValidationError

from generator.content import (
    PAGES,
    Claim,
    EntryPage,
    FigurePage,
    Match,
    PlacePage,
    SitePage,
    Source,
)
from generator.content.examples import VALUES
from generator.content.frontmatter import parse
from generator.content.plain import plain
from generator.content.schema import Strict
from generator.content.validate import typed
from generator.errors import Finding

ENTRY = """title: Trial of the mayor opens
date: 2024-03-05
kind: trial
actors: [jana-novotna]
figures:
  - what: witnesses
    claims:
      - {value: 12, bound: at-least, source: court-report, by: the court}
sources:
  - report: court-report
    url: https://example.org/trial
    published: 2024-03-06
    quotes:
      - The trial opened on Tuesday.
      - exact: The court rose.
        prefix: At noon
status: draft"""


def read(front: str, model: type = EntryPage) -> object:
    return typed(model, parse(f"---\n{front}\n---\n"), "content/x.md")


def only_finding(front: str, model: type = EntryPage) -> Finding:
    found = read(front, model)
    assert isinstance(found, tuple)
    assert len(found) == 1
    return found[0]


def test_an_entry_is_typed_by_the_schema() -> None:
    entry = read(ENTRY)
    assert isinstance(entry, EntryPage)
    assert entry.figures[0].claims[0].value == 12
    assert entry.sources[0].quotes[0].exact == "The trial opened on Tuesday."
    assert entry.sources[0].quotes[1].prefix == "At noon"


def test_plain_data_reads_back_equal() -> None:
    entry = read(ENTRY)
    assert isinstance(entry, EntryPage)
    assert EntryPage.model_validate(plain(entry)) == entry


def test_an_empty_value_is_a_value_left_out() -> None:
    entry = read("title: Ferry sinks\nkind: accident\ndate:\nactors:\nsources: []")
    assert isinstance(entry, EntryPage)
    assert entry.date is None
    assert entry.actors == ()


def test_an_unknown_key_is_found_with_the_nearest_known_one() -> None:
    found = only_finding(f"{ENTRY}\nactor: x")
    assert (found.code, found.field, found.line) == ("E007", "actor", 19)
    assert "`actors`" in found.fix


def test_an_unknown_nested_key_is_found() -> None:
    found = only_finding(ENTRY.replace("bound:", "bond:"))
    assert (found.code, found.field) == ("E007", "figures.0.claims.0.bond")
    assert "`bound`" in found.fix


def test_a_missing_key_is_found() -> None:
    found = only_finding("title: Ferry sinks")
    assert (found.code, found.field) == ("E011", "kind")


@pytest.mark.parametrize(
    "date", ["2024-02-30", "2024-13", "01/02/2024", "2024-3-5", "12024-01-01", "yesterday", "24"]
)
def test_a_date_that_does_not_exist_is_found(date: str) -> None:
    found = only_finding(ENTRY.replace("date: 2024-03-05", f"date: {date}"))
    assert (found.code, found.field, found.line) == ("E012", "date", 3)


@pytest.mark.parametrize(
    "date", ["2024", "2024-03", "2024-03-05/2024-03-06", "2024-03-05~", "2024-03?", "../2024"]
)
def test_edtf_dates_are_taken(date: str) -> None:
    assert isinstance(read(ENTRY.replace("date: 2024-03-05", f"date: {date}")), EntryPage)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.test",
        "https://",
        "https://a@b",
        "http://x/<script>",
        "http://[",
        "ftp://x",
        "'http://x y'",
    ],
)
def test_an_address_that_is_not_plain_web_is_found(url: str) -> None:
    found = only_finding(ENTRY.replace("https://example.org/trial", url))
    assert (found.code, found.field) == ("E012", "sources.0.url")


@pytest.mark.parametrize("value", ["inf", "nan", "9" * 400, "seven", "1e400"])
def test_a_value_that_is_no_number_is_found(value: str) -> None:
    assert only_finding(ENTRY.replace("value: 12", f"value: {value}")).code == "E012"


@pytest.mark.parametrize("slug", ["../x", "a/b", "A", "a--b", "-a", "é", "a b", "a" * 121])
def test_an_id_that_is_no_slug_is_found(slug: str) -> None:
    found = only_finding(ENTRY.replace("[jana-novotna]", f"['{slug}']"))
    assert (found.code, found.field) == ("E012", "actors.0")


@pytest.mark.parametrize("report", ["../x", "a/b", ".hidden", "C:x", "a\\b"])
def test_a_report_that_leaves_its_folder_is_found(report: str) -> None:
    found = only_finding(ENTRY.replace("report: court-report", f"report: '{report}'"))
    assert found.field == "sources.0.report"


def test_coordinates_lie_on_the_globe() -> None:
    found = only_finding("name: Nowhere\nkind: city\nlat: 91\nlon: 0", PlacePage)
    assert found.field == "lat"


def test_every_field_is_described_in_the_json_schema() -> None:
    for model in PAGES.values():
        schema = model.model_json_schema()
        parts = [schema, *schema.get("$defs", {}).values()]
        for part in parts:
            for name, field in part.get("properties", {}).items():
                assert field.get("description"), name


@pytest.mark.parametrize(
    ("front", "message", "fix"),
    [
        ("date: 2027-02-30", "'2027-02-30' does not exist", "`2027-10-14`"),
        ("date: 2027/10/14", "not a date in EDTF", "`2027-10-14`"),
        ("date: 2027-3-5", "not a date in EDTF", "`2027-03-05`"),
        ("actors: red-cross", "should be a list", "`[red-cross]`"),
        ("sources: [{url: x}]", "http://", "`https://"),
        ("figures: [{what: x, claims: [{value: many}]}]", "'many' is not a number", "`1200`"),
        ("background: perhaps", "is neither `true` nor `false`", "True"),
        ("status: done", "should be 'draft'", "reviewed"),
    ],
)
def test_what_is_wrong_is_said_once_and_with_a_value_to_write(
    front: str, message: str, fix: str
) -> None:
    found = only_finding(f"title: Ferry sinks\nkind: accident\n{front}")
    assert message in found.message
    assert found.message.count("2027-02-30") <= 1
    assert "valid" not in found.message
    assert fix in found.fix


@pytest.mark.parametrize(
    ("field", "value"),
    [("country", "Spain"), ("wikidata", "8818"), ("lat", "x"), ("geonames", "x")],
)
def test_patterns_are_not_shown_and_an_example_is(field: str, value: str) -> None:
    found = only_finding(f"name: Nowhere\nkind: city\n{field}: {value}", PlacePage)
    assert "pattern" not in found.message
    assert "pars" not in found.message
    assert f"`{VALUES[field]}`" in found.fix


@pytest.mark.parametrize("field", sorted(VALUES))
def test_each_value_to_copy_is_one_that_its_key_takes(field: str) -> None:
    models = (*PAGES.values(), Claim, FigurePage, Match, Source, SitePage)
    takers = [m for m in models if field in m.model_fields]
    assert takers
    for model in takers:
        for value in (VALUES[field], [VALUES[field]]):
            problems = _problems(model, {field: value})
            if not any(problem["loc"][0] == field for problem in problems):
                break
        else:
            assert field == "kind", (model, field)


def _problems(model: type[Strict], data: dict[str, object]) -> list[dict[str, object]]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [dict(problem) for problem in error.errors() if problem["loc"]]
    return []
