"""What front matter may hold, as JSON Schema, for editors that complete and check as one writes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.content import PAGES
from generator.site.data import DataFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> Iterator[DataFile]:
    """Yield `schema/entries.json` and its like, one for each folder of `content/`."""
    for folder, model in PAGES.items():
        schema = {"$schema": DIALECT, **model.model_json_schema()}
        text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        yield DataFile(path=f"schema/{folder}.json", content=text.encode())
