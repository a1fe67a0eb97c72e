"""The form at /admin/, against a git repository on this machine, through the CMS's own server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import ndiff
from pathlib import Path

import payloads
import pytest
from conftest import Watched, watched
from hostile import joined
from local_cms import PACKAGES, begin, find_node, git, lead, once_saved, serving
from playwright.sync_api import Browser, Dialog, Frame, Locator, expect

from generator.content import PAGES
from generator.content.frontmatter import parse
from generator.content.validate import typed
from generator.site.admin.backend import LOCAL
from generator.site.admin.collections import collections

pytestmark = pytest.mark.browser
KEPT = """\
---
# An entry that a curator keeps with care.
title: "Dockers walk out" # short on purpose

kind: strike
date: 2031-05-04
own_key: kept
sources:
  # The agency came first.
  - {publisher: 'Coast Wire', url: https://news.example/a}
  # Then the paper.
  - publisher: Post
    url: https://news.example/b # moved once
figures:
  - what: ships
    claims:
      - {value: 7.0, source: https://news.example/a}
# The end.
---

Text   here.
"""
KEPT_ID = "2031/2031-05-04-dockers-walk-out"
KEPT_FIGURES = KEPT.splitlines()[13:17]

ROOT = Path(__file__).parents[2]
EVERY = bool(os.environ.get("DATELINE_EVERY_PAYLOAD"))
"""In the long run the lists outside the repository go through the preview too."""
PATIENCE = 60_000
"""Milliseconds: the CMS is 5 MB of script, which a busy machine takes long to read."""
QUOTE = "The ferry turned back: two engines had failed, the company said."


SHOWN = {"Headline": "h1", "Publisher": ".dl-source__facts", "Exact words": ".dl-quote p"}
"""Where the preview shows fields."""
SHOWS = "([where, text]) => document.querySelector(where)?.textContent === text"
RAN = "() => ('ran' in window ? ['ran'] : [])"
ACTS = """
() => {
  const found = "ran" in window ? ["ran"] : [];
  for (const element of document.body.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "srcdoc") found.push(`${name}=${value}`);
      if (/^\\s*(javascript|vbscript|data):/i.test(value)) found.push(`${name}=${value}`);
    }
    if (element.matches("img, script, style, iframe, object, embed, base, meta, link, form")) {
      found.push(element.localName);
    }
  }
  return found;
}
"""
"""Whatever ran in the preview, or stands there and could act."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, invented: Path) -> Path:
    """A repository that holds the made-up chronology."""
    folder = tmp_path_factory.mktemp("repository")
    shutil.copytree(invented, folder / "content")
    (folder / "content" / "entries" / "2031").mkdir()
    (folder / "content" / "entries" / f"{KEPT_ID}.md").write_text(KEPT, encoding="utf-8")
    begin(folder)
    return folder


@pytest.fixture(scope="module")
def node() -> str:
    """Node.js, where the packages of the browser code are in place too."""
    found = find_node()
    if found is None:
        missing = "decap-server is missing: python site_overrides/web/bundle.py"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    return found


@pytest.fixture(scope="module")
def proxy(repository: Path, node: str) -> Iterator[str]:
    """The address of decap-server over the repository."""
    with serving(repository, node) as address:
        yield address


@pytest.fixture(scope="module")
def form(browser: Browser, address: str, proxy: str) -> Iterator[Watched]:
    """The form, signed in to the repository."""
    for seen in watched(browser, address, "desktop"):
        page = seen.page
        page.context.set_default_timeout(PATIENCE)
        page.on("dialog", answer)
        lead(page, proxy)
        seen.go("admin/")
        page.get_by_role("button", name="Login").click(timeout=PATIENCE)
        expect(page.get_by_role("heading", name="Entries")).to_be_visible(timeout=PATIENCE)
        yield seen


def test_the_form_asks_nothing_of_another_host(form: Watched) -> None:
    assert {url for url in form.foreign if url != LOCAL} == set()
    assert form.complaints == []


def test_a_draft_becomes_a_branch_with_one_entry_that_has_no_findings(
    form: Watched, repository: Path, tmp_path: Path
) -> None:
    new_entry(form)
    fill(form, "Headline", "Ferry “Tern” turns back off Port Averly")
    fill(form, "Date of the event", "2025-03-08/2025-03-09")
    choose(form, "Kind of event", "acc", "Accident")
    choose(form, "Who took part", "harbour work", "Dockers’ Union")
    choose(form, "Where it happened", "averly", "Port Averly")
    form.page.get_by_role("button", name="Add source").click()
    fill(form, "Publisher", "Coast Wire")
    fill(form, "Web address", "https://news.example/ferry")
    fill(form, "Date of the report", "2025-03-09")
    form.page.get_by_role("button", name="Add quote").click()
    fill(form, "Exact words", QUOTE)
    form.page.locator("[data-slate-editor]").click()
    form.page.keyboard.type("A ferry turned back after two engines had failed.")
    form.page.get_by_role("button", name="Save", exact=True).click()
    expect(form.page.get_by_text("Saved as a draft")).to_be_visible(timeout=PATIENCE)

    own = "2025/2025-03-08-ferry-tern-turns-back-off-port-averly"
    tree = tmp_path / "tree"
    once_saved(repository, "clone", "--quiet", f"--branch=cms/entries/{own}", ".", str(tree))
    changed = git(tree, "diff", "--name-only", "origin/main", "HEAD").split()
    assert changed == [f"content/entries/{own}.md"]
    assert (tree / f"content/entries/{own}.md").read_text(encoding="utf-8") == WRITTEN
    check = [sys.executable, "-m", "generator", "check", f"content/entries/{own}.md"]
    done = subprocess.run(check, cwd=tree, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_change_of_one_field_changes_one_line_and_keeps_comments(
    form: Watched, repository: Path
) -> None:
    link = form.page.get_by_role("link", name="2031-05-04 · Dockers walk out")
    for _ in range(4):  # the server reads files while it checks out another draft's branch
        form.page.goto("about:blank")
        form.page.goto(f"{form.base}admin/#/collections/entries")
        with suppress(AssertionError):
            expect(link).to_be_visible(timeout=PATIENCE / 4)
            break
    link.click()
    expect(labelled(form, "Headline")).to_have_value("Dockers walk out", timeout=PATIENCE)
    fill(form, "Headline", "Dockers stay at home")
    form.page.get_by_role("button", name="Save", exact=True).click()
    expect(form.page.get_by_text("Saved as a draft").last).to_be_visible(timeout=PATIENCE)

    after = once_saved(repository, "show", f"cms/entries/{KEPT_ID}:content/entries/{KEPT_ID}.md")
    told = [row for row in ndiff(KEPT.splitlines(), after.splitlines()) if row[0] in "+-"]
    assert told == [
        '- title: "Dockers walk out" # short on purpose',
        "+ title: Dockers stay at home # short on purpose",
    ]


def test_a_date_that_is_none_is_refused_with_what_to_write(form: Watched) -> None:
    new_entry(form)
    fill(form, "Headline", "Ferry turns back")
    fill(form, "Date of the event", "8 March 2025")
    form.page.get_by_role("button", name="Save", exact=True).click()
    said = form.page.get_by_text("Date of the event: a date is written year first", exact=False)
    expect(said.first).to_be_visible(timeout=PATIENCE)


def test_nothing_acts_in_the_preview(form: Watched) -> None:
    given = joined(payloads.OWN + payloads.shared() if EVERY else payloads.OWN, "\n\n")
    said: list[str] = []
    form.page.on("dialog", lambda dialog: said.append(dialog.message))
    acted = {}
    for number, some in enumerate(given):
        if number % 10 == 0:  # the CMS becomes slow where one form is typed into for long
            preview = with_preview(form)
            said.clear()
        for at, (label, shown) in enumerate(SHOWN.items()):
            fill(form, label, given[(number + at) % len(given)])
            kept = labelled(form, label).input_value()
            preview.wait_for_function(SHOWS, arg=[shown, kept], timeout=PATIENCE)
        marked = written(form, preview, f"Case {number}.", some)
        if not marked.is_visible():
            said.append("hidden")
        if found := [*said, *preview.evaluate(ACTS), *form.page.evaluate(RAN)]:
            acted[some] = found
            said.clear()
    assert acted == {}
    assert {url for url in form.foreign if url != LOCAL} == set()


def test_a_page_that_the_form_saves_unchanged_means_what_it_meant(
    node: str, invented: Path
) -> None:
    kinds, texts = [], []
    for folder in (invented, ROOT / "content"):
        for kind in PAGES:
            for path in sorted((folder / kind).rglob("*.md")):
                kinds.append(kind)
                texts.append(path.read_text(encoding="utf-8"))
    same = 0
    saved = through_the_form(
        node, [(kind, text, {}) for kind, text in zip(kinds, texts, strict=True)]
    )
    for kind, before, after in zip(kinds, texts, saved, strict=True):
        first, second = parse(before), parse(after)
        assert typed(PAGES[kind], second, "") == typed(PAGES[kind], first, "")
        assert second.body == first.body
        same += after == before
    assert same >= len(texts) - 1, "pages that nobody changed are written otherwise"


@pytest.mark.parametrize(
    ("changes", "gone", "new"),
    [
        ({}, [], []),
        (
            {"title": "Dockers walk out over pay", "date": "2031-05-05"},
            ['title: "Dockers walk out" # short on purpose', "date: 2031-05-04"],
            ["title: Dockers walk out over pay # short on purpose", "date: 2031-05-05"],
        ),
        ({"date": ""}, ["date: 2031-05-04"], []),
        (
            {"title": "2031"},
            ['title: "Dockers walk out" # short on purpose'],
            ['title: "2031" # short on purpose'],
        ),
        ({"actors": ["ferry-union", "ines"]}, [], ["actors: [ferry-union, ines]"]),
        ({"figures": []}, KEPT_FIGURES, []),
        (
            {"sources": [{"publisher": "Post", "url": "https://news.example/b"}]},
            ["  - {publisher: 'Coast Wire', url: https://news.example/a}"],
            [],
        ),
        ({"body": "Another."}, ["Text   here."], ["Another."]),
    ],
)  # fmt: skip
def test_only_what_is_changed_in_the_form_is_written(
    node: str, changes: dict[str, object], gone: list[str], new: list[str]
) -> None:
    (after,) = through_the_form(node, [("entries", KEPT, changes)])
    told = [row for row in ndiff(KEPT.splitlines(), after.splitlines()) if row[0] in "+-"]
    assert [row[2:] for row in told if row[0] == "-"] == gone
    assert [row[2:] for row in told if row[0] == "+"] == new


def test_line_ends_of_windows_stay(node: str) -> None:
    text = KEPT.replace("\n", "\r\n")
    (after,) = through_the_form(node, [("entries", text, {})])
    assert after == text


def through_the_form(
    node: str, pages: Sequence[tuple[str, str, Mapping[str, object]]]
) -> list[str]:
    """Read pages as the form does, change fields, and return what it writes."""
    fields = {made["name"]: made["fields"] for made in collections("content")}
    given = [
        {"text": text, "fields": fields[kind], "changes": changes} for kind, text, changes in pages
    ]
    done = subprocess.run(
        [node, "--input-type=module", "--eval", SAVING],
        cwd=PACKAGES,
        input=json.dumps(given).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    saved: list[str] = json.loads(done.stdout)
    return saved


def answer(dialog: Dialog) -> None:
    """Leave a page that is not saved, and begin without what was typed there."""
    if "backup" in dialog.message:
        dialog.dismiss()
    else:
        dialog.accept()


def new_entry(form: Watched) -> None:
    """Open the form of a new entry."""
    form.page.goto("about:blank")  # or what was edited before may stand in its fields
    form.page.goto(f"{form.base}admin/#/collections/entries")
    form.page.get_by_role("link", name="New: Entry").click()
    expect(labelled(form, "Headline")).to_have_value("", timeout=PATIENCE)


def with_preview(form: Watched) -> Frame:
    """Open the form of a new entry with a source and a figure, and return its preview."""
    new_entry(form)
    for button in ("Add source", "Add quote", "Add figure"):
        form.page.get_by_role("button", name=button).click()
    form.page.get_by_text("Rich Text").locator("..").get_by_role("switch").click()
    preview = form.page.locator("iframe").element_handle().content_frame()
    assert preview is not None
    return preview


def written(form: Watched, preview: Frame, first: str, rest: str) -> Locator:
    """Write a body of two paragraphs over what stood there; return the first in the preview."""
    marked = preview.get_by_text(first, exact=True)
    for _ in range(4):  # on a busy machine the editor may not yet know that all is selected
        form.page.locator("[data-slate-editor]").click()
        form.page.keyboard.press("ControlOrMeta+A")
        form.page.keyboard.insert_text(f"{first}\n\n{rest}")
        with suppress(AssertionError):
            expect(marked).to_have_count(1, timeout=PATIENCE / 4)
            break
    expect(marked).to_have_count(1)
    return marked


def labelled(form: Watched, label: str) -> Locator:
    """Return the control of a label; what need not be filled in says so."""
    return form.page.get_by_label(re.compile(rf"^{label}( \(optional\))?$"))


def fill(form: Watched, label: str, text: str) -> None:
    """Type into the field of that label."""
    labelled(form, label).fill(text)


def choose(form: Watched, label: str, typed: str, shown: str) -> None:
    """Type into a picker, and take what it offers."""
    labelled(form, label).press_sequentially(typed)
    form.page.get_by_role("option", name=shown).click()


SAVING = """
import { build } from "esbuild";
import { readFileSync } from "node:fs";
const entryPoints = ["src/admin/frontmatter.ts"];
const options = { bundle: true, write: false, format: "esm", platform: "browser" };
const code = (await build({ entryPoints, ...options })).outputFiles[0].text;
const { fromFile, toFile } = await import("data:text/javascript," + encodeURIComponent(code));
const pages = JSON.parse(readFileSync(0, "utf8"));
const saved = pages.map(({ text, fields, changes }) =>
  toFile({ ...fromFile(text, fields), ...changes }, fields),
);
console.log(JSON.stringify(saved));
"""
"""Reads pages as the form does, changes some fields, and writes them again."""

WRITTEN = f"""\
---
title: Ferry “Tern” turns back off Port Averly
date: 2025-03-08/2025-03-09
kind: accident
actors: [dockers-union]
places: [port-averly]
sources:
  - publisher: Coast Wire
    url: https://news.example/ferry
    published: 2025-03-09
    quotes:
      - "{QUOTE}"
status: draft
---

A ferry turned back after two engines had failed.
"""
