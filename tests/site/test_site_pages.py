"""Which pages a chronology has, and what each says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator import site
from generator.content import Chronology, Claim, FigurePage, load
from generator.content.schema import Account
from generator.site import Options, Page


@pytest.fixture(scope="module")
def chronology(invented: Path) -> Chronology:
    loaded, findings = load(invented)
    assert findings == ()
    return loaded


@pytest.fixture(scope="module")
def pages(chronology: Chronology) -> dict[str, Page]:
    options = Options(name="Averly", url="https://a.example/", edit="https://e.example/edit/")
    return {page.path: page for page in site.pages(chronology, options)}


def titles(page: Page) -> list[str]:
    """Headlines of a page's rows, in order."""
    rows = re.findall(r'<h3 class="dl-row__title"><a [^>]*>(.*?)</a>', page.html)
    return [row for row in rows if "hacked" not in row]


def test_each_entry_has_a_page_that_follows_from_its_id(
    pages: dict[str, Page], chronology: Chronology
) -> None:
    for entry in chronology.entries:
        folder = entry[:4] if entry[0].isdigit() else "undated"
        assert f"{folder}/{entry}.md" in pages


def test_each_actor_place_topic_year_month_and_day_has_a_page(pages: dict[str, Page]) -> None:
    wanted = {
        "index.md",
        "actors/index.md",
        "actors/mykola-zarenskyy.md",
        "places/index.md",
        "places/old-quay.md",
        "topics/index.md",
        "topics/dock-strike.md",
        "dates/index.md",
        "2025/index.md",
        "2025/03/index.md",
        "2025/03/09/index.md",
        "undated/index.md",
        "disagreements/index.md",
        "about.md",
    }
    assert wanted <= pages.keys()


def test_the_front_page_runs_from_newest_to_oldest(pages: dict[str, Page]) -> None:
    assert titles(pages["index.md"])[:5] == [
        "Ferry line across the lake is suspended",
        "New ferry is to be launched in autumn",
        "Voters elect a new city council",
        "Inquiry into the flood walls begins",
        "Agreement ends the dock strike after sixteen days",
    ]


def test_a_night_is_called_one(pages: dict[str, Page]) -> None:
    html = pages["2025/2025-03-08-night-of-high-water.md"].html
    assert ">Night of 8 to 9 March 2025</time>" in html


def test_the_day_that_stands_for_a_night_is_known_to_the_night(chronology: Chronology) -> None:
    name, entry = next(item for item in chronology.entries.items() if "-03-03-" in item[0])
    told = replace(entry, body="In the night of 2 to 3 March 2025, dockers left their posts.")
    changed = replace(chronology, entries={**chronology.entries, name: told})
    for known, made in (("day", chronology), ("night", changed)):
        page = next(page for page in site.pages(made) if page.path == f"2025/{name}.md")
        assert f"known to the {known}" in page.html


def test_an_open_stretch_begins_on_its_first_day_and_stands_on_no_day(
    pages: dict[str, Page],
) -> None:
    title = "Ferry line across the lake is suspended"
    dated = {p for p, page in pages.items() if title in titles(page) and p[0].isdigit()}
    assert dated == {"2025/index.md"}
    assert "Since 15 June 2025" in pages["index.md"].html


def test_an_undated_entry_stands_apart_and_on_its_topic_but_on_no_date(
    pages: dict[str, Page],
) -> None:
    title = "Service tunnel under the quay is closed"
    shown = {path for path, page in pages.items() if title in titles(page)}
    assert shown == {
        "undated/index.md",
        "sources/averly-city-council.md",
        "topics/floods.md",
        "places/old-quay.md",
        "places/port-averly.md",
        "places/orland-coast.md",
        "places/orland.md",
    }


def test_a_withdrawn_entry_keeps_its_page_says_why_and_is_in_no_list(
    pages: dict[str, Page],
) -> None:
    page = pages["2025/2025-03-10-boat-with-forty-missing.md"]
    assert "This entry was withdrawn." in page.html
    assert "taken back by its publisher" in page.html
    assert not page.searchable
    assert [path for path, other in pages.items() if page.title in titles(other)] == []


def test_a_former_id_leads_to_the_entry(pages: dict[str, Page]) -> None:
    page = pages["2025/2025-03-03-strike-at-terminal.md"]
    assert page.redirect == "../../2025/2025-03-03-dockers-walk-out/"
    assert not page.searchable


def test_a_month_is_on_no_days_page_and_a_night_is_on_both(pages: dict[str, Page]) -> None:
    assert "2025/04/01/index.md" not in pages
    assert "Inquiry into the flood walls begins" in titles(pages["2025/04/index.md"])
    for day in ("08", "09"):
        assert "Orla floods the Old Quay overnight" in titles(pages[f"2025/03/{day}/index.md"])


def test_a_long_stretch_is_on_the_pages_of_its_years_alone(pages: dict[str, Page]) -> None:
    title = "Terminal is renovated in stages"
    dated = {p for p, page in pages.items() if title in titles(page) and p[0].isdigit()}
    assert dated == {"2024/index.md", "2025/index.md"}


def test_a_place_lists_what_happened_within_it(pages: dict[str, Page]) -> None:
    assert "Dockers walk out at the container terminal" in titles(pages["places/orland.md"])


def test_a_topic_lists_what_belongs_to_those_below_it(pages: dict[str, Page]) -> None:
    assert "Agreement ends the dock strike after sixteen days" in titles(pages["topics/labour.md"])


def test_claims_that_differ_stand_side_by_side_and_are_marked(pages: dict[str, Page]) -> None:
    html = pages["2025/2025-03-03-dockers-walk-out.md"].html
    claims = re.findall(r'<td class="dl-figures__value"><span>(.*?)</span><b>(.*?)</b>', html)
    assert claims == [("more than ", "1,200"), ("", "900"), ("about ", "1,000"), ("", "7")]
    assert re.findall(r'<td class="dl-figures__day">(.*?)</td>', html)[:2] == [
        "3 March 2025",
        "4 March 2025",
    ]
    assert html.count('<tbody class="dl-figures--differ">') == 1
    in_paper = '<span class="dl-figures__in">in Coast Wire</span>'
    assert f'terminal operator {in_paper} <a class="dl-ref" href="#source-2">' in html


def test_the_disagreements_page_lists_what_no_person_has_settled_the_widest_first(
    chronology: Chronology,
) -> None:
    def figure(*values: float) -> FigurePage:
        claims = [Claim(value=v, source=f"r{n}") for n, v in enumerate(values)]
        return FigurePage(what="drones launched", claims=tuple(claims))

    pages = chronology.entries
    changed = {
        "2025-03-19-agreement-ends-strike": {"figures": (figure(90, 100),), "status": "draft"},
        "2025-03-03-dockers-walk-out": {"figures": (figure(50, 100),), "status": "draft"},
        "2025-03-09-mayor-asks-for-help": {"figures": (figure(10, 100),), "status": "reviewed"},
    }
    entries = {
        key: replace(page, meta=page.meta.model_copy(update=changed.get(key, {})))
        for key, page in pages.items()
    }
    found = {p.path: p for p in site.pages(replace(chronology, entries=entries))}

    html = found["disagreements/index.md"].html
    assert titles(found["disagreements/index.md"]) == [
        "Dockers walk out at the container terminal",
        "Agreement ends the dock strike after sixteen days",
        "Voters elect a new city council",
    ]
    assert re.findall(r"Differ by (\d+) %", html) == ["50", "10"]


def test_the_disagreements_page_lists_days_on_which_an_entry_cannot_have_been(
    chronology: Chronology,
) -> None:
    key = "2025-03-03-dockers-walk-out"
    entry = chronology.entries[key]
    first, second, *rest = entry.meta.sources
    sources = (
        first.model_copy(update={"tells": Account(date="2025-03-04")}),
        second.model_copy(update={"tells": Account(date="2025-03")}),
        *rest,
    )
    update = {"sources": sources, "figures": (), "status": "draft"}
    changed = replace(entry, meta=entry.meta.model_copy(update=update))
    found = {
        p.path: p
        for p in site.pages(replace(chronology, entries={**chronology.entries, key: changed}))
    }

    html = found["disagreements/index.md"].html
    assert "Dockers walk out at the container terminal" in titles(found["disagreements/index.md"])
    assert re.findall(r"Dated (.*?) by (.*?)</p>", html) == [("4 March 2025", first.publisher)]


def test_quotes_stand_word_for_word_with_their_source(pages: dict[str, Page]) -> None:
    html = pages["2025/2025-03-03-dockers-walk-out.md"].html
    assert "<blockquote" in html
    assert "Shortly after six the cranes stopped one by one." in html
    assert 'href="https://coast-wire.example/a/88?x=1&amp;y=2"' in html
    assert 'href="https://archive.example/harbour-post-0303"' in html


def test_an_entry_holds_the_other_spellings_of_its_names(pages: dict[str, Page]) -> None:
    html = pages["2025/2025-03-09-mayor-asks-for-help.md"].html
    for spelling in ("Sarenskij", "Микола Заренський", "Zarenskiy", "Averli"):
        assert spelling in html


def test_an_entry_can_be_edited_where_its_file_is(pages: dict[str, Page]) -> None:
    html = pages["2025/2025-03-19-agreement-ends-strike.md"].html
    address = "https://e.example/edit/entries/2025/2025-03-19-agreement-ends-strike.md"
    assert f'href="{address}"' in html


def test_links_between_content_files_lead_to_their_pages(pages: dict[str, Page]) -> None:
    entry = pages["2025/2025-03-03-dockers-walk-out.md"].html
    assert 'href="../../2025/2025-03-19-agreement-ends-strike/"' in entry
    assert 'href="../2025/2025-03-03-dockers-walk-out/"' in pages["about.md"].html


def test_the_navigation_holds_index_pages_only(pages: dict[str, Page]) -> None:
    from generator.site.compose import navigation

    shown = [path for item in navigation(tuple(pages.values())) for path in item.values()]
    assert shown == [
        "index.md",
        "explore/index.md",
        "topics/index.md",
        "actors/index.md",
        "places/index.md",
        "dates/index.md",
        "more/index.md",
        "data/index.md",
        "about.md",
    ]


def test_a_long_list_is_cut_into_pages_that_lead_to_each_other(chronology: Chronology) -> None:
    cut = {page.path: page for page in site.pages(chronology, Options(list_length=4))}
    first, last = cut["index.md"], cut["page-3.md"]
    assert len(titles(first)) == 3  # and one hostile title, which `titles` leaves out
    assert 'rel="next" href="page-2/"' in first.html
    assert 'rel="prev" href="../page-2/"' in last.html
    assert 'rel="next"' not in last.html


def test_the_pages_are_the_same_on_every_run(chronology: Chronology) -> None:
    first, second = ([p.document() for p in site.pages(chronology)] for _ in range(2))
    assert first == second


def test_an_empty_chronology_has_a_site() -> None:
    pages = {page.path for page in site.pages(Chronology())}
    assert {"index.md", "topics/index.md", "dates/index.md"} <= pages
