"""What it costs to build a site, beside other builders: time, memory, bytes, growth.

    python benchmarks/site_build.py 1000 10000

The chronology is that of the browser tests' `synthetic.py`. Dateline builds all that it publishes:
entries with maps, lists, feeds, calendars, exports, the API and the search (social cards, which are
kept from one build to the next, are off). The others are given Markdown pages of the same entries,
and of one list for each actor, place, topic and day; Hugo has a page of the weight of Material's
head, and is followed by Pagefind. A builder that is not installed is left out, with a word.
Each runs twice, in a process of its own; the second time counts: Dateline then has a warm cache,
and nothing changed since. `site_build.md` has what a first build costs, and one after a change.
"""

from __future__ import annotations

import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.content import load
from generator.site.catalogue import Catalogue, Entry, catalogue

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests")]

from configured import configured  # noqa: E402 -- these stand beside the tests
from synthetic import make  # noqa: E402

QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
BIN = Path(sys.executable).parent
HEAD_LINES = 160
"""Lines of the head and the navigation of a Hugo page: some 15 kB, as Material's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one build cost."""

    seconds: float
    """By the clock."""
    memory: float
    """Highest use of the largest process, in MB."""
    size: float
    """Of the site, in MB."""
    pages: int


Builder = Callable[[Path], Sequence[Sequence[str]]]
"""From a folder to the commands that build the site `site/` in it."""


def dateline(folder: Path) -> Sequence[Sequence[str]]:
    """Build with this program."""
    chosen = folder / "mkdocs.yml"
    text = chosen.read_text(encoding="utf-8")
    chosen.write_text(text.replace("- dateline\n", "- dateline: {cards: false}\n"), "utf-8")
    return [[sys.executable, "-m", "generator", "build", "--config", str(chosen)]]


def material(folder: Path) -> Sequence[Sequence[str]]:
    """Build plain pages with MkDocs and Material: entries not in the navigation, no search."""
    return [[str(BIN / "mkdocs"), "build", "--quiet", "--config-file", plain(folder)]]


def zensical(folder: Path) -> Sequence[Sequence[str]]:
    """Build the same with Zensical."""
    return [[str(BIN / "zensical"), "build", "--clean", "--config-file", plain(folder)]]


def hugo(folder: Path) -> Sequence[Sequence[str]]:
    """Build the same with Hugo."""
    pages(folder, folder / "content-hugo", "_index.md")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    nav = "".join(
        f'<li class="item"><a class="link" href="/{n}/"><span>Part {n} of it</span></a></li>'
        for n in range(HEAD_LINES)
    )
    page = (
        '<!doctype html><html lang="en"><head><title>{{ .Title }} - {{ site.Title }}</title>'
        '<link rel="canonical" href="{{ .Permalink }}">'
        '<meta name="description" content="{{ .Params.description }}"></head>'
        f"<body><nav><ul>{nav}</ul></nav><main data-pagefind-body><h1>{{{{ .Title }}}}</h1>"
        "{{ .Content }}</main></body></html>"
    )
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(page, encoding="utf-8")
    settings = {"baseURL": "https://dateline.example/", "title": "Dateline"}
    settings |= {"contentDir": "content-hugo", "disableKinds": ["taxonomy", "term"]}
    (folder / "hugo.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    run = [str(BIN / "hugo"), "--quiet", "--source", str(folder), "--destination"]
    return [[*run, str(folder / "site"), "--cleanDestinationDir"]]


def hugo_pagefind(folder: Path) -> Sequence[Sequence[str]]:
    """Build the same with Hugo, and index it."""
    return [*hugo(folder), [sys.executable, "-m", "pagefind", "--site", str(folder / "site")]]


BUILDERS: Mapping[str, tuple[str, Builder]] = {
    "Hugo": ("hugo", hugo),
    "Hugo, then Pagefind": ("hugo", hugo_pagefind),
    "Dateline": ("mkdocs", dateline),
    "MkDocs with Material": ("mkdocs", material),
    "Zensical": ("zensical", zensical),
}
"""Each with the command that it needs. What follows is told as ratios to the first."""


def plain(folder: Path) -> str:
    """Write a configuration that MkDocs and Zensical read; return its path."""
    pages(folder, folder / "content-plain", "index.md")
    settings = {
        "site_name": "Dateline",
        "site_url": "https://dateline.example/",
        "docs_dir": "content-plain",
        "site_dir": "site",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "nav": [{"Front": "index.md"}],
        "not_in_nav": "*.md\n",
    }
    path = folder / "plain.yml"
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return str(path)


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


def measured(commands: Sequence[Sequence[str]], site: Path) -> Cost:
    """Run commands and weigh what they leave."""
    began = time.monotonic()
    for command in commands:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=QUIET)
    seconds = time.monotonic() - began
    files = [path for path in site.rglob("*") if path.is_file()]
    return Cost(
        seconds=seconds,
        memory=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        size=sum(path.stat().st_size for path in files) / 1e6,
        pages=sum(path.suffix == ".html" for path in files),
    )


def one(name: str, folder: Path) -> None:
    """Build twice in this process's children, and print the second cost."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    commands = BUILDERS[name][1](folder)
    for _ in range(2):
        cost = measured(commands, folder / "site")
    print(json.dumps([cost.seconds, cost.memory, cost.size, cost.pages]))


def main(sizes: Sequence[int]) -> None:
    """Print the table."""
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print("| builder | entries | pages | seconds | × Hugo | growth | MB of memory | MB of site |")
    print("|---|---|---|---|---|---|---|---|")
    before: dict[str, tuple[int, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            folder = Path(name, str(size))
            folder.mkdir()
            configured(folder, make(folder / "content", size).folder)
            first = 0.0
            for builder, (needs, _) in BUILDERS.items():
                if shutil.which(needs, path=str(BIN)) is None:
                    print(f"| {builder} | {size:,} | not installed |")
                    continue
                call = [sys.executable, __file__, "--one", builder, str(folder)]
                done = subprocess.run(call, check=True, stdout=subprocess.PIPE, text=True)
                seconds, memory, weight, count = json.loads(done.stdout.splitlines()[-1])
                first = first or seconds
                known = before.get(builder)
                grown = math.log(seconds / known[1]) / math.log(size / known[0]) if known else None
                before[builder] = size, seconds
                print(
                    f"| {builder} | {size:,} | {count:,} | {seconds:.1f} | {seconds / first:.1f} |"
                    f" {'' if grown is None else f'{grown:.2f}'} | {memory:.0f} | {weight:.0f} |"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or [1000])
