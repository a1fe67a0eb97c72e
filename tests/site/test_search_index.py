"""The index of the full text as it is published."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from dated import entry

from generator import settings, site, workers
from generator.content import Chronology, load
from generator.site.catalogue import catalogue
from generator.site.data import LaterFile
from generator.site.folder import SiteFolder
from generator.site.options import Options
from generator.site.rendering import Rendering
from generator.site.search import making as search_making
from generator.site.search import search_files
from generator.site.search.found import packed, unpacked
from generator.site.search.making import index, index_changed
from generator.site.search.reading import read

PAGES = {
    "1987-05-04": "Dam gives way above the mill town",
    "1987-05-05": "Mill owner denies that the dam was old",
    "1999-10-30": "Ferry crew walks out over pay",
    "2011-03-01": "Measles closes three schools",
    "2011-03-02": "Schools open after measles",
    "2011-09-18": "Ballots are counted again in the harbour ward",
    "": "A pilgrimage of which no day is told",
}
PAGE = (
    '<html><body><article><div data-pagefind-body><h1 data-pagefind-meta="title">{title}</h1>'
    '<p>Told of {title}.</p><p data-pagefind-weight="0.1">Also called Wednesbury</p>'
    "<p data-pagefind-ignore>Cite this page</p><p hidden data-pagefind-ignore>"
    '<span data-pagefind-meta="date">{day}</span><span data-pagefind-sort="date">{day}</span>'
    '<span data-pagefind-filter="kind">report</span>'
    '<span data-pagefind-filter="month">{month}</span></p></div></article></body></html>'
)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(settings, "SEARCH_SHARE", 2)


def built(target: Path, pages: Mapping[str, str] = PAGES) -> dict[str, bytes]:
    """Put pages by their days into a folder, index them, and return the files of the search."""
    opened = SiteFolder(target)
    searched = {}
    for day, title in pages.items():
        path = f"{day or 'undated'}/index.html"
        opened.put(path, PAGE.format(title=title, day=day, month=day[:7] or "never").encode())
        searched[path] = day
    index_changed(opened, "en", searched)
    opened.close()
    return published(target)


def published(target: Path) -> dict[str, bytes]:
    top = target / "search"
    return {
        file.relative_to(top).as_posix(): file.read_bytes()
        for file in sorted(top.rglob("*"))
        if file.is_file()
    }


def shares(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files["index.json"])["shares"]
    return found


def titles(files: Mapping[str, bytes], at: str) -> list[str]:
    return [row[1] for row in json.loads(zlib.decompress(files[f"{at}/t0.z"]))]


class Reader:
    """Reads packed numbers, as the browser does."""

    def __init__(self, content: bytes) -> None:
        self.content, self.at = content, 0

    def number(self) -> int:
        found = shift = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            found |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return found

    def take(self, length: int) -> bytes:
        self.at += length
        return self.content[self.at - length : self.at]


def words(files: Mapping[str, bytes], name: str) -> Iterator[tuple[str, list[int], bytes]]:
    """Yield each word of a file with the numbers of its pages and how much each is about it."""
    reader = Reader(zlib.decompress(files[name]))
    found = reader.take(reader.number()).decode().split("\n")
    pages, lengths = ([reader.number() for _ in found] for _ in range(2))
    grades = [reader.take(number) for number in pages]
    for word, number, length, grade in zip(found, pages, lengths, grades, strict=True):
        packed = Reader(reader.take(length))
        yield word, list(accumulate(packed.number() for _ in range(number))), grade


def test_no_share_has_more_pages_than_it_may_and_all_stand_in_order_of_time(
    tmp_path: Path,
) -> None:
    files = built(tmp_path / "site")

    found = [titles(files, share["at"]) for share in shares(files)]

    assert [title for share in found for title in share] == [PAGES[""], *list(PAGES.values())[:-1]]
    assert {len(share) for share in found} <= {1, 2}


def test_the_index_is_the_same_whatever_the_order_of_pages(tmp_path: Path) -> None:
    backwards = dict(reversed(PAGES.items()))

    assert built(tmp_path / "one") == built(tmp_path / "other", backwards)


def test_shares_made_side_by_side_are_the_same_and_what_was_read_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = built(tmp_path / "alone")
    monkeypatch.setattr("generator.spreading.FEW", 2)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    assert built(tmp_path / "site") == alone

    monkeypatch.setattr(workers, "processors", lambda: 1)
    found: list[bytes] = []

    def counted(html: bytes) -> bytes:
        found.append(html)
        return packed(read(html))

    monkeypatch.setattr(search_making, "_read_back", counted)
    changed = PAGES | {"1999-10-30": "Ferry crew is back", "2011-03-01": "Measles opens a school"}
    assert built(tmp_path / "site", changed) == built(tmp_path / "clean", changed)
    assert len(found) == 2 + len(PAGES)


def test_what_a_page_leaves_out_is_not_read_however_much_it_holds() -> None:
    left_out = "<section>one</section> two <svg><text>three</text></svg>"
    found = read(
        "<body><div data-pagefind-body><h1>Ferry</h1>late"
        f"<div data-pagefind-ignore>{left_out}</div>at night"
        f"<section data-pagefind-ignore>{left_out} four</section> in fog"
        '<div data-pagefind-ignore><p><span data-pagefind-filter="kind">strike</span></p></div>'
        "</div></body>".encode()
    )

    assert found is not None
    assert (found.title, found.facets) == ("Ferry", ["kind:strike"])
    assert found.parts == [(1.0, "late. at night. in fog.")]


@pytest.mark.parametrize("language", ["en", "uk"])
def test_what_is_told_of_an_entry_as_it_is_made_is_what_is_read_of_its_page(
    invented: Path, language: str
) -> None:
    options = Options(language=language, told="en")
    pages = [page for page in site.pages(load(invented)[0], options) if page.searchable]
    told = {page.path: page.told() for page in pages}
    entries = {path: each for path, each in told.items() if each.searched}

    found = {path: unpacked(each.searched) for path, each in entries.items()}

    assert len(found) > 10
    blocks = {page.path: page.block(told[page.path].html).encode() for page in pages}
    assert found == {path: read(blocks[path]) for path in found}


def test_a_body_of_every_mark_of_markdown_is_told_as_it_is_read() -> None:
    body = (
        'Half-*way*s, `a<b` and **so** on [there](https://a.example "a > b") &amp; &nbsp;back\n\n'
        "- one\n- two\n\n> said  \n> twice\n\n## Part\n\n| a | b |\n|---|---|\n| 1 | *2* |\n\n---\n"
        "<script>alert(1)</script><b>bold</b> <!-- left --> 5 < 6 > 4\n"
    )
    page = replace(entry("2025-a", "2025-03-09", title="Flood & fire"), body=body)
    chronology = Chronology(entries={page.id: page})
    made = next(page for page in site.pages(chronology, Options()) if page.searchable)

    told = made.told()

    assert unpacked(told.searched) == read(made.block(told.html).encode())


def test_no_page_is_read_back_that_was_told_of_as_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = built(tmp_path / "read")
    opened = SiteFolder(tmp_path / "told")
    pages = {f"{day or 'undated'}/index.html": day for day in PAGES}
    html = {path: (tmp_path / "read" / path).read_bytes() for path in pages}
    opened.have(
        LaterFile(
            path=path,
            made_from=path,
            make=partial(html.__getitem__, path),
            told=partial(packed, read(html[path])),
        )
        for path in pages
    )
    monkeypatch.setattr(search_making, "_read_back", None)

    index_changed(opened, "en", pages)

    assert published(tmp_path / "told") == made


@pytest.mark.parametrize("changed", [{"1999-10-30": "Ferry crew is back"}, {"1999-11-01": "Wreck"}])
def test_a_change_moves_no_share_but_its_own_and_gives_what_a_clean_build_gives(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    before = built(tmp_path / "site")
    untouched = {share["at"] for share in shares(before) if not share["first"].startswith("1999")}
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "site" / "search").rglob("*.z")}

    after = built(tmp_path / "site", PAGES | changed)

    assert untouched < {share["at"] for share in shares(after)}
    assert after == built(tmp_path / "clean", PAGES | changed)
    kept = [path for path in times if path.parent.name in untouched]
    assert kept
    assert all(path.stat().st_mtime_ns == times[path] for path in kept)


def test_a_file_that_another_program_changed_is_made_again(tmp_path: Path) -> None:
    before = built(tmp_path / "site")
    (tmp_path / "site" / "search" / shares(before)[0]["at"] / "w0.z").write_bytes(b"torn")

    assert built(tmp_path / "site") == before


def test_each_word_leads_to_the_pages_that_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "SEARCH_SHARE", 100)
    files = built(tmp_path / "site", {day: title for day, title in PAGES.items() if day})
    (share,) = shares(files)

    found = {word: pages for word, pages, _ in words(files, f"{share['at']}/w0.z")}

    assert found["measles"] == [3, 4]
    assert found["mill"] == [0, 1]
    assert found["wednesbury"] == found["=kind:report"] == found["="] == [0, 1, 2, 3, 4, 5]
    assert found["=month:2011-03"] == [3, 4]
    assert "cite" not in found


def test_a_word_of_the_headline_counts_more_than_one_of_other_spellings(tmp_path: Path) -> None:
    files = built(tmp_path / "site", {"1999-10-30": PAGES["1999-10-30"]})
    (share,) = shares(files)

    found = {word: grades for word, _, grades in words(files, f"{share['at']}/w0.z")}

    assert found["ferry"] > found["told"] > found["wednesbury"]


def test_words_are_folded_as_the_browser_folds_what_is_asked_for(tmp_path: Path) -> None:
    files = built(tmp_path / "site", {"2019-06-07": "Łódź, Ærø: l’été d'Ivančić"})
    (share,) = shares(files)

    found = {word for word, _, _ in words(files, f"{share['at']}/w0.z")}

    assert {"lodz", "aero", "lete", "divancic"} <= found


def test_places_of_words_tell_phrases_and_no_phrase_reaches_over_two_parts(
    tmp_path: Path,
) -> None:
    files = built(tmp_path / "site", {"2011-03-01": "Alpha beta"})
    (share,) = shares(files)
    order = [word for word, _, _ in words(files, f"{share['at']}/w0.z")]
    reader = Reader(zlib.decompress(files[f"{share['at']}/p0.z"]))
    lengths = [reader.number() for _ in order]
    packed = {
        word: Reader(reader.take(length)) for word, length in zip(order, lengths, strict=True)
    }

    def places(word: str) -> list[int]:
        count = packed[word].number()
        steps = [packed[word].number() for _ in range(count)]
        return [sum(steps[: n + 1]) for n in range(count)]

    assert (places("alpha"), places("beta")) == ([0, 5], [1, 6])
    assert places("told") == [3]


def test_files_of_words_say_with_what_they_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "SEARCH_SHARE", 100)
    monkeypatch.setattr("generator.site.search.share._FILE", 40)
    files = built(tmp_path / "site")
    (share,) = shares(files)
    begins = ["", *share["begins"].split("\n"), "\uffff"]

    assert len(begins) > 5
    for number, (begin, end) in enumerate(pairwise(begins)):
        held = words(files, f"{share['at']}/w{number}.z")
        assert all(begin <= word < end for word, _, _ in held)


def test_months_are_told_of_all_and_of_each_share(tmp_path: Path) -> None:
    dated = {day: title for day, title in PAGES.items() if day}
    files = built(tmp_path / "site", dated)

    whole = json.loads(files["index.json"])

    assert whole["entries"] == 6
    assert whole["months"] == ["1987-05", "1999-10", "2011-03", "2011-09"]
    assert ("1987-05", "1987-05") in {(share["first"], share["last"]) for share in whole["shares"]}


def test_words_that_may_be_mistyped_are_those_of_texts_the_frequent_first(tmp_path: Path) -> None:
    files = built(tmp_path / "site")

    assert files["words/m.txt"].decode().split() == ["measles", "mill"]
    assert "wednesbury" not in files["words/w.txt"].decode()
    assert "ferry" in files["words/-y.txt"].decode().split()


def test_a_site_that_another_program_built_has_the_same_index(tmp_path: Path) -> None:
    made = built(tmp_path / "site")
    for file in (tmp_path / "site" / "search").rglob("*"):
        if file.is_file():
            file.unlink()

    index(tmp_path / "site", "en")

    assert published(tmp_path / "site") == made


def test_a_site_without_pages_to_find_has_an_empty_index(tmp_path: Path) -> None:
    whole = json.loads(built(tmp_path / "site", {})["index.json"])

    assert (whole["entries"], whole["months"], whole["shares"]) == (0, [], [])


@pytest.mark.parametrize(
    ("name", "others"), [("Jana Kovačević", []), ("Mieczysław Wójcik", ["Mieczyslaw"])]
)
def test_names_carry_only_spellings_that_the_browser_does_not_find_itself(
    tmp_path: Path, name: str, others: list[str]
) -> None:
    page = tmp_path / "actors" / "someone.md"
    page.parent.mkdir()
    page.write_text(f"---\nname: {name}\nkind: person\n---\n", encoding="utf-8")
    chronology: Chronology = load(tmp_path)[0]

    site = Rendering(catalogue(chronology), Options())
    made = {file.path: file.content for file in search_files(site)}

    assert [row[5] for row in json.loads(made["search/names.json"])] == [others]
