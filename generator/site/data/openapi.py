"""The API's description: OpenAPI 3.1, and the JSON Schema of all that it answers."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from generator.site import addresses
from generator.site.data.answers import LISTS, Beginning, EntryList
from generator.site.data.shape import ActorData, PlaceData, Record, TopicData

_SINGLES: dict[str, type[BaseModel]] = {
    "entries": Record,
    "actors": ActorData,
    "places": PlaceData,
    "topics": TopicData,
}
ANSWERS: dict[str, type[BaseModel]] = {
    "/index.json": Beginning,
    **{f"/{name}/pages/{{page}}.json": model for name, model in LISTS.items()},
    **{f"/{name}/{{id}}.json": model for name, model in _SINGLES.items()},
    "/actors/{id}/entries/pages/{page}.json": EntryList,
    "/places/{id}/entries/pages/{page}.json": EntryList,
    "/topics/{id}/entries/pages/{page}.json": EntryList,
}
"""What each address answers."""

_PARAMETERS = {
    "id": {"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"},
    "page": {"type": "integer", "minimum": 1},
}


def openapi(name: str, home: str) -> dict[str, Any]:
    """Return the OpenAPI document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": name,
            "version": "1",
            "description": "The chronology as plain files. A date is its EDTF text with the first "
            "and last day that it can mean; none is finer than the entry's.",
        },
        "servers": [{"url": home + addresses.API if "://" in home else "."}],
        "paths": {path: {"get": _operation(path, model)} for path, model in ANSWERS.items()},
        "components": {"schemas": _definitions("#/components/schemas/{model}")},
    }


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of everything that the API answers."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dateline API, version 1",
        "$defs": _definitions("#/$defs/{model}"),
    }


def _definitions(template: str) -> dict[str, Any]:
    models = dict.fromkeys(ANSWERS.values())
    _, found = models_json_schema(
        [(model, "serialization") for model in models], ref_template=template
    )
    definitions: dict[str, Any] = found["$defs"]
    return definitions


def _operation(path: str, model: type[BaseModel]) -> dict[str, Any]:
    reference = {"$ref": f"#/components/schemas/{model.__name__}"}
    return {
        "operationId": _operation_id(path),
        "summary": (model.__doc__ or "").split("\n")[0],
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": found}
            for name, found in _PARAMETERS.items()
            if f"{{{name}}}" in path
        ],
        "responses": {
            "200": {
                "description": "Found.",
                "content": {"application/json": {"schema": reference}},
            },
            "404": {"description": "There is none."},
        },
    }


def _operation_id(path: str) -> str:
    """Name an operation after its address: `/actors/{id}.json` → `actors_by_id`."""
    parts = path.strip("/").removesuffix(".json").split("/")
    return "_".join(part.replace("{", "by_").replace("}", "") for part in parts)
