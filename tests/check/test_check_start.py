"""A check of a few pages is not kept waiting for what reads articles and builds sites."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import site
from generator.folders import content_folder

HEAVY = (
    "generator.pipeline",
    "generator.site",
    "generator.write",
    "mkdocs",
    "spacy",
    "trafilatura",
)


def test_a_check_loads_neither_the_stages_nor_the_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\n", encoding="utf-8")
    code = (
        "import sys\nfrom generator import start\nsys.argv = ['dateline', 'check']\n"
        f"try:\n    start.main()\nfinally:\n    print([m for m in {HEAVY} if m in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.stdout.strip() == "[]", done.stderr


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
