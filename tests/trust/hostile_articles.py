"""Articles made to break what reads them, and good ones to stand among them."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

PLACES = ("Bergen", "Lisbon", "Toronto", "Nairobi", "Izmir", "Quito", "Osaka", "Lima")
DEEDS = (
    "A ferry sank off {place} overnight, killing {number} people, the coast guard said.",
    "Some {number}00 nurses went on strike in {place} on Tuesday, their union said.",
    "A court in {place} sentenced {number} former ministers to prison on Tuesday.",
    "Floods in {place} forced {number},000 people from their homes on Monday, officials said.",
    "A power cut left {number},000 homes in {place} without light on Monday night.",
)
STORY = "The dam above Izmir broke on Monday and nobody was hurt, officials said.\n"


def good(folder: Path, number: int) -> None:
    """Write so many articles that tell something, each with its date."""
    for at in range(number):
        place, deed = PLACES[at % len(PLACES)], DEEDS[at // len(PLACES) % len(DEEDS)]
        text = deed.format(place=place, number=at % 9 + 2)
        month, day = at // 28 % 12 + 1, at % 28 + 1
        (folder / f"good-{at}.txt").write_text(f"{text}\n\nRain is expected.\n", encoding="utf-8")
        (folder / f"good-{at}.yml").write_text(
            f"published: 2024-{month:02}-{day:02}\npublisher: Coast Wire\n", encoding="utf-8"
        )


def hostile(folder: Path, number: int) -> int:
    """Write so many hostile files, each sort in turn, and return how many sorts there are."""
    sorts = list(files().items())
    for at in range(number):
        name, raw = sorts[at % len(sorts)]
        stem, _, ending = name.rpartition(".")
        (folder / f"evil-{at}-{stem}.{ending}").write_bytes(raw)
        if at % 3 == 0:
            (folder / f"evil-{at}-{stem}.yml").write_bytes(b"a: &a [*a, *a]\npublished: [[[[\n")
    (folder / "evil-link.txt").symlink_to("/etc/passwd")
    (folder / "evil-loop").symlink_to(folder)
    (folder / "evil-device.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "evil-pipe.txt")
    return len(sorts) + 4


def files() -> dict[str, bytes]:
    """Return hostile files by name."""
    zeros = io.BytesIO()
    with zipfile.ZipFile(zeros, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("article.txt", b"\0" * 20_000_000)
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    entities = (
        f'<!DOCTYPE html [<!ENTITY e0 "boom">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    )
    story = STORY.encode()
    page = b"<html><body><article><p>" + story
    return {
        "empty.txt": b"",
        "blank.html": b" \n" * 1_000,
        "zip.txt": zeros.getvalue(),
        "zip.html": zeros.getvalue(),
        "gzip.html": gzip.compress(b"<p>" * 3_000_000),
        "gzip.json": gzip.compress(b"[" * 3_000_000),
        "entities.html": (entities + "<p>&e11; &f;").encode() + story,
        "nested.html": b"<div>" * 5_000 + story + b"</div>" * 5_000,
        "open.html": page + b"<b><i><span x=y>" * 5_000,
        "tables.html": page + b"<table><tr><td>" * 5_000,
        "comments.html": page + b"<!--" * 20_000,
        "attributes.html": page + b"<p " + b"a=b " * 1_000 + b">",
        "quotes.html": page + b"<a href='" * 2_000,
        "scripts.html": page + b"<script>while(1);</script><base href=//evil.example>" * 500,
        "linked.html": page + b'<script type="application/ld+json">' + b"[" * 50_000,
        "meta.html": b"<meta charset=utf-7><title>+ADw-script+AD4-</title>" + page,
        "line.txt": b"word " * 2_000_000,
        "letters.txt": b"a" * 30_000,
        "stops.txt": b"." * 30_000 + story,
        "quotation.txt": "“".encode() * 2_000 + story,
        "brackets.txt": b"(" * 4_000 + story,
        "capitals.txt": b"President " * 500 + story,
        "numbers.txt": b"1,000 " * 500 + story,
        "dates.txt": b"Nov 24 and 25 " * 100 + story,
        "marks.txt": ("a" + "\u0301" * 100_000).encode() + story,
        "controls.txt": story + bytes(range(1, 32)) + story,
        "escapes.txt": b"\x1b[2J\x1b]0;x\x07" + story,
        "bidirectional.txt": "\u202e\u2066".encode() * 500 + story,
        "latin.html": b'<meta charset="utf-8">' + page + "caf\xe9 Zürich".encode("latin-1"),
        "utf16.txt": story.decode().encode("utf-16"),
        "halves.txt": story + b"\xed\xa0\x80\xff\xfe" + story,
        "shift.txt": "東京で地震があった。".encode("shift_jis") * 50,
        "binary.txt": bytes(range(256)) * 400,
        "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        "deep.json": b'{"text":' * 20_000,
        "digits.json": b'{"published": ' + b"9" * 100_000 + b"}",
        "wrong.json": b'{"text": {"a": [1, null, true]}, "title": [[]], "published": 1e999}',
        "same.jsonl": b'{"id": "x", "text": "A dam broke."}\n' * 300,
        "bomb.jsonl.gz": gzip.compress(b"\n" * 20_000_000),
        "cut.jsonl.gz": gzip.compress(b'{"text": "A dam broke on Monday."}\n')[:30],
        "length.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nHTTP",
        "header.warc.gz": gzip.compress(b"WARC/1.0 " + b"a" * 9_000_000),
        "noise.parquet": b"PAR1" + bytes(range(256)) * 40 + b"PAR1",
        "path.jsonl": b'{"id": "../../../escaped", "text": "A dam broke on Monday."}\n',
        "front.md": b"---\na: &a [*a]\npublished: !!python/name:os.system\n---\n" + story,
        "snippet.md": b"--8<-- '/etc/passwd'\n\n![x](file:///etc/passwd)\n\n" + story,
        "lists.md": b"".join(b"  " * at + b"- a\n" for at in range(80)) + story,
    }
