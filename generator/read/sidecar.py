"""Facts in a file beside the article (`NAME.yml`) and in its own front matter, read strictly."""

from __future__ import annotations

from generator.content import frontmatter
from generator.errors import Finding
from generator.read.decode import decode, normalise
from generator.read.facts import Facts
from generator.read.findings import BAD_FRONT_MATTER, EMPTY, NOT_TEXT, finding
from generator.read.given import Given
from generator.read.sources import Source, load

ENDINGS = (".yml", ".yaml")


def beside(source: Source) -> tuple[Facts, tuple[Finding, ...]]:
    """Return what the sidecar of an article says, for all articles of a file of many."""
    found = next(filter(None, map(source.beside, ENDINGS)), None)
    return _read(found) if found else (Facts(), ())


def _read(sidecar: Source) -> tuple[Facts, tuple[Finding, ...]]:
    name, raw = sidecar.name, load(sidecar)
    if isinstance(raw, Finding):
        return Facts(), () if raw.code == EMPTY else (raw,)
    text = decode(raw)
    if text is None:
        return Facts(), (finding(name, NOT_TEXT, "the file holds no text"),)
    text = normalise(text)
    lines = tuple(text.removeprefix("---\n").split("\n"))
    # One fence too many would begin a second document, which the reader takes for a body.
    page = "---\n" + "\n".join(lines) + "\n---\n"
    try:
        document = frontmatter.parse(page)
    except frontmatter.RefusedError as refused:
        return Facts(), (_refused(name, refused, -1),)
    if document.body:
        return Facts(), (finding(name, BAD_FRONT_MATTER, "a second document follows the first"),)
    given = Given(
        path=name,
        origin="sidecar",
        lines={key: line - 1 for key, line in document.lines.items()},
        source=lines,
    )
    given.unknown(document.meta, strict=True)
    facts = given.facts(document.meta)
    return facts, tuple(given.findings)


def in_front(text: str, name: str) -> tuple[Facts, str, tuple[Finding, ...]]:
    """Cut front matter off a text and read it; without any, the text is all there is."""
    parts = frontmatter.split(text)
    if parts is None:
        return Facts(), text, ()
    front, body, first = parts
    plain = front.lstrip("\n")
    shift = first + len(front) - len(plain) - 2
    try:
        document = frontmatter.parse(f"---\n{plain.rstrip()}\n---\n")
    except frontmatter.RefusedError as refused:
        return Facts(), body, (_refused(name, refused, shift),)
    given = Given(
        path=name,
        origin="front matter",
        lines={key: line + shift for key, line in document.lines.items()},
        source=tuple(text.split("\n")),
    )
    given.unknown(document.meta, strict=False)
    return given.facts(document.meta), body, tuple(given.findings)


def _refused(name: str, refused: frontmatter.RefusedError, shift: int) -> Finding:
    line = max(refused.line + shift, 0) if refused.line else 0
    return finding(
        name, BAD_FRONT_MATTER, refused.message, line=line, field=refused.key, fix=refused.fix
    )
