from generator.model import Article, Part
from generator.segment.paragraphs import PARAGRAPH_LIMIT, chunks, paragraphs


def parts(text: str, title: str | None = None) -> list[tuple[Part, int, str]]:
    article = Article(id="a", text=text, title=title)
    return [(p.part, p.number, text[p.start : p.end]) for p in paragraphs(article)]


def test_title_headings_body_and_items_are_told_apart() -> None:
    text = (
        "Dam Bursts Above Valley Town\n\nDam Bursts Above Valley Town\n"
        "Crews counted the damage:\n• 40 houses\n• two bridges\n\nWhat Comes Next\n"
        "The governor will visit on Monday.\n"
    )
    assert parts(text, "Dam Bursts Above Valley Town") == [
        (Part.TITLE, 0, "Dam Bursts Above Valley Town"),
        (Part.TITLE, 1, "Dam Bursts Above Valley Town"),
        (Part.BODY, 2, "Crews counted the damage:"),
        (Part.ITEM, 2, "40 houses"),
        (Part.ITEM, 2, "two bridges"),
        (Part.HEADING, 3, "What Comes Next"),
        (Part.BODY, 4, "The governor will visit on Monday."),
    ]


def test_a_lone_dash_is_no_item_but_two_are() -> None:
    assert parts("– The court rose at noon.\nIt sat again at two.")[0][0] is Part.BODY
    listed = parts("Losses:\n- one ferry\n- six cars\nNobody died.")
    assert [part for part, _, _ in listed] == [Part.BODY, Part.ITEM, Part.ITEM, Part.BODY]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "The launch was called off with forty seconds left on the clock after a\n"
        "sensor in the second stage reported a falling tank pressure, the agency\n"
        "said in a statement.\n"
    )
    assert len(parts(text)) == 1


def test_bullets_are_not_joined_as_wrapped_lines() -> None:
    items = "\n".join(
        f"• The {word} ward counted its ballots by hand until the morning"
        for word in ("first", "second", "third", "fourth")
    )
    assert len(parts("Results came slowly:\n" + items)) == 5


def test_a_text_of_one_bare_line_is_body() -> None:
    assert parts("Power cut hits capital") == [(Part.BODY, 0, "Power cut hits capital")]


def test_markdown_headings_lose_their_mark() -> None:
    assert parts("## Why it matters.\n\nPrices rose.")[0] == (Part.HEADING, 0, "Why it matters.")


def test_an_enormous_paragraph_is_cut_at_white_space_and_nothing_is_lost() -> None:
    text = "Water rose again. " * 2_000
    (paragraph,) = paragraphs(Article(id="a", text=text))
    pieces = list(chunks(text, paragraph))
    assert all(piece.end - piece.start <= PARAGRAPH_LIMIT for piece in pieces)
    assert "".join(text[p.start : p.end] for p in pieces) == text.strip()
