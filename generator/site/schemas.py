"""What front matter may hold, as JSON Schema, for editors that complete and check as one writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from pydantic import BaseModel

from generator.content import PAGES
from generator.site.data import LaterFile
from generator.site.kept import Kept

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files(kept: Kept) -> Iterator[LaterFile]:
    """Yield `schema/entries.json` and its like, one for each folder of `content/`."""
    for folder, model in PAGES.items():
        path = f"schema/{folder}.json"
        yield LaterFile(path=path, made_from=kept.key(path).hex(), make=partial(_schema, model))


def _schema(model: type[BaseModel]) -> bytes:
    schema = {"$schema": DIALECT, **model.model_json_schema()}
    return (json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
