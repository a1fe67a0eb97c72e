"""A site built over the one before, whatever changed meanwhile, is the site built anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from configured import ROOT, configured
from held import bytes_of

from generator import site

pytestmark = pytest.mark.no_cover


class Edited:
    """A chronology with its configuration and look, all of them to be changed."""

    def __init__(self, folder: Path, content: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.look = folder / "look"
        self.site = folder / "site"
        shutil.copytree(content, self.content)
        left_out = shutil.ignore_patterns("web")
        shutil.copytree(ROOT / "site_overrides", self.look, ignore=left_out)
        self.configuration = configured(folder, self.content)
        self.configure(theme={"name": "material", "custom_dir": str(self.look)})

    def configure(self, **own: object) -> None:
        loaded = yaml.safe_load(self.configuration.read_text(encoding="utf-8")) | own
        self.configuration.write_text(yaml.safe_dump(loaded, sort_keys=False), encoding="utf-8")

    def replace(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def entry(self, name: str) -> Path:
        return self.content / "entries" / "2025" / f"{name}.md"


def edit_tags(edited: Edited) -> None:
    """Have an entry happen on another day, elsewhere, to others, as another publisher says."""
    dockers = edited.entry("2025-03-03-dockers-walk-out")
    edited.replace(dockers, "date: 2025-03-03", "date: 2025-03-19")
    edited.replace(dockers, "places: [old-quay, port-averly]", "places: [lake-tern]")
    edited.replace(dockers, "mykola-zarenskyy", "ines-calloway")
    edited.replace(dockers, "publisher: Coast Wire", "publisher: Orland Radio")
    council = edited.content / "actors" / "averly-city-council.md"
    council.write_text(council.read_text(encoding="utf-8") + "\nIt sits on Mondays.\n", "utf-8")


def edit_content(edited: Edited) -> None:
    """Change an entry and its alias, an actor, the position of a place; take an entry away."""
    edited.replace(edited.entry("2025-03-03-dockers-walk-out"), "title: ", "title: Zanzibar and ")
    election = edited.entry("2025-05-18-council-election")
    edited.replace(election, "\nkind:", "\naliases: [2025-05-18-vote]\nkind:")
    edited.replace(edited.content / "actors" / "north-grid.md", "name: ", "name: Greater ")
    edited.replace(edited.content / "places" / "lake-tern.md", "kind:", "lat: 51\nlon: 3\nkind:")
    edited.entry("2025-03-10-boat-with-forty-missing").unlink()


def edit_ids(edited: Edited) -> None:
    """Rename an entry, withdraw another; break a third, and touch a page of the site."""
    launch = edited.entry("2025-06-01-ferry-launch")
    launch.rename(launch.with_name("2025-06-01-ferry-is-launched.md"))
    withdrawn = "status: withdrawn\nwithdrawn_reason: It was told twice.\nkind:"
    edited.replace(edited.entry("2025-06-15-ferry-line-suspended"), "kind:", withdrawn)
    edited.entry("2025-03-19-agreement-ends-strike").write_text("none", encoding="utf-8")
    (edited.site / "about" / "index.html").write_text("by hand", encoding="utf-8")
    (edited.site / "topics" / "floods" / "feed.xml").unlink()
    (edited.site / "stray").mkdir()
    (edited.site / "stray" / "index.html").touch()


def edit_look(edited: Edited) -> None:
    """Change a template, and a text that only some pages show."""
    wrapped = '{% extends "base.html" %}{% if "actors" in page.url %}<!-- of actors -->{% endif %}'
    edited.replace(edited.look / "main.html", '{% extends "base.html" %}', wrapped)


def edit_settings(edited: Edited) -> None:
    """Change the language of the site, and its address."""
    theme = {"name": "material", "custom_dir": str(edited.look), "language": "uk"}
    edited.configure(theme=theme, site_url="https://chronicle.example/")


@pytest.mark.parametrize("edits", [(edit_tags, edit_content, edit_ids), (edit_look, edit_settings)])
def test_a_site_built_over_the_one_before_is_the_site_built_anew(
    invented: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    edits: tuple[object, ...],
) -> None:
    edited = Edited(tmp_path, invented)
    for edit in (lambda _: None, *edits):
        monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
        edit(edited)
        site.build(edited.configuration)
        found = bytes_of(edited.site)
        monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "empty"))
        anew = bytes_of(site.build(edited.configuration, site_dir=tmp_path / "anew"))
        shutil.rmtree(tmp_path / "empty")
        assert sorted(found) == sorted(anew)
        assert [path for path in anew if found[path] != anew[path]] == []
