"""The repository's own configuration, of a site made from another content folder."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]


def configured(folder: Path, content: Path, **own: str) -> Path:
    """Write the configuration into a folder, with settings of its own, and return its path."""
    loaded = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    loaded |= {
        "docs_dir": str(content),
        "site_dir": str(folder / "site"),
        "theme": {**loaded["theme"], "custom_dir": str(ROOT / "site_overrides")},
        **own,
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(loaded, sort_keys=False), encoding="utf-8")
    return path
