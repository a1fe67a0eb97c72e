import pytest

from generator.model import Article
from generator.segment.paragraphs import paragraphs
from generator.segment.quotations import quotations


def quoted(text: str) -> list[str]:
    stretches = paragraphs(Article(id="a", text=text))
    return [text[span.start : span.end] for span in quotations(text, stretches)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It shook,” she said. “Then silence.”", ["“It shook,”", "“Then silence.”"]),
        ('He called it "a farce" and left.', ['"a farce"']),
        ("“He cried ‘Fire!’ and ran,” she said.", ["“He cried ‘Fire!’ and ran,”"]),
        ("The voters’ lists and Peru’s mayors’ pay.", []),
        ("The pipe was 12\" wide and 6' long.", []),
        ("“One. Two. Three.” Then four.", ["“One. Two. Three.”"]),
        ("“She cried, ‘Help!’“", ["“She cried, ‘Help!’“"]),
        ("He said 'no deal' twice.", ["'no deal'"]),
    ],
)
def test_outermost_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_paragraphs_is_opened_anew_in_each() -> None:
    text = "“We waited all night.\n“Nobody came,” Ruiz said."
    assert quoted(text) == ["“We waited all night.", "“Nobody came,”"]


def test_an_unbalanced_mark_ends_with_its_paragraph() -> None:
    text = "“We waited all night.\nThe road was cut on Monday."
    assert quoted(text) == ["“We waited all night."]
