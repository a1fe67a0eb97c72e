"""The full-text index as it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.search import index

PAGE = "<html lang='{}'><body data-pagefind-body><h1>Flood</h1><p>Help came.</p></body></html>"


@pytest.mark.parametrize(("language", "program"), [("en", "en"), ("uk", "unknown")])
def test_only_what_the_search_asks_for_is_published(
    tmp_path: Path, language: str, program: str
) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(language), encoding="utf-8")

    index(tmp_path, language)

    files = {file.name for file in (tmp_path / "pagefind").iterdir() if file.is_file()}
    assert {name for name in files if not name.endswith(".pf_meta")} == {
        "pagefind-entry.json",
        "pagefind.js",
        f"wasm.{program}.pagefind",
    }
