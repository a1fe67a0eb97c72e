"""MkDocs and Zensical publish the same tree, from files that a third builder could read."""

from __future__ import annotations

import errno
import os
import re
import shutil
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from generator import site
from generator.errors import DatelineError, UsageError


def page_set(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


class Links(HTMLParser):
    """Collects where a page leads, and what can be led to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in ("a", "link") and found.get("href"):
            self.links.append(found["href"] or "")
        if found.get("id"):
            self.anchors.add(found["id"] or "")


def test_every_link_leads_to_a_page_that_is_there(built: Path) -> None:
    broken = []
    for path in sorted(built.rglob("*.html")):
        if path.name == "404.html":
            continue
        page = Links()
        page.feed(path.read_text(encoding="utf-8"))
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = Path(os.path.normpath(path.parent / unquote(parts.path)))
            target = path if not parts.path else target
            file = target / "index.html" if target.is_dir() else target
            inside = file.is_file() and file.is_relative_to(built)
            if not inside or (
                parts.fragment and file == path and parts.fragment not in page.anchors
            ):
                broken.append((path.relative_to(built).as_posix(), link))
    assert broken == []


def test_what_only_the_themes_own_search_loads_is_left_out(built: Path) -> None:
    scripts = built / "assets" / "javascripts"
    assert next(scripts.glob("bundle.*.min.js"))
    assert not [path for name in ("lunr", "workers") for path in scripts.glob(f"{name}/*")]


def test_zensical_publishes_the_same_pages(
    built: Path, configuration: Path, tmp_path: Path
) -> None:
    if find_spec("zensical") is None:
        pytest.skip("Zensical is not installed (the extra `zensical`)")
    other = site.build(configuration, builder="zensical", site_dir=tmp_path / "other")
    assert page_set(other) == page_set(built)
    hostile = (other / "2025" / "2025-07-01-hostile" / "index.html").read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", hostile, re.DOTALL)
    assert title is not None
    assert "<" not in title[1]


def test_a_staged_folder_names_index_pages_in_its_navigation(
    configuration: Path, tmp_path: Path
) -> None:
    staged = site.stage(configuration, tmp_path / "staged")
    loaded = yaml.safe_load((staged / "mkdocs.yml").read_text(encoding="utf-8"))
    named = [path for item in loaded["nav"] for path in item.values()]
    assert named[0] == "index.md"
    assert all((staged / "docs" / path).is_file() for path in named)
    assert "dateline" not in loaded["plugins"]


def test_mkdocs_without_the_plugin_builds_a_staged_folder(
    built: Path, configuration: Path, tmp_path: Path
) -> None:
    staged = site.stage(configuration, tmp_path / "staged")
    assert page_set(site.build(staged / "mkdocs.yml", strict=True)) == page_set(built)


def test_staging_takes_away_what_it_staged_and_nothing_else(
    configuration: Path, tmp_path: Path
) -> None:
    staged = site.stage(configuration, tmp_path / "staged")
    (staged / "docs" / "left-over.md").write_text("old", encoding="utf-8")
    site.stage(configuration, staged)
    assert not (staged / "docs" / "left-over.md").exists()

    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        site.stage(configuration, other)
    assert (other / "letter.txt").exists()


def test_a_site_builds_from_another_content_folder(
    configuration: Path, tmp_path: Path, invented: Path
) -> None:
    content = tmp_path / "content"
    (content / "topics").mkdir(parents=True)
    shutil.copy(invented / "topics" / "floods.md", content / "topics")
    folder = site.build(configuration, content=content, site_dir=tmp_path / "site")
    assert (folder / "topics" / "floods" / "index.html").is_file()
    assert not (folder / "actors" / "orland").exists()


def test_links_and_hidden_files_of_the_content_folder_are_not_followed(
    configuration: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "page.md").write_text("# Secret\n", encoding="utf-8")
    (secret / "picture.png").write_bytes(b"secret")
    content = tmp_path / "content"
    content.mkdir()
    (content / "out").symlink_to(secret, target_is_directory=True)
    (content / "picture.png").symlink_to(secret / "picture.png")
    (content / "again").symlink_to(content, target_is_directory=True)
    (content / "once-more").symlink_to(content, target_is_directory=True)
    (content / "kept.png").write_bytes(b"kept")
    (content / "drawing.svg").write_text("<svg onload='x()'/>", encoding="utf-8")
    folder = site.build(configuration, content=content, site_dir=tmp_path / "site")
    assert (folder / "kept.png").read_bytes() == b"kept"
    assert not (folder / "drawing.svg").exists()
    assert not [path for path in folder.rglob("*") if path.name in ("out", "page", "picture.png")]


def test_front_matter_that_would_kill_a_yaml_loader_is_a_warning(
    configuration: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    (content / "topics").mkdir(parents=True)
    deep = f"---\nname: {'[' * 60_000}\n---\n"
    (content / "topics" / "deep.md").write_text(deep, encoding="utf-8")
    folder = site.build(configuration, content=content, site_dir=tmp_path / "site")
    assert (folder / "index.html").is_file()
    assert not (folder / "topics" / "deep").exists()
    with pytest.raises(DatelineError, match="warning"):
        site.build(configuration, content=content, site_dir=tmp_path / "strict", strict=True)


def test_a_strict_build_with_zensical_fails_at_bad_content(
    configuration: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if find_spec("zensical") is None:
        pytest.skip("Zensical is not installed (the extra `zensical`)")
    content = tmp_path / "content"
    (content / "topics").mkdir(parents=True)
    (content / "topics" / "floods.md").write_text("---\nnome: Floods\n---\n", encoding="utf-8")
    with pytest.raises(DatelineError, match=r"not built: \d+ warnings? in strict mode"):
        site.build(
            configuration,
            builder="zensical",
            content=content,
            site_dir=tmp_path / "site",
            strict=True,
        )
    assert "topics/floods.md" in capsys.readouterr().err
    site.stage(configuration, tmp_path / "staged", content=content)
    assert "topics/floods.md" in capsys.readouterr().err


def test_a_folder_that_holds_no_site_is_not_built_over(
    configuration: Path, tmp_path: Path, invented: Path
) -> None:
    keep = tmp_path / "keep"
    keep.mkdir()
    (keep / "letter.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(UsageError, match="holds no site built before"):
        site.build(configuration, content=invented, site_dir=keep)
    assert [path.name for path in keep.iterdir()] == ["letter.txt"]
    with pytest.raises(UsageError, match="is a file"):
        site.build(configuration, content=invented, site_dir=keep / "letter.txt")


def test_a_port_that_is_taken_is_one_clear_line(
    configuration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(**_: object) -> None:
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr("mkdocs.commands.serve.serve", taken)
    with pytest.raises(UsageError, match="port 8123 is taken; use --address"):
        site.serve(configuration, address="127.0.0.1:8123")


def test_an_interrupted_server_ends_quietly(
    configuration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mkdocs.commands.serve.serve", interrupted)
    site.serve(configuration)


def test_two_pages_of_one_address_are_a_finding(tmp_path: Path) -> None:
    from generator.content import load
    from generator.site.catalogue import catalogue
    from generator.site.compose import compose
    from generator.site.options import Options
    from generator.site.rendering import Rendering

    content = tmp_path / "content"
    content.mkdir()
    (content / "dates.md").write_text("# Dates of mine\n", encoding="utf-8")
    (content / "Odd name.md").write_text("# Odd\n", encoding="utf-8")
    chronology, _ = load(content)
    pages, findings = compose(Rendering(catalogue(chronology), Options()))
    assert sorted(finding.code for finding in findings) == ["E251", "E252"]
    assert [page.title for page in pages if page.path.startswith("dates")] == ["Dates"]


def test_a_missing_configuration_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no configuration at"):
        site.build(tmp_path / "mkdocs.yml")


def test_a_staged_folder_has_the_same_feeds_and_downloads(
    built: Path, configuration: Path, tmp_path: Path
) -> None:
    docs = site.stage(configuration, tmp_path / "staged") / "docs"
    folders = ("api", "data", "topics", "actors", "places")
    staged = {
        path.relative_to(docs): path.read_bytes()
        for folder in folders
        for path in (docs / folder).rglob("*")
        if path.is_file() and path.suffix != ".md"
    }
    assert len(staged) > 100
    for path, content in staged.items():
        assert (built / path).read_bytes() == content, path
