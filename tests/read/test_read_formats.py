"""Each format gives the same article."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.model import Article
from generator.read import find, read

STORY = (
    "The river Aune broke its banks on Tuesday and flooded the lower town of Vikstad.\n\n"
    "At least four people were hurt, the mayor said, and 300 homes lost power overnight.\n"
)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def only(path: Path) -> Article:
    articles, findings = read(path)
    assert findings == ()
    (article,) = articles
    return article


def test_plain_text_is_read_with_its_own_date_line(tmp_path: Path) -> None:
    article = only(
        write(tmp_path, "flood.txt", f"River floods town\n\n26 November 2025\n\n{STORY}")
    )

    assert article.id == "flood"
    assert article.text == f"River floods town\n\n26 November 2025\n\n{STORY}"
    assert article.published is not None
    assert article.published.date == dt.date(2025, 11, 26)
    assert article.published.evidence == "26 November 2025"
    assert article.published.origin == "text"


def test_a_sidecar_wins_over_everything(tmp_path: Path) -> None:
    write(
        tmp_path,
        "flood.yml",
        "title: Town under water\npublished: '2025-11-27'  # seen in print\nlanguage: en-GB\n"
        "publisher: Vikstad Echo\nurl: https://example.org/a\narchive: https://example.net/b\n",
    )
    page = f"---\ntitle: Other\npublished: 2025-11-20\npublisher: Other\n---\n{STORY}"

    article = only(write(tmp_path, "flood.md", page))

    assert article.title == "Town under water"
    assert article.publisher == "Vikstad Echo"
    assert article.language == "en"
    assert article.url == "https://example.org/a"
    assert article.archive == "https://example.net/b"
    assert article.published is not None
    assert article.published.origin == "sidecar"
    assert article.published.evidence == "published: '2025-11-27'  # seen in print"
    assert article.dct == dt.date(2025, 11, 27)


def test_front_matter_is_read_as_text_and_markup_is_taken_off(tmp_path: Path) -> None:
    page = (
        "---\ntitle: NO\npublished: 2025-11-26\nnote: own words\n---\n\n"
        "# The flood\n\nThe **river** broke [its banks](https://example.org/x) on\n"
        "Tuesday, the `mayor` said.\n\n- 300 homes\n- 4 hurt\n\n> \u201cWe _saw_ it\u201d\n"
    )

    article = only(write(tmp_path, "flood.md", page))

    assert article.title == "NO"
    assert article.published is not None
    assert article.published.evidence == "published: 2025-11-26"
    assert article.text == (
        "# The flood\n\nThe river broke its banks on Tuesday, the mayor said.\n\n"
        "- 300 homes\n- 4 hurt\n\n\u201cWe saw it\u201d\n"
    )


def test_html_gives_the_story_and_the_metadata_of_json_ld(tmp_path: Path) -> None:
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Echo"},
            {
                "@type": "NewsArticle",
                "headline": "River floods &amp; cuts off town",
                "datePublished": "2025-11-26T08:00:00+01:00",
                "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Tom Roe"}],
                "publisher": {"@type": "Organization", "name": "Vikstad Echo"},
                "url": "https://example.org/flood",
            },
        ],
    }
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.strip().split("\n\n"))
    page = (
        f"<html lang=en-GB><head><title>x | Echo</title><script type='application/ld+json'>"
        f"{json.dumps(linked)}</script></head><body><nav><a href=/>Home</a></nav><article>"
        f"<h1>River floods town</h1>{paragraphs * 3}</article><footer>About us</footer></body>"
    )

    article = only(write(tmp_path, "flood.html", page))

    assert article.title == "River floods & cuts off town"
    assert article.byline == "Ann Lee, Tom Roe"
    assert article.publisher == "Vikstad Echo"
    assert article.url == "https://example.org/flood"
    assert article.published is not None
    assert article.published.evidence == "datePublished: 2025-11-26T08:00:00+01:00"
    assert article.published.origin == "metadata"
    assert "At least four people were hurt" in article.text
    assert "About us" not in article.text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2025-11-26T23:30:00Z">', 26),
        ('<meta name="date" content="November 26, 2025">', 26),
        ('<link rel="canonical" href="https://example.org/2025/11/26/flood">', 26),
        ('<meta name="date" content="2025-02-30">', None),
        ('<meta name="date" content="2025-11">', None),
        ('<meta property="article:modified_time" content="2025-11-26">', None),
    ],
)
def test_a_date_of_html_is_a_whole_day_that_the_page_states(
    tmp_path: Path, head: str, day: int | None
) -> None:
    page = f"<html><head>{head}</head><body><p>{STORY * 2}</p></body></html>"

    articles, findings = read(write(tmp_path, "flood.html", page))

    assert articles[0].dct == (dt.date(2025, 11, day) if day else None)
    assert [finding.code for finding in findings] == ([] if day else ["E101"])


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5000 + f"<p>{STORY}</p>" + "</div>" * 5000,
        f"<p>{STORY}" + "<i></i>" * 20_000,
        f"<main><p>{STORY}</p></main>" + "<p>Other news</p>" * 3,
    ],
    ids=["five thousand nested elements", "too many elements", "main element"],
)
def test_where_trafilatura_gives_up_the_visible_text_is_taken(tmp_path: Path, body: str) -> None:
    (article,), _ = read(write(tmp_path, "flood.html", f"<html><body>{body}</body></html>"))

    assert "The river Aune broke its banks on Tuesday" in article.text
    assert "<" not in article.text


def test_a_json_object_a_list_and_a_wrapped_list_are_read(tmp_path: Path) -> None:
    record = {
        "headline": "River floods town",
        "body": STORY,
        "publishedAt": "2025-11-26T08:00:00Z",
        "source": {"id": None, "name": "Vikstad Echo"},
        "author": "Ann Lee",
        "link": "https://example.org/flood",
    }

    single = only(write(tmp_path, "one.json", json.dumps(record)))
    listed, _ = read(write(tmp_path, "two.json", json.dumps([record, {**record, "id": "b/c"}])))
    wrapped, _ = read(write(tmp_path, "three.json", json.dumps({"articles": [record] * 2})))

    assert single.id == "one"
    assert single.title == "River floods town"
    assert single.publisher == "Vikstad Echo"
    assert single.url == "https://example.org/flood"
    assert single.dct == dt.date(2025, 11, 26)
    assert [article.id for article in listed] == ["two-0001", "two-b-c"]
    assert [article.id for article in wrapped] == ["three-0001", "three-0002"]


def test_the_only_article_of_a_json_file_has_the_stem_for_its_id(tmp_path: Path) -> None:
    record = json.dumps({"id": "1", "text": STORY, "published": "2025-11-26"})

    flood = only(write(tmp_path, "flood.json", record))
    strike = only(write(tmp_path, "strike.json", record))
    listed = only(write(tmp_path, "wires.json", f"[{record}]"))
    (line,), _ = read(write(tmp_path, "feed.jsonl", record))

    assert [a.id for a in (flood, strike, listed)] == ["flood", "strike", "wires"]
    assert line.id == "feed-1"


def test_html_within_json_is_read_as_html(tmp_path: Path) -> None:
    record = {"content": "<p>The dam <b>broke</b>.</p><p>All were saved.</p>", "date": "2024-05-03"}

    article = only(write(tmp_path, "dam.json", json.dumps(record)))

    assert article.text == "The dam broke.\n\nAll were saved."


def test_json_lines_are_read_past_a_broken_line(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": STORY, "published": "2025-11-26"}),
        "{broken",
        json.dumps(
            {"text": "The line \u2028 separator does not part lines.", "date": "2024-05-03"}
        ),
        json.dumps({"id": "a", "text": "Again.", "published": "2025-11-26"}),
        json.dumps(["no object"]),
    ]

    articles, findings = read(write(tmp_path, "all.jsonl", "\n".join(lines)))

    assert [article.id for article in articles] == ["all-a", "all-0003"]
    assert [(finding.line, finding.code) for finding in findings] == [
        (2, "E110"),
        (4, "E102"),
        (5, "E110"),
    ]


def test_an_address_with_a_day_dates_an_article_that_says_no_date(tmp_path: Path) -> None:
    write(tmp_path, "flood.yml", "url: https://example.org/news/2025/11/26/flood.html\n")

    article = only(write(tmp_path, "flood.txt", STORY))

    assert article.published is not None
    assert article.published.evidence == "/2025/11/26"
    assert article.dct == dt.date(2025, 11, 26)


def test_find_lists_articles_and_leaves_sidecars_links_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "a.yml", ".hidden.txt", "README.md", "picture.png"):
        write(tmp_path, name, "x")
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", "c.html", "x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")

    assert [path.relative_to(tmp_path).as_posix() for path in find(tmp_path)] == [
        "a.md",
        "b.txt",
        "sub/c.html",
    ]
    with pytest.raises(UsageError, match="there is no file or folder"):
        find(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Überflutung in Ålesund.txt", "Uberflutung-in-Alesund"),
        ("con.txt", "con_"),
        ("--x.txt", "x"),
        ("2025-11-26_flood.v2.txt", "2025-11-26_flood.v2"),
    ],
)
def test_a_report_id_is_the_stem_made_safe(tmp_path: Path, name: str, ident: str) -> None:
    articles, _ = read(write(tmp_path, name, STORY))

    assert articles[0].id == ident
