"""Files of many articles: record by record, each past a broken one."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from generator.errors import Finding, UsageError
from generator.model import Article
from generator.read import Again, Texts, read, sources, stream
from generator.read.archives import packed
from generator.settings import ARTICLE_LIMIT, BROKEN_IN_A_ROW

squeezed = partial(gzip.compress, mtime=0)
"""The same bytes whenever it is called: they name tests, which all workers must agree on."""
FLOOD = "The river Aune broke its banks on Tuesday and flooded the lower town of Vikstad."
STRIKE = "Bus drivers in Porto walked out on Thursday, and their union said more would follow."
TRIAL = "A court in Quito acquitted two former ministers on Friday after a trial of nine months."
ROWS = (
    {"id": "a/1", "title": "Town flooded", "text": FLOOD, "published": "2025-11-26"},
    {"url": "https://porto.example/2025/strike?n=1", "body": STRIKE, "date": "2025-11-27"},
    {"headline": "Acquitted", "content": TRIAL, "publishedAt": "2025-11-28", "source": "The Echo"},
)
PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>{text} Nobody could say how long it would last, and the mayor asked for patience.</p>
<p>It was the third time in ten years, residents said, and none of them was surprised.</p>
</article></body></html>"""


def lines(rows: Iterable[Mapping[str, object]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def table(rows: Iterable[Mapping[str, object]], **how: object) -> bytes:
    written = io.BytesIO()
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: [row.get(name) for row in rows] for name in names}
    parquet.write_table(pa.table(columns), written, **how)
    return written.getvalue()


class Crawl:
    """A WARC file in the making."""

    def __init__(self, *, packed: bool = True) -> None:
        self._packed = packed
        self._records = [self._record("warcinfo", "", b"software: test\r\n")]

    def add(
        self,
        url: str,
        body: bytes,
        *,
        status: str = "200 OK",
        kind: str = "text/html; charset=utf-8",
        more: str = "",
    ) -> None:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode()
        self._records.append(self._record("response", url, head + body))

    def raw(self) -> bytes:
        return b"".join(squeezed(one) if self._packed else one for one in self._records)

    @staticmethod
    def _record(kind: str, url: str, block: bytes) -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        head += f"WARC-Date: 2025-11-26T10:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n"
        return head.encode() + block + b"\r\n\r\n"


def page(title: str, text: str) -> bytes:
    return PAGE.format(title=title, text=text).encode()


def written(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def found(path: Path) -> tuple[tuple[Article, ...], list[tuple[int, str]]]:
    articles, findings = read(path)
    assert all(one.fix for one in findings)
    return articles, [(one.line, one.code) for one in findings]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("wire.jsonl", lines(ROWS)),
        ("wire.jsonl.gz", squeezed(lines(ROWS))),
        ("wire.ndjson", b"\xef\xbb\xbf" + lines(ROWS).replace(b"\n", b"\r\n")),
        ("wire.jsonl", lines(ROWS).decode().encode("utf-16")),
        ("wire.parquet", table(ROWS)),
        ("wire.parquet", table(ROWS, row_group_size=1, compression="zstd")),
    ],
)
def test_each_format_gives_the_same_articles(tmp_path: Path, name: str, raw: bytes) -> None:
    articles, problems = found(written(tmp_path, name, raw))

    assert problems == []
    assert [one.text for one in articles] == [FLOOD, STRIKE, TRIAL]
    assert [one.dct for one in articles] == [dt.date(2025, 11, day) for day in (26, 27, 28)]
    assert articles[0].title == "Town flooded"
    assert articles[2].publisher == "The Echo"


def test_a_record_is_named_by_its_id_its_address_or_where_it_stands(tmp_path: Path) -> None:
    one, _ = found(written(tmp_path, "wire.jsonl", lines(ROWS)))
    (tmp_path / "other").mkdir()
    other, _ = found(written(tmp_path / "other", "copy.parquet", table(ROWS[1:])))
    beside, _ = found(
        written(
            tmp_path,
            "near.jsonl",
            lines([{**ROWS[1], "url": "https://porto.example/2025/strike?n=2"}]),
        )
    )

    assert [a.id for a in one] == ["wire-a-1", one[1].id, "wire-0003"]
    assert one[1].id.startswith("porto.example-2025-strike-")
    assert [a.id for a in other] == [one[1].id, "copy-0002"]
    assert beside[0].id != one[1].id


def test_the_same_article_once_more_is_passed_over(tmp_path: Path) -> None:
    crawl = Crawl()
    for text in (FLOOD, STRIKE, FLOOD, f"{FLOOD} It was the second."):
        crawl.add(f"https://aune.example/{text[:9]}", page("Once", text))

    articles, problems = found(written(tmp_path, "crawl.warc.gz", crawl.raw()))

    assert len(articles) == 2
    assert problems == [(5, "E102")]


def test_a_sidecar_tells_of_all_records(tmp_path: Path) -> None:
    written(tmp_path, "wire.yml", b"publisher: The Coast Wire\nlanguage: en-GB\n")

    articles, problems = found(written(tmp_path, "wire.jsonl.gz", squeezed(lines(ROWS))))

    assert problems == []
    assert {one.publisher for one in articles} == {"The Coast Wire"}


def test_days_and_times_of_a_table_are_days(tmp_path: Path) -> None:
    rows = [
        {"text": FLOOD, "published": pa.scalar(ns, pa.timestamp("ns"))}
        for ns in (1_764_115_200_000_000_001, 1_764_201_600_000_000_000)
    ]
    rows += [{"text": STRIKE, "published": None}]
    raw = table([{**row, "extra": [{"a": 1}] * 3} for row in rows])

    articles, problems = found(written(tmp_path, "wire.parquet", raw))

    assert [one.dct for one in articles] == [dt.date(2025, 11, 26), dt.date(2025, 11, 27), None]
    assert problems == [(3, "E101")]


@pytest.mark.parametrize("packed", [True, False])
def test_web_pages_of_a_crawl_are_read_and_nothing_else(tmp_path: Path, packed: bool) -> None:
    crawl = Crawl(packed=packed)
    crawl.add("https://aune.example/flood", page("Town flooded", FLOOD))
    crawl.add("https://aune.example/gone", page("Gone", FLOOD), status="404 Not Found")
    crawl.add("https://aune.example/x.png", b"\x89PNG", kind="image/png")
    crawl.add(
        "https://porto.example/2024/03/05/strike.html",
        squeezed(page("Strike", STRIKE)),
        more="Content-Encoding: gzip\r\n",
    )
    chunked = page("Trial", TRIAL)
    crawl.add(
        "https://quito.example/trial",
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(chunked), chunked),
        more="Transfer-Encoding: chunked\r\n",
    )

    articles, problems = found(written(tmp_path, f"crawl.warc{'.gz' * packed}", crawl.raw()))

    assert problems == []
    assert [one.title for one in articles] == ["Town flooded", "Strike", "Trial"]
    assert articles[0].url == "https://aune.example/flood"
    assert articles[0].id.startswith("aune.example-flood-")
    assert TRIAL in articles[2].text
    assert [one.dct for one in articles] == [
        dt.date(2025, 11, 26),
        dt.date(2024, 3, 5),
        dt.date(2025, 11, 26),
    ]


def test_the_day_of_the_crawl_stands_in_only_where_the_page_has_none(tmp_path: Path) -> None:
    crawl = Crawl()
    dated = page("Flood", FLOOD).replace(
        b"<head>", b'<head><meta property="article:published_time" content="2023-02-01T08:00:00Z">'
    )
    crawl.add("https://aune.example/a", dated)
    crawl.add("https://aune.example/b", page("Flood", FLOOD))

    (dated_article, bare), _ = found(written(tmp_path, "crawl.warc.gz", crawl.raw()))

    assert dated_article.dct == dt.date(2023, 2, 1)
    assert bare.published is not None
    assert bare.published.evidence == "WARC-Date: 2025-11-26"


def test_the_encoding_of_a_page_is_the_one_that_its_server_named(tmp_path: Path) -> None:
    crawl = Crawl()
    text = "Ріка вийшла з берегів у вівторок. " * 12
    body = PAGE.format(title="Повінь", text=text).encode("cp1251")
    crawl.add("https://aune.example/a", body, kind="text/html; charset=windows-1251")

    (article,), _ = found(written(tmp_path, "crawl.warc.gz", crawl.raw()))

    assert article.title == "Повінь"


def test_a_broken_line_is_one_finding_and_the_rest_is_read(tmp_path: Path) -> None:
    good = lines(ROWS).split(b"\n")
    bad = [b"{broken", b"5", b'{"title": "x"}', b'{"text": ["a"]}', b'{"text": " "}', b"\xff" * 9]
    bad += [b"[" * 100_000, b'{"text": "' + b"x" * ARTICLE_LIMIT + b'"}', squeezed(b"{}" * 9)]
    raw = b"\n".join([good[0], *bad, good[1], b"", good[2]])

    articles, problems = found(written(tmp_path, "wire.jsonl.gz", squeezed(raw)))

    assert [one.text for one in articles] == [FLOOD, STRIKE, TRIAL]
    assert [line for line, _ in problems] == [*range(2, 11)]
    assert {code for _, code in problems} == {"E104", "E106", "E110"}


def test_a_broken_row_is_one_finding_and_the_rest_is_read(tmp_path: Path) -> None:
    bytes_as_text = pa.Array.from_buffers(
        pa.string(), 3, pa.array([FLOOD.encode(), b"\xff\xfe bad", TRIAL.encode()]).buffers()
    )
    raw = io.BytesIO()
    parquet.write_table(pa.table({"text": bytes_as_text, "date": ["2025-11-26"] * 3}), raw)

    articles, problems = found(written(tmp_path, "wire.parquet", raw.getvalue()))
    odd, odd_problems = found(
        written(tmp_path, "odd.parquet", table([{"text": 5}, {"text": 6}, {"text": None}]))
    )

    assert [one.text for one in articles] == [FLOOD, TRIAL]
    assert problems == [(2, "E110")]
    assert odd == ()
    assert odd_problems == [(1, "E110"), (2, "E110"), (3, "E110")]


def test_a_page_that_cannot_be_read_is_one_finding_and_the_rest_is_read(tmp_path: Path) -> None:
    crawl = Crawl()
    bomb = squeezed(b"<p>" * (ARTICLE_LIMIT // 2))
    hostile = [
        (b"<script>1</script>", ""),
        (bytes(range(256)) * 64, ""),
        (bomb, "Content-Encoding: gzip\r\n"),
        (b"\x0b\x02\x80", "Content-Encoding: br\r\n"),
        (b"<p>" * (ARTICLE_LIMIT // 2), ""),
    ]
    for number, (body, more) in enumerate(hostile):
        crawl.add(f"https://evil.example/{number}", body, more=more)
    crawl.add("https://evil.example/x", b"7fffffff\r\nabc", more="Transfer-Encoding: chunked\r\n")
    crawl.add("https://evil.example/y", b"", status="20")
    crawl.add("https://aune.example/flood", page("Town flooded", FLOOD))

    articles, problems = found(written(tmp_path, "crawl.warc.gz", crawl.raw()))

    assert articles[-1].title == "Town flooded"
    assert problems[:5] == [(2, "E113"), (3, "E105"), (4, "E106"), (5, "E110"), (6, "E106")]


@pytest.mark.parametrize(("line", "findings"), [(b"\n", 1), (b"{}\n", BROKEN_IN_A_ROW + 1)])
def test_a_file_of_broken_lines_is_given_up(tmp_path: Path, line: bytes, findings: int) -> None:
    raw = squeezed(lines(ROWS) + line * 4 * BROKEN_IN_A_ROW + lines(ROWS))

    articles, problems = found(written(tmp_path, "wire.jsonl.gz", raw))

    assert len(articles) == len(ROWS)
    assert problems[-1][1] == "E115"
    assert len(problems) == findings


@pytest.mark.parametrize("cut", [0.4, 0.6, 0.95])
@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "wire.jsonl.gz", "wire.parquet"])
def test_what_comes_before_a_file_breaks_off_is_read(tmp_path: Path, name: str, cut: float) -> None:
    crawl = Crawl(packed=name.endswith("gz"))
    for number in range(40):
        crawl.add(f"https://aune.example/{number}", page("Town flooded", f"{FLOOD} {number}"))
    row = {"text": FLOOD, "date": "2025-11-26"}
    many = lines({**row, "text": f"{FLOOD} {number * 7919}"} for number in range(9999))
    raw = {"jsonl": squeezed(many), "warc": crawl.raw(), "parquet": table([row] * 99)}
    whole = raw[name.split(".")[1]]

    articles, problems = found(written(tmp_path, name, whole[: int(len(whole) * cut)]))

    assert [code for _, code in problems] == ["E115"]
    assert bool(articles) == (name != "wire.parquet")
    assert all(one.text.startswith(FLOOD[:20]) or FLOOD in one.text for one in articles)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.jsonl", bytes(range(256)) * 400, "E105"),
        ("a.jsonl", b"%PDF-1.7", "E105"),
        ("a.jsonl", b"", "E104"),
        ("a.jsonl.gz", squeezed(squeezed(lines(ROWS))), "E105"),
        ("a.jsonl.gz", squeezed(lines(ROWS))[:20], "E115"),
        ("a.jsonl.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 99, "E115"),
        ("a.warc", b"", "E105"),
        ("a.warc", b"WARC/", "E115"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\nabc", "E115"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\n\r\nabc", "E115"),
        ("a.warc", b"WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\nabc", "E115"),
        ("a.warc", b"http://x.example/ 1.2.3.4 20251126 text/html 10\n", "E105"),
        ("a.warc.gz", squeezed(squeezed(b"WARC/1.0\r\n")), "E105"),
        ("a.warc.gz", squeezed(b"WARC/1.0 " + b"x" * 3_000_000), "E115"),
        ("a.parquet", b"", "E115"),
        ("a.parquet", b"PAR1" + b"\xff" * 99 + b"PAR1", "E115"),
        ("a.parquet", lines(ROWS), "E115"),
    ],
)
def test_a_file_of_nothing_is_one_finding(tmp_path: Path, name: str, raw: bytes, code: str) -> None:
    articles, problems = found(written(tmp_path, name, raw))

    assert articles == ()
    assert [one for _, one in problems] == [code]


@pytest.mark.parametrize("name", ["bomb.jsonl.gz", "bomb.warc.gz"])
def test_a_bomb_is_given_up(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "SLACK", 1_000_000)
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    head = b"\n" if "jsonl" in name else b"WARC/1.0\r\nContent-Length: 50000000\r\n\r\n"
    raw = pack.compress(head) + b"".join(pack.compress(b"\n" * 1_000_000) for _ in range(50))

    articles, problems = found(written(tmp_path, name, raw + pack.flush()))

    assert articles == ()
    assert [code for _, code in problems] == ["E115"]


def test_records_are_taken_one_at_a_time(tmp_path: Path) -> None:
    path = written(tmp_path, "wire.jsonl", lines(ROWS) + b"{broken")
    (source,) = sources(str(path))

    taken = stream(source)
    first = next(taken)
    path.write_bytes(b"")

    assert isinstance(first, Article)
    assert isinstance(list(taken)[-1], Finding)


def test_a_text_is_found_again(tmp_path: Path) -> None:
    crawl = Crawl()
    crawl.add("https://aune.example/flood", page("Town flooded", FLOOD))
    written(tmp_path, "crawl.warc.gz", crawl.raw())
    written(tmp_path, "wire.jsonl.gz", squeezed(lines(ROWS)))
    written(tmp_path, "table.parquet", table(ROWS[:1]))
    texts, again = Texts(tmp_path), Again()

    for source in sources(str(tmp_path)):
        for one in stream(source):
            assert isinstance(one, Article)
            assert texts.get(one.id) == one.text == again.get(source, one.id)
    assert texts.get("wire-none") is None
    assert texts.get("wire-\ud800") is None


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [
        ("a.parquet", "pyarrow.parquet", "parquet"),
        ("a.warc", "warcio.archiveiterator", "warc"),
    ],
)
def test_a_missing_package_is_named_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(UsageError, match=rf"pip install 'dateline\[{extra}\]'"):
        read(written(tmp_path, name, b"x"))
