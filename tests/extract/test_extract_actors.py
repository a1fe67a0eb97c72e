from __future__ import annotations

import pytest
from reading_of import read


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rosa Prado, who flew to Lima on Wednesday, called the vote a farce.", "rosa-prado"),
        ("Shares in Lufthansa closed 3% lower on Wednesday.", "lufthansa"),
    ],
)
def test_who_and_whose_workers_or_shares_are_meant_takes_part(text: str, actor: str) -> None:
    assert any(actor in event.actors for event in read(text).events)


def test_the_holder_of_an_office_acts_and_not_the_state_whose_office_it_is() -> None:
    text = "The president of Peru, Rosa Prado, who visited Cusco on Wednesday, promised tents."
    visit = next(event for event in read(text).events if event.kind == "meeting")
    assert visit.actors == ("rosa-prado",)
