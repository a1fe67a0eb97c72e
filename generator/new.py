"""The commands that add a page; `cli` puts them beside its own."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator import authoring, console, read, write
from generator.authoring import QUESTIONS, Answers
from generator.changes import escape
from generator.content import ids
from generator.errors import Finding, UsageError
from generator.folders import Content, content_folder

ROUNDS = 5
"""Times that a person is asked again for what the check finds."""
app = typer.Typer(
    name="new",
    help="Add an entry, an actor, a place or a topic: asks, checks, and writes the file.\n\n"
    "Example: dateline new entry --from https://gazette.example/quay-flood",
    no_args_is_help=True,
    rich_markup_mode=None,
)
NoInput = Annotated[
    bool, typer.Option("--no-input", help="Ask nothing: take the options, or say what is wrong.")
]
Own = Annotated[str, typer.Option("--id", help="Its id.  [default: made of the rest]")]
Body = Annotated[str | None, typer.Option(help="The text of the page, in Markdown.")]
Kind = Annotated[str | None, typer.Option(help="What it is.")]
Aliases = Annotated[
    list[str] | None, typer.Option("--alias", help="Another name; may be repeated.")
]
Status = Annotated[str | None, typer.Option(help="How far it has been reviewed.")]
Name = Annotated[str | None, typer.Option(help="The name as shown.")]
Country = Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-2.")]
Wikidata = Annotated[str | None, typer.Option(help="Its item in Wikidata.")]
Many = list[str] | None
_Given = Mapping[str, str | Many]


@app.command()
def entry(
    *,
    title: Annotated[str | None, typer.Option(help="What happened, in one neutral line.")] = None,
    date: Annotated[str | None, typer.Option(help="When it happened, in EDTF.")] = None,
    kind: Kind = None,
    actors: Annotated[Many, typer.Option("--actor", help="Id or name; may be repeated.")] = None,
    places: Annotated[Many, typer.Option("--place", help="Id or name; may be repeated.")] = None,
    topics: Annotated[Many, typer.Option("--topic", help="Id or name; may be repeated.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the report that tells it.")] = None,
    report: Annotated[str | None, typer.Option(help="Stem of the report's file in seeds.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published the report.")] = None,
    source_title: Annotated[str | None, typer.Option(help="Headline of the report.")] = None,
    published: Annotated[str | None, typer.Option(help="When it was published.")] = None,
    quotes: Annotated[Many, typer.Option("--quote", help="Exact passage; may be repeated.")] = None,
    body: Body = None,
    status: Status = None,
    own: Own = "",
    source: Annotated[
        str | None, typer.Option("--from", help="Start from an article.", metavar="URL-or-FILE")
    ] = None,
    pick: Annotated[
        int | None, typer.Option(min=1, help="Which of the article's events.", metavar="N")
    ] = None,
    form: Annotated[
        Path | None, typer.Option(help="Start from an issue form, or its event.", metavar="FILE")
    ] = None,
    no_input: NoInput = False,
    seeds: Annotated[Path, typer.Option(help="Folder of articles, to check quotes.")] = Path(
        "seeds"
    ),
    content: Content = None,
) -> None:
    """Add an entry; nothing is fetched but the address that --from names.

    Example: dateline new entry --title "Flood in Port Alder" --date 2027-10-14
    """
    folder = content_folder(content)
    given: _Given = {
        "title": title, "date": date, "kind": kind, "actors": actors, "places": places,
        "topics": topics, "url": url, "report": report, "publisher": publisher,
        "source_title": source_title, "published": published, "quotes": quotes, "body": body,
        "status": status,
    }  # fmt: skip
    answers, more = Answers(said=_answers("entries", given, folder)), {}
    if form and source:
        raise UsageError("start from an article or from a form, not from both")
    if form:
        _suggested(form, answers, folder, own, seeds)
        return
    if source:
        chosen = _chosen(source, folder, seeds, pick, no_input=no_input)
        answers = replace(answers, fields=chosen.fields, body=chosen.body)
        more = dict(chosen.pages)
    _add("entries", answers, folder, own, seeds=seeds, more=more, no_input=no_input)


@app.command()
def article(
    *,
    form: Annotated[
        Path, typer.Option(help="The form that suggests it, or its event.", metavar="FILE")
    ],
    seeds: Annotated[Path, typer.Option(help="Folder of articles.")] = Path("seeds"),
) -> None:
    """Add an article to seeds/, of which `dateline generate` then makes drafts; fetch nothing.

    Example: dateline new article --form suggestion.md
    """
    made = authoring.article(form, seeds)
    if made.findings:
        _refused(made.findings)
    path = write.put_seed(seeds, made.path, made.text)
    sys.stdout.write(f"The article is in {escape.code(f'{seeds.name}/{path.name}')}.\n")


@app.command()
def actor(
    *,
    name: Name = None,
    kind: Kind = None,
    aliases: Aliases = None,
    role: Annotated[str | None, typer.Option(help="Office or part.")] = None,
    affiliation: Annotated[str | None, typer.Option(help="The actor it belongs to.")] = None,
    country: Country = None,
    wikidata: Wikidata = None,
    status: Status = None,
    body: Body = None,
    own: Own = "",
    no_input: NoInput = False,
    content: Content = None,
) -> None:
    """Add a person, an organisation, a state or a group.

    Example: dateline new actor --name "Alder Fire Service" --kind organisation
    """
    given: _Given = {
        "name": name, "kind": kind, "aliases": aliases, "role": role, "affiliation": affiliation,
        "country": country, "wikidata": wikidata, "status": status, "body": body,
    }  # fmt: skip
    _begin("actors", given, content, own, no_input=no_input)


@app.command()
def place(
    *,
    name: Name = None,
    kind: Kind = None,
    aliases: Aliases = None,
    country: Country = None,
    within: Annotated[str | None, typer.Option(help="The next larger place.")] = None,
    lat: Annotated[str | None, typer.Option(help="Degrees north.")] = None,
    lon: Annotated[str | None, typer.Option(help="Degrees east.")] = None,
    geonames: Annotated[str | None, typer.Option(help="Its number in GeoNames.")] = None,
    wikidata: Wikidata = None,
    status: Status = None,
    body: Body = None,
    own: Own = "",
    no_input: NoInput = False,
    content: Content = None,
) -> None:
    """Add a place.

    Example: dateline new place --name "Port Alder" --kind city --country ES
    """
    given: _Given = {
        "name": name, "kind": kind, "aliases": aliases, "country": country, "within": within,
        "lat": lat, "lon": lon, "geonames": geonames, "wikidata": wikidata, "status": status,
        "body": body,
    }  # fmt: skip
    _begin("places", given, content, own, no_input=no_input)


@app.command()
def topic(
    *,
    name: Name = None,
    parent: Annotated[str | None, typer.Option(help="The next wider topic.")] = None,
    kinds: Annotated[Many, typer.Option("--kind", help="Kind of events that belong to it.")] = None,
    terms: Annotated[Many, typer.Option("--term", help="Word that puts an entry there.")] = None,
    body: Body = None,
    own: Own = "",
    no_input: NoInput = False,
    content: Content = None,
) -> None:
    """Add a topic, with what puts an entry there.

    Example: dateline new topic --name Floods --term flood --term flooded
    """
    given: _Given = {"name": name, "parent": parent, "kinds": kinds, "terms": terms, "body": body}
    _begin("topics", given, content, own, no_input=no_input)


def _begin(folder: str, given: _Given, content: Path | None, own: str, *, no_input: bool) -> None:
    where = content_folder(content)
    answers = Answers(said=_answers(folder, given, where))
    _add(folder, answers, where, own, no_input=no_input)


def _answers(folder: str, given: _Given, content: Path) -> dict[str, authoring.Answer]:
    """Return what options say, names of pages as their ids."""
    names = authoring.known(content)
    folders = {question.key: question.folder for question in QUESTIONS[folder]}
    said: dict[str, authoring.Answer] = {}
    for key, value in given.items():
        parts = [value] if isinstance(value, str) else value
        if not parts:
            continue
        if folders.get(key):
            known = names(folders[key])
            parts = [authoring.id_for(one, known) or ids.slug(one) for one in parts]
        said[key] = parts[0] if isinstance(value, str) else tuple(parts)
    return said


def _add(
    folder: str,
    answers: Answers,
    content: Path,
    own: str,
    *,
    seeds: Path = Path("seeds"),
    more: Mapping[str, str] | None = None,
    no_input: bool,
) -> None:
    """Ask for what is not known yet, write the page, and say what to do next."""
    names, texts = authoring.known(content), read.Texts(seeds)
    if not no_input:
        asked = [one for one in QUESTIONS[folder] if not _drafted(one.key, answers)]
        answers = replace(answers, said=authoring.ask(asked, folder, answers.said, names))
    for _ in range(ROUNDS):
        page = authoring.drafted(
            folder, answers, content, own=own, texts=texts.get, more=more or {}
        )
        if not page.findings:
            break
        console.report(page.findings)
        wrong = _keys(folder, page.findings)
        if no_input or not wrong:
            raise typer.Exit(1)
        rest = {key: value for key, value in answers.said.items() if key not in wrong}
        again = [one for one in QUESTIONS[folder] if one.key in wrong]
        answers = replace(answers, said=authoring.ask(again, folder, rest, names))
    else:
        raise typer.Exit(1)
    for path in authoring.write_down(content, page, more or {}):
        console.tell(str(path))
    console.say("Next: read it through, run `dateline check`, and open a pull request.", "bold")


def _drafted(key: str, answers: Answers) -> bool:
    """Whether a draft from an article answers a question."""
    return bool(answers.fields) and (key not in ("title", "date", "kind") or key in answers.fields)


def _keys(folder: str, findings: tuple[Finding, ...]) -> set[str]:
    """Return the questions whose answers findings are about."""
    known = {question.key for question in QUESTIONS[folder]}
    named = {part for finding in findings for part in finding.field.split(".")}
    if any(finding.field == "sources" for finding in findings):
        named.add("url")
    if any(finding.code == "E015" for finding in findings):
        named.add("body")
    return known & named


def _chosen(
    source: str, content: Path, seeds: Path, pick: int | None, *, no_input: bool
) -> authoring.Choice:
    """Return the event of an article that the editor picks."""
    found, problems = authoring.choices(source, content, seeds)
    console.report(problems)
    if pick is not None and pick > len(found):
        raise UsageError(f"{source} tells {len(found)} events; there is no number {pick}")
    if pick is not None or len(found) == 1:
        return found[(pick or 1) - 1]
    if no_input:
        listed = "; ".join(f"{number} {one}" for number, one in enumerate(found, start=1))
        raise UsageError(f"pick one with --pick N: {listed}")
    return found[authoring.choose([str(one) for one in found])]


def _suggested(form: Path, answers: Answers, content: Path, own: str, seeds: Path) -> None:
    """Write what a form suggests, and report it in Markdown in which nothing acts."""
    made = authoring.suggestion(form, authoring.known(content))
    answers = replace(answers, said={**made.said, **answers.said})
    page = authoring.drafted("entries", answers, content, own=own, texts=read.Texts(seeds).get)
    if page.findings:
        _refused(page.findings)
    (path,) = authoring.write_down(content, page, {})
    where = f"{content.name}/{path.relative_to(content).as_posix()}"
    sys.stdout.write(f"A draft is in {escape.code(where)}.\n")
    for folder, names in made.unknown.items():
        if names:
            rows = "".join(f"- {escape.text(name)}\n" for name in names)
            sys.stdout.write(f"\nNot among the {folder} yet, and left out:\n\n{rows}")
    if made.kind:
        sys.stdout.write(f"\nThe kind was given as: {escape.text(made.kind)}\n")
    sys.stdout.write("\nA reviewer adds what is missing, and reads it against its source.\n")


def _refused(findings: tuple[Finding, ...]) -> NoReturn:
    """Say in Markdown why a suggestion is not taken."""
    sys.stdout.write("The suggestion cannot be used as it is:\n\n")
    for finding in findings:
        field = f"{finding.field}:" if finding.field else ""
        said = " ".join(filter(None, (field, f"{finding.message}.", finding.fix)))
        sys.stdout.write(f"- {escape.text(said)} ({finding.code})\n")
    raise typer.Exit(1)
