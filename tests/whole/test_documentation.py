"""What is documented is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from generator.cli import app
from generator.documentation import pages

ROOT = Path(__file__).parents[2]
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_reference_pages_say_what_the_program_goes_by(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")

    assert written == pages()[name], "run: python -m generator.documentation docs"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_shows_an_example_in_its_help(name: str) -> None:
    assert f"Example: dateline {name}" in COMMANDS[name].help


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_is_in_the_readme(name: str) -> None:
    assert f"`dateline {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_each_option_has_a_help_text() -> None:
    bare = [
        f"{name} {parameter.name}"
        for name, command in COMMANDS.items()
        for parameter in command.params
        if not getattr(parameter, "help", None)
    ]

    assert bare == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_links_between_the_documents_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)

    assert [link for link in links if not (ROOT / link).exists()] == []
