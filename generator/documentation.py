"""The reference pages under `docs/`, made from what the program itself goes by.

    python -m generator.documentation docs

writes them anew; a test fails where they no longer say what the program does.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from generator import edtf, lexicons
from generator.content import PAGES, examples

QUOTES = """\
A quote is plain text, copied from the report letter for letter; `[…]` joins two passages. Where
the passage stands in the report twice, write it as `exact`, with the words right before it as
`prefix`. A claim's `source` is the `report` or the `url` of one of the entry's sources.
"""

FOLDERS = {
    "entries": "content/entries/YYYY/ID.md: one event",
    "actors": "content/actors/ID.md: a person, organisation, state or group",
    "places": "content/places/ID.md: a place",
    "topics": "content/topics/ID.md: a topic",
}

CONTENT_INTRODUCTION = """\
# What the files under `content/` hold

A page is Markdown with front matter between two lines of `---`. Front matter is read strictly: each
value is text first and then typed as below; aliases, anchors, tags, repeated keys and unknown keys
are refused. The id of a page is the stem of its file: lower-case ASCII, joined by hyphens. An
entry's id is `YYYY-MM-DD-slug`, `YYYY-MM-slug`, `YYYY-slug` or `undated-slug`, and never changes.

The same as JSON Schema, for editors and programs, stands on the published site:
`schema/entries.json`, `schema/actors.json`, `schema/places.json` and `schema/topics.json`.

An entry's body says what happened in neutral words. The body of an actor, place or topic is the
curator's introduction; its list of entries is made when the site is built.
"""

DATES = (
    "2027-10-14",
    "2027-10",
    "2027",
    "2027-10-14/2027-10-16",
    "2027-10-14~",
    "2027-10?",
    "2027-10-14/..",
    "../2027-10-14",
    "2027-21",
    "202X",
)
"""Dates of each sort that front matter takes."""

FINDINGS_INTRODUCTION = """\
# Findings

What `dateline check` and the other commands report, by code. A finding names the file, the line and
the field; the codes never change their meaning.

`dateline check --fix` mends what has one right answer: dates that are not EDTF but can mean one
date alone (`c. 2027`, `4-6 May 2027`), names written out where an id belongs, values that want
quotes, quotes that differ from their report in the shape of marks, ids that stand twice, the order
of keys and topics, and spaces. It changes nothing else in a file. `--since REV` looks at the pages
that changed since a revision, and at those that name what was deleted.
"""


def pages() -> dict[str, str]:
    """Return the text of each reference page by its file name."""
    return {"content.md": _content(), "findings.md": _findings()}


def _content() -> str:
    parts = [CONTENT_INTRODUCTION, _examples(), _dates(), _kinds()]
    for name, model in PAGES.items():
        schema = model.model_json_schema()
        parts.append(f"## {FOLDERS[name]}\n\n{_table(schema)}")
        for title, definition in schema.get("$defs", {}).items():
            parts.append(_definition(title, definition))
    return "\n".join(parts)


def _definition(title: str, definition: dict[str, Any]) -> str:
    """Describe what several fields are made of: keys and values, or one of a few words."""
    for option in definition.get("anyOf", ()):
        if "properties" in option:
            return _definition(title, option)
    said = definition.get("description", "")
    listed = "enum" in definition
    values = f"One of {_type(definition)}.\n" if listed else _table(definition)
    return f"### {title}\n\n{said}\n\n{values}"


def _examples() -> str:
    parts = [
        "## An entry, an actor, a place and a topic to copy\n",
        "Copy the file, change its name and its values, and run `dateline check`.\n",
    ]
    for path, text in examples.PAGES.items():
        parts.append(f"`content/{path}`:\n\n```markdown\n{text}```\n")
    parts.append(QUOTES)
    return "\n".join(parts)


def _dates() -> str:
    rows = [f"| `{date}` | {edtf.people(date)} |" for date in DATES]
    head = ["## Dates\n", "Dates are in EDTF, level 0 or 1.\n", "| written | means |", "|---|---|"]
    return "\n".join([*head, *rows, ""])


def _kinds() -> str:
    rows = [f"| `{row[0]}` | {row[1]} |" for row in lexicons.table("en/event_kinds")]
    head = [
        "## Kinds of events\n",
        "`statement` is for what was only said, `planned` for what lies ahead. A curator may write",
        "another kind, in lower-case ASCII.\n",
        "| kind | label |",
        "|---|---|",
    ]
    return "\n".join([*head, *sorted([*rows, "| `planned` | Planned |"]), ""])


def _table(schema: dict[str, Any]) -> str:
    required = set(schema.get("required", ()))
    rows = [
        f"| `{name}` | {'yes' if name in required else ''} | {_type(field)} |"
        f" {field.get('description', '')} |"
        for name, field in schema["properties"].items()
    ]
    return "\n".join(["| key | required | type | meaning |", "|---|---|---|---|", *rows, ""])


def _type(field: dict[str, Any]) -> str:
    """Name a JSON Schema type in a few words."""
    if "$ref" in field:
        return str(field["$ref"].rsplit("/", 1)[-1])
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        kinds = [_type(option) for option in field["anyOf"] if option.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}" if "items" in field else "list"
    return str(field.get("type", "text")).replace("string", "text")


def _findings() -> str:
    rows = [f"## {code}\n\n{meaning}\n\n{mend}\n" for code, meaning, mend in _codes()]
    return "\n".join([FINDINGS_INTRODUCTION, *rows])


def _codes() -> tuple[tuple[str, ...], ...]:
    return lexicons.table("findings")


def main() -> None:
    """Write the pages into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
