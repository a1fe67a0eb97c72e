import re
from pathlib import Path

import generator
from generator.lexicons import table

CODE = re.compile(r'"(E\d{3})"')
SOURCES = sorted(Path(generator.__file__).parent.rglob("*.py"))
USED = {code for path in SOURCES for code in CODE.findall(path.read_text(encoding="utf-8"))}
ROWS = table("findings")


def test_every_code_in_the_program_is_explained() -> None:
    assert USED - {row[0] for row in ROWS} == set()


def test_every_explained_code_is_in_the_program() -> None:
    assert {row[0] for row in ROWS} - USED == set()


def test_codes_are_sorted_and_each_explained_once() -> None:
    codes = [row[0] for row in ROWS]
    assert codes == sorted(set(codes))
    assert all(len(row) == 3 and all(row) for row in ROWS)
