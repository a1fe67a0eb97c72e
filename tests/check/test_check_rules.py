from pathlib import Path

import pytest

from generator.check import check, shown
from generator.content import examples
from generator.errors import Finding

ENTRY = {
    "title": "Flood in Ostrava",
    "date": "2024-09-17",
    "kind": "disaster",
    "actors": "[jan-kral]",
    "places": "[ostrava]",
    "topics": "[floods]",
    "sources": "\n  - report: gazette\n    quotes:\n      - Heavy rain flooded the town.",
    "status": "draft",
}
FLOOD = "entries/2024/2024-09-17-flood.md"
GAZETTE = "Weather. Heavy rain\nflooded   the town. Then it stopped. Heavy rain came back."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    put(folder, FLOOD, **ENTRY)
    put(folder, "actors/jan-kral.md", name="Jan Král", kind="person", aliases="[Král]")
    put(folder, "places/ostrava.md", name="Ostrava", kind="city", country="CZ", lat="49", lon="18")
    put(folder, "topics/floods.md", name="Floods")
    return folder


def put(content: Path, where: str, /, **fields: str) -> None:
    path = content / where
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{key}: {value}\n" for key, value in fields.items())
    path.write_text(f"---\n{rows}---\n", encoding="utf-8")


def entry(content: Path, where: str = FLOOD, /, **fields: str) -> None:
    put(content, where, **{**ENTRY, **fields})


def found(content: Path) -> list[Finding]:
    return list(check(content, texts={"gazette": GAZETTE}.get))


def only(content: Path) -> Finding:
    findings = found(content)
    assert len(findings) == 1, findings
    return findings[0]


def quoting(*quotes: str) -> str:
    return (
        "\n  - report: gazette\n    quotes:\n" + "".join(f"      - {q}\n" for q in quotes).rstrip()
    )


def test_a_sound_chronology_has_no_findings(content: Path) -> None:
    assert found(content) == []


@pytest.mark.parametrize(
    ("field", "value", "code", "fix"),
    [
        ("actors", "[jan-krall]", "E030", "`jan-kral`"),
        ("actors", "[kral]", "E030", "`jan-kral`"),
        ("places", "[ostrawa]", "E031", "`ostrava`"),
        ("topics", "[flood]", "E032", "`floods`"),
        ("same_as", "[2024-09-17-floods]", "E033", "`2024-09-17-flood`"),
        ("figures", "[{what: x, place: brno, claims: [{value: 1}]}]", "E031", "places/brno.md"),
        ("kind", "disastr", "E037", "`disaster`"),
    ],
)
def test_what_is_named_and_not_there_is_found_with_the_nearest(
    content: Path, field: str, value: str, code: str, fix: str
) -> None:
    entry(content, **{field: value})
    finding = only(content)
    assert finding.code == code
    assert finding.field.startswith(field)
    assert finding.line > 0
    assert fix in finding.fix


def test_a_page_that_cannot_be_read_is_still_there(content: Path) -> None:
    put(content, "actors/jan-kral.md", name="Jan Král", kind="man")
    assert [finding.code for finding in found(content)] == ["E012"]


def test_an_id_twice_in_a_list_is_found(content: Path) -> None:
    entry(content, actors="[jan-kral, jan-kral]")
    assert (only(content).code, only(content).field) == ("E036", "actors.1")


@pytest.mark.parametrize("date", ["2023-09-17", "2024-10", ""])
def test_an_id_that_does_not_say_the_date_is_found(content: Path, date: str) -> None:
    entry(content, date=date)
    assert only(content).code == "E020"


@pytest.mark.parametrize("date", ["2024-09-17/2024-09-18", "2024-09", "2024-09-17~"])
def test_an_id_whose_date_overlaps_is_sound(content: Path, date: str) -> None:
    entry(content, date=date)
    assert found(content) == []


def test_former_ids_redirect_to_one_entry(content: Path) -> None:
    entry(content, aliases="[2024-old]")
    entry(content, "entries/2024/2024-09-17-flood-again.md", aliases="[2024-old, 2024-09-17-flood]")
    assert [finding.code for finding in found(content)] == ["E022", "E022"]


def test_a_name_of_two_actors_is_found_on_both(content: Path) -> None:
    put(content, "actors/petr-kral.md", name="Petr Král", kind="person", aliases="[král]")
    findings = found(content)
    assert [finding.code for finding in findings] == ["E035", "E035"]
    assert "petr-kral" in findings[0].message


def test_places_within_themselves_are_found(content: Path) -> None:
    put(content, "places/a.md", name="A", kind="city", within="b")
    put(content, "places/b.md", name="B", kind="region", within="a")
    assert {(finding.code, finding.field) for finding in found(content)} == {("E034", "within")}


@pytest.mark.parametrize(
    "quote",
    ["Heavy rain flooded", "Heavy rain […] stopped.", "{exact: Heavy rain, prefix: it stopped.}"],
)
def test_quotes_are_exact_but_for_white_space(content: Path, quote: str) -> None:
    entry(content, sources=quoting(quote))
    assert found(content) == []


@pytest.mark.parametrize(
    "quote",
    [
        "heavy rain flooded",
        "Heavy rains flooded",
        "stopped. […] Weather.",
        "{exact: Heavy rain, prefix: it snowed.}",
    ],
)
def test_a_quote_that_does_not_stand_in_the_report_is_found(content: Path, quote: str) -> None:
    entry(content, sources=quoting("Weather.", quote))
    finding = only(content)
    assert (finding.code, finding.field) == ("E040", "sources.0.quotes.1")


def test_quotes_of_a_report_that_is_not_at_hand_are_not_judged(content: Path) -> None:
    entry(content, sources="[{report: herald, quotes: [Whatever it says.]}]")
    assert found(content) == []


def test_too_many_words_of_one_source_are_found(content: Path) -> None:
    entry(content, sources=f"[{{report: herald, quotes: [{'word ' * 40}, {'word ' * 21}]}}]")
    assert only(content).code == "E041"


def test_claims_name_listed_sources(content: Path) -> None:
    entry(content, figures="[{what: killed, claims: [{value: 3, source: herald}]}]")
    assert (only(content).code, only(content).field) == ("E043", "figures.0.claims.0.source")


def test_an_entry_without_sources_is_found_unless_withdrawn(content: Path) -> None:
    entry(content, sources="[]")
    assert only(content).code == "E045"
    entry(content, sources="[]", status="withdrawn", withdrawn_reason="It never happened.")
    assert found(content) == []


def test_a_source_listed_twice_is_found(content: Path) -> None:
    entry(content, sources="[{report: herald}, {report: herald}]")
    assert only(content).code == "E046"


def test_a_withdrawal_says_why(content: Path) -> None:
    entry(content, status="withdrawn")
    assert only(content).code == "E070"
    entry(content, withdrawn_reason="It never happened.")
    assert only(content).code == "E071"


def test_decisions_do_not_contradict(content: Path) -> None:
    entry(content, same_as="[2024-09-17-flood]", not_same_as="[2024-09-17-flood]")
    assert only(content).code == "E072"


def test_places_are_on_the_map(content: Path) -> None:
    put(content, "places/ostrava.md", name="Ostrava", kind="city", country="XY", lat="49")
    assert [finding.code for finding in found(content)] == ["E061", "E060"]


def test_a_date_is_no_finer_than_its_evidence(content: Path) -> None:
    ledger = content / ".ledger"
    ledger.mkdir()
    trace = '{"report": "gazette", "kind": "disaster", "passage": [0, 1], "trigger": [0, 1]}'
    dated = '{"report": "gazette", "date": "2024-09", "words": "in September", "rule": "clause"}'
    row = f'{{"id": "2024-09-17-flood", "dates": [{dated}], "traces": [{trace}]}}'
    (ledger / "2024.jsonl").write_text(f"{row}\n")
    finding = only(content)
    assert finding.code == "E050"
    assert "2024-09)" in finding.message
    sources = f"{ENTRY['sources']}\n  - url: https://example.org/diary"
    entry(content, sources=sources)
    assert found(content) == []


def test_a_night_may_be_dated_by_its_morning(content: Path) -> None:
    ledger = content / ".ledger"
    ledger.mkdir()
    said = '"report": "gazette", "date": "2024-09-16/2024-09-17", "rule": "clause"'
    for words, codes in (("overnight", []), ("on 16 and 17 September", ["E050"])):
        row = f'{{"id": "2024-09-17-flood", "dates": [{{{said}, "words": "{words}"}}]}}'
        trace = (
            '"traces": [{"report": "gazette", "kind": "x", "passage": [0, 1], "trigger": [0, 1]}]'
        )
        (ledger / "2024.jsonl").write_text(f"{row[:-1]}, {trace}}}\n")
        assert [finding.code for finding in found(content)] == codes


def test_a_broken_ledger_is_a_finding(content: Path) -> None:
    (content / ".ledger").mkdir()
    (content / ".ledger" / "2024.jsonl").write_text("x\n")
    assert only(content).code == "E080"


def test_all_findings_come_at_once_and_sorted(content: Path) -> None:
    entry(content, actors="[x, y]", places="[z]", sources="[]")
    put(content, "actors/bad.md", nmae="x")
    findings = found(content)
    assert len(findings) >= 6
    assert findings == sorted(findings)


def test_paths_are_said_from_the_content_folder_on(content: Path) -> None:
    assert shown(content / FLOOD, content) == f"content/{FLOOD}"
    assert shown(content, content) == "content"
    assert shown(Path("elsewhere.md"), content) == "elsewhere.md"


def test_all_that_is_wrong_on_a_page_comes_in_one_run(content: Path) -> None:
    entry(
        content,
        date="2024/09/17",
        kind="[x]",
        actors="[Jan, nobody]",
        topics="[nothing]",
        sources=quoting("Nothing of the kind.").replace("    quotes", "    url: x\n    quotes"),
        colour="red",
    )
    assert {(finding.code, finding.field) for finding in found(content)} == {
        ("E007", "colour"),
        ("E012", "actors.0"),
        ("E012", "date"),
        ("E012", "kind"),
        ("E012", "sources.0.url"),
        ("E030", "actors.1"),
        ("E032", "topics.0"),
        ("E040", "sources.0.quotes.0"),
    }


def test_a_rule_does_not_repeat_what_the_schema_found(content: Path) -> None:
    entry(content, status="withdraw", withdrawn_reason="It never happened.", sources="gazette")
    put(content, "places/ostrava.md", name="Ostrava", kind="city", lat="north", lon="18")
    assert {(finding.code, finding.field) for finding in found(content)} == {
        ("E012", "lat"),
        ("E012", "sources"),
        ("E012", "status"),
    }


def test_a_claim_may_name_the_address_of_a_source(content: Path) -> None:
    url = "https://example.org/flood"
    claims = f"[{{what: killed, claims: [{{value: 3, source: '{url}'}}]}}]"
    entry(content, figures=claims, sources=f"[{{url: '{url}'}}]")
    assert found(content) == []
    entry(content, figures=claims)
    assert (only(content).code, only(content).fix) == ("E043", "Name one of them: gazette.")


def test_a_report_that_is_nowhere_is_found_where_others_are_at_hand(content: Path) -> None:
    entry(content, sources=f"{ENTRY['sources']}\n  - report: gazete")
    assert (only(content).code, only(content).field) == ("E042", "sources.1.report")
    assert "`gazette`" in only(content).fix


@pytest.mark.parametrize(("published", "codes"), [("2024-09-15", ["E051"]), ("2024-09-16", [])])
def test_an_event_is_not_after_its_reports(content: Path, published: str, codes: list[str]) -> None:
    sources = f"[{{report: herald, published: {published}}}]"
    entry(content, sources=sources)
    assert [finding.code for finding in found(content)] == codes
    entry(content, sources=sources, kind="planned")
    assert found(content) == []


def test_html_is_found_with_its_line(content: Path) -> None:
    path = content / FLOOD
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nIt rained.\n\nAt <script>alert(1)</script> noon.\n")
    assert only(content).code == "E015"
    assert only(content).line == text.count("\n") + 4
    path.write_text(f"{text}\n`<script>`, 3 <4, <https://example.org>\n")
    assert found(content) == []


@pytest.mark.parametrize("body", [">" * 40 + " deep", "*" * 50 + "deep" + "*" * 50])
def test_a_body_that_the_site_cannot_nest_is_found(content: Path, body: str) -> None:
    path = content / FLOOD
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{body}\n")
    assert only(content).code == "E003"


def test_the_pages_to_copy_have_no_findings(tmp_path: Path) -> None:
    for name, text in examples.PAGES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    assert found(tmp_path / "content") == []
