"""A command is not kept waiting for what it has no use for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from generator import exports, generating, publishing, review, site, start
from generator.folders import content_folder

HEAVY = (
    "generator.pipeline",
    "generator.site",
    "generator.write",
    "mkdocs",
    "spacy",
    "trafilatura",
)
SITE = ("generator.site", "mkdocs")


def loaded(folder: Path, command: str) -> tuple[str, str]:
    """Run a command, and return which of the heavy packages it took, and what it said."""
    code = (
        f"import sys\nfrom generator import start\nsys.argv = ['dateline', '{command}']\n"
        f"try:\n    start.main()\nfinally:\n    print([m for m in {HEAVY} if m in sys.modules])"
    )
    call = [sys.executable, "-c", code]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.strip(), done.stderr


def test_a_check_loads_neither_the_stages_nor_the_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\n", encoding="utf-8")
    taken, said = loaded(tmp_path, "check")

    assert taken == "[]", said


def test_a_build_loads_no_stage_that_reads_articles(tmp_path: Path) -> None:
    taken, said = loaded(tmp_path, "build")

    assert "no configuration at mkdocs.yml" in said
    assert taken == str([name for name in HEAVY if name in SITE])


@pytest.mark.parametrize("part", [review, exports, generating, publishing])
def test_commands_that_begin_alone_are_those_that_their_module_has(part: ModuleType) -> None:
    for name in part.COMMANDS:
        begun = {each.name for each in start.app_of([name]).registered_commands}
        assert begun == set(part.COMMANDS)


@pytest.mark.parametrize(
    "row",
    ["docs_dir: pages", "docs_dir: ../pages", "docs_dir: !ENV [NOWHERE, pages]", "", "docs_dir: 1"],
)
def test_the_content_folder_is_the_one_that_mkdocs_finds(
    row: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "inner"
    for folder in (tmp_path / "pages", inner / "pages", inner / "docs"):
        folder.mkdir(parents=True)
    (inner / "mkdocs.yml").write_text(f"site_name: x\n{row}\n", encoding="utf-8")
    monkeypatch.chdir(inner)
    try:
        expected = site.docs_dir(Path("mkdocs.yml"))
    except Exception as error:  # noqa: BLE001 -- whatever MkDocs refuses is refused here too
        with pytest.raises(type(error)):
            content_folder(None)
        return

    assert content_folder(None).resolve() == expected.resolve()
