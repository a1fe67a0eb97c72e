import pytest

from generator.link.spelling import fold, initials, is_acronym, slug, sound


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d’Ivoire", "cote divoire"),
        ("U.S.", "us"),
        ("El-Fasher", "el fasher"),
        ("People’s Party", "people s party"),
        ("Łódź", "lodz"),
        ("“ ”", ""),
    ],
)
def test_folding_keeps_letters_alone(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Sergei", "Sergey"),
        ("Vitali", "Vitalii"),
        ("Dmitry", "Dmitriy"),
        ("Yevgeny", "Evgeni"),
        ("Mohammed", "Mohamed"),
    ],
)
def test_spellings_of_one_name_sound_alike(a: str, b: str) -> None:
    assert sound(a) == sound(b)


@pytest.mark.parametrize(
    ("a", "b"), [("Ivan", "Ivana"), ("Maria", "Marta"), ("Kim", "Kin"), ("Khan", "Kahn")]
)
def test_other_names_do_not(a: str, b: str) -> None:
    assert sound(a) != sound(b)


def test_slugs_and_short_forms() -> None:
    assert slug("Ministry of Defence (Peru)") == "ministry-of-defence-peru"
    assert slug("São Tomé") == "sao-tome"
    assert is_acronym("U.N.")
    assert not is_acronym("Who")
    assert initials("Rapid Relief Fund") == "RRF"
