import dataclasses
from pathlib import Path

import pytest
from stories import (
    ACQUITTAL,
    ENTITIES,
    GAZETTE,
    HERALD,
    OBSERVER,
    READINGS,
    TEXTS,
    event,
    mention,
    reading,
    told,
    tree,
)

from generator.content import load
from generator.errors import DatelineError, UsageError
from generator.model import Event, EventDate, Reading
from generator.write import Summary, curated, explain, write
from generator.write.files import locked

FLOOD = "2024-09-17-flood-kills-people-in-ostrava"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def run(content: Path, *events: Event, reports: tuple[str, ...] = tuple(TEXTS)) -> Summary:
    readings: dict[str, Reading] = {report: READINGS[report] for report in reports}
    return write(told(events, readings), ENTITIES, content)


def page(content: Path, name: str = FLOOD) -> Path:
    return content / "entries" / name[:4] / f"{name}.md"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_event_becomes_an_entry_with_the_pages_it_names(content: Path) -> None:
    summary = run(content, event(GAZETTE, HERALD))
    assert summary.new == (FLOOD,)
    assert summary.pages == ("actors/jan-kral", "places/czechia", "places/ostrava")
    chronology, findings = load(content)
    assert findings == ()
    entry = chronology.entries[FLOOD].meta
    assert [claim.value for claim in entry.figures[0].claims] == [3, 4]
    assert [source.report for source in entry.sources] == ["gazette", "herald"]
    assert chronology.actors["jan-kral"].meta.affiliation is None
    assert chronology.places["ostrava"].meta.within == "czechia"


def test_a_second_run_changes_nothing(content: Path) -> None:
    run(content, event(GAZETTE, HERALD), event(ACQUITTAL, title="Banker acquitted"))
    before = tree(content)
    summary = run(content, event(GAZETTE, HERALD), event(ACQUITTAL, title="Banker acquitted"))
    assert tree(content) == before
    assert len(summary.unchanged) == 2


def test_a_dry_run_writes_nothing_and_shows_the_diff(content: Path) -> None:
    summary = write(told([event(GAZETTE)]), ENTITIES, content, dry_run=True)
    assert not content.exists()
    assert "+title: Flood kills people in Ostrava" in summary.diff
    assert summary.new == (FLOOD,)


def test_a_new_report_joins_the_entry(content: Path) -> None:
    run(content, event(GAZETTE), reports=("gazette",))
    summary = run(content, event(GAZETTE, HERALD))
    assert summary.updated == (FLOOD,)
    assert summary.new == ()


def test_an_id_once_given_never_changes(content: Path) -> None:
    run(content, event(GAZETTE))
    summary = run(content, event(GAZETTE, title="Deluge", date="2024-09-16/2024-09-17"))
    assert summary.updated == (FLOOD,)
    assert "title: Deluge" in page(content).read_text()


def test_a_new_report_joins_an_entry_that_a_person_edited(content: Path) -> None:
    run(content, event(GAZETTE), reports=("gazette",))
    replace(page(content), "title: Flood kills people in Ostrava", "title: The great flood  # ours")
    summary = run(content, event(GAZETTE, HERALD))
    text = page(content).read_text()
    assert "title: The great flood  # ours" in text
    assert "report: herald" in text
    assert summary.kept == summary.updated == (FLOOD,)


def test_the_machines_new_value_is_proposed_and_noted(content: Path) -> None:
    run(content, event(GAZETTE))
    replace(page(content), "title: Flood kills people in Ostrava", "title: The great flood")
    summary = run(content, event(GAZETTE, title="Flood kills three"))
    assert "title: The great flood" in page(content).read_text()
    assert [(entry, wish.field, wish.machine) for entry, wish in summary.proposals] == [
        (FLOOD, "title", "Flood kills three")
    ]
    assert "Flood kills three" in (content / ".ledger" / "proposals.jsonl").read_text()
    before = tree(content)
    run(content, event(GAZETTE, title="Flood kills three"))
    assert tree(content) == before


def test_a_deleted_entry_stays_deleted(content: Path) -> None:
    run(content, event(GAZETTE))
    page(content).unlink()
    summary = run(content, event(GAZETTE, HERALD))
    assert not page(content).exists()
    assert summary.kept == (FLOOD,)
    assert run(content, event(HERALD)).new == ()


def test_a_deleted_actor_stays_deleted_and_is_not_named(content: Path) -> None:
    run(content, event(GAZETTE))
    (content / "actors" / "jan-kral.md").unlink()
    run(content, event(GAZETTE))
    assert not (content / "actors" / "jan-kral.md").exists()
    assert "jan-kral" not in page(content).read_text()


def test_an_entry_that_a_person_renamed_is_found_by_its_alias(content: Path) -> None:
    run(content, event(GAZETTE))
    new = page(content).rename(page(content).with_name("2024-09-17-great-flood.md"))
    replace(new, "status: draft", f"status: draft\naliases: [{FLOOD}]")
    summary = run(content, event(GAZETTE, HERALD))
    assert summary.updated == ("2024-09-17-great-flood",)
    assert not page(content).exists()


def test_an_article_that_is_gone_takes_nothing_with_it(content: Path) -> None:
    run(content, event(GAZETTE, HERALD))
    before = tree(content)
    summary = run(content, event(HERALD), reports=("herald", "observer"))
    assert tree(content) == before
    assert summary.unchanged == (FLOOD,)
    run(content, reports=())
    assert tree(content) == before


def test_what_no_report_tells_any_more_is_reported_and_left(content: Path) -> None:
    run(content, event(GAZETTE))
    before = tree(content)
    assert run(content).stale == (FLOOD,)
    assert tree(content) == before


def test_two_entries_found_to_be_one_leave_a_redirect_and_come_apart_again(content: Path) -> None:
    other = "2024-09-17-streets-dry"
    apart = (event(GAZETTE), event(OBSERVER, title="Streets dry"))
    run(content, *apart)
    before = tree(content)
    summary = run(content, event(GAZETTE, OBSERVER))
    assert summary.merged == (other,)
    assert not page(content, other).exists()
    assert f"aliases: [{other}]" in page(content).read_text()
    run(content, *apart)
    assert tree(content) == before


def test_an_edited_entry_is_not_merged_away(content: Path) -> None:
    other = "2024-09-17-streets-dry"
    run(content, event(GAZETTE), event(OBSERVER, title="Streets dry"))
    replace(page(content, other), "status: draft", "status: reviewed")
    summary = run(content, event(GAZETTE, OBSERVER))
    assert page(content, other).exists()
    assert [wish.field for entry, wish in summary.proposals if entry == other] == ["same_as"]


def test_two_events_in_one_sentence_stay_two(content: Path) -> None:
    death = mention("gazette", "killing", kind="death")
    events = (event(GAZETTE), event(death, title="Three people die"))
    run(content, *events)
    before = tree(content)
    run(content, *reversed(events))
    assert tree(content) == before


def test_a_title_that_is_taken_is_numbered(content: Path) -> None:
    summary = run(content, event(GAZETTE), event(OBSERVER))
    assert summary.new == (FLOOD, f"{FLOOD}-2")


def test_an_entry_written_by_hand_is_the_persons(content: Path) -> None:
    path = page(content, "2024-09-17-my-flood")
    path.parent.mkdir(parents=True)
    text = (
        "---\ntitle: My flood\ndate: 2024-09-17\nkind: disaster\nsources:\n- report: gazette\n"
        "  quotes: [Heavy rain flooded the old town of Ostrava on Tuesday]\n---\nMine.\n"
    )
    path.write_text(text)
    summary = run(content, event(GAZETTE, HERALD))
    assert summary.new == ()
    after = path.read_text()
    assert after.startswith("---\ntitle: My flood\ndate: 2024-09-17\nkind: disaster\n")
    assert "report: herald" in after
    assert after.endswith("Mine.\n")


def test_a_page_that_cannot_be_read_is_left_and_reported(content: Path) -> None:
    run(content, event(GAZETTE))
    replace(page(content), "title: ", "titel: ")
    before = tree(content)
    summary = run(content, event(GAZETTE, HERALD))
    assert tree(content) == before
    assert summary.failed == (FLOOD,)
    assert summary.findings[0].path == f"content/entries/2024/{FLOOD}.md"


def test_windows_line_ends_stay(content: Path) -> None:
    run(content, event(GAZETTE))
    path = page(content)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    run(content, event(GAZETTE, HERALD))
    data = path.read_bytes()
    assert b"herald" in data
    assert data.count(b"\r\n") == data.count(b"\n")


def test_what_an_article_says_of_itself_is_not_trusted(content: Path) -> None:
    hostile = reading("gazette")
    article = type(hostile.article)(
        id="gazette", text=TEXTS["gazette"], publisher="x" * 900, url="javascript:alert(1)"
    )
    write(told([event(GAZETTE)], {"gazette": Reading(article=article)}), ENTITIES, content)
    source = load(content)[0].entries[FLOOD].meta.sources[0]
    assert (source.publisher, source.url, source.published) == (None, None, None)


def test_two_runs_do_not_write_at_once(content: Path) -> None:
    content.mkdir()
    with locked(content), pytest.raises(UsageError, match="process"):
        run(content, event(GAZETTE))


def test_a_linked_folder_is_not_written_through(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    content.mkdir()
    (content / "entries").symlink_to(outside)
    with pytest.raises(DatelineError, match="link"):
        run(content, event(GAZETTE))
    assert list(outside.iterdir()) == []


def test_a_broken_ledger_stops_the_run_with_its_line(content: Path) -> None:
    run(content, event(GAZETTE))
    (content / ".ledger" / "2024.jsonl").write_text('{"id": "../x"}\n')
    with pytest.raises(DatelineError, match=r"2024\.jsonl:1"):
        run(content, event(GAZETTE))


def test_an_explanation_traces_fields_to_words(content: Path) -> None:
    run(content, event(GAZETTE, HERALD))
    replace(page(content), "title: Flood kills", "title: Deluge kills")
    replace(page(content), "actors: [jan-kral]\n", "")
    told = explain(FLOOD, content)
    assert "actors: without jan-kral  (person)" in str(told)
    by_field = {ground.field: ground for ground in told.grounds}
    assert by_field["title"].origin == "person"
    assert by_field["body"].origin == "generator"
    assert by_field["date"].words[0] == ("gazette", "“on Tuesday” → 2024-09-17 (same clause)")
    assert "same place ostrava" in str(told)
    with pytest.raises(UsageError, match="no entry"):
        explain("2024-nothing", content)


def test_an_explanation_of_a_night_has_its_words_both_days_and_the_day_it_stands_on(
    content: Path,
) -> None:
    date = EventDate(edtf="2024-09-16/2024-09-17", evidence="overnight", span=None, rule="clause")
    run(content, event(dataclasses.replace(GAZETTE, date=date), date="2024-09-17"))
    told = str(explain(FLOOD, content))
    assert "gazette: “overnight” → 2024-09-16/2024-09-17 (clause)" in told
    assert "the night: stands on 2024-09-17, the day by which its words tell it" in told


@pytest.mark.parametrize(
    "row",
    [
        '{"id": "x", "fields": {"figures": "none"}}',
        '{"id": "x", "fields": {"figures": [{"what": "y"}]}}',
        '{"id": "x", "fields": {"actors": [[1]]}}',
        '{"id": "x", "merged_into": "../y"}',
        '{"id": "x", "unknown": 1, "traces": [{}]}',
        "[" * 100_000,
        "x",
    ],
)
def test_a_hostile_ledger_stops_the_run_in_one_line(content: Path, row: str) -> None:
    run(content, event(GAZETTE))
    (content / ".ledger" / "2024.jsonl").write_text(f"{row}\n")
    with pytest.raises(DatelineError, match=r"2024\.jsonl:1"):
        run(content, event(GAZETTE))


@pytest.mark.parametrize("name", ["journal", "proposals"])
@pytest.mark.parametrize("row", ["x", "[]", "{}", '{"file": "2024", "path": "../x"}', "[" * 9_999])
def test_hostile_notes_stop_the_run_in_one_line(content: Path, name: str, row: str) -> None:
    run(content, event(GAZETTE))
    (content / ".ledger" / f"{name}.jsonl").write_text(f"{row}\n")
    with pytest.raises(DatelineError, match=name):
        run(content, event(GAZETTE))


def test_figures_of_an_absent_report_stay_in_order(content: Path) -> None:
    run(content, event(GAZETTE, HERALD))
    replace(page(content), "status: draft", "status: reviewed")
    run(content, event(HERALD, OBSERVER), reports=("herald", "observer"))
    text = page(content).read_text()
    assert (
        "  - what: killed\n    claims:\n      - {value: 3, bound: at-least, source: gazette" in text
    )
    assert "report: observer" in text


def test_what_the_machine_proposed_and_nobody_touched_is_not_curated(content: Path) -> None:
    run(content, event(GAZETTE))
    assert curated(content).actors == {}
    replace(content / "actors" / "jan-kral.md", "name: Jan Král", "name: Jan Král\naliases: [JK]")
    replace(content / "places" / "ostrava.md", "status: proposed", "status: reviewed")
    assert list(curated(content).actors) == ["jan-kral"]
    assert list(curated(content).places) == ["ostrava"]


def test_a_missing_folder_has_nothing_curated(content: Path) -> None:
    assert curated(content).places == {}
