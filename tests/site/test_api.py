"""The API answers as its own description says, and none of its lists is one giant file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from dated import entry
from openapi_spec_validator import validate

from generator.content import Chronology
from generator.site import Options
from generator.site.catalogue import catalogue
from generator.site.data import single
from generator.site.data.api import PAGE
from generator.site.data.openapi import openapi
from generator.site.published import data_files
from generator.site.rendering import Rendering


@pytest.fixture(scope="module")
def api(built: Path) -> Path:
    return built / "api" / "v1"


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_description_is_valid(api: Path) -> None:
    document = read(api / "openapi.json")
    validate(document)
    assert document["servers"] == [{"url": "https://dateline.example/api/v1"}]
    jsonschema.Draft202012Validator.check_schema(read(api / "schema.json"))


def test_every_file_is_described_and_answers_as_it_is_described(api: Path) -> None:
    paths = read(api / "openapi.json")["paths"]
    schema = read(api / "schema.json")
    described = {
        re.compile(re.sub(r"\\{\w+\\}", r"[a-z0-9-]+", re.escape(path))): item["get"]
        for path, item in paths.items()
    }
    seen = set()
    for file in sorted(api.rglob("*.json")):
        path = f"/{file.relative_to(api).as_posix()}"
        if path in ("/openapi.json", "/schema.json"):
            continue
        operation = next(o for pattern, o in described.items() if pattern.fullmatch(path))
        seen.add(operation["operationId"])
        content = operation["responses"]["200"]["content"]["application/json"]
        name = content["schema"]["$ref"].rsplit("/", 1)[-1]
        jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"}).validate(read(file))
    assert seen == {item["get"]["operationId"] for item in paths.values()}


def test_every_list_can_be_walked_from_the_beginning(api: Path) -> None:
    beginning = read(api / "index.json")
    for listed in beginning["lists"]:
        page = read(api / listed["first"])
        assert page["total"] == listed["total"]
        for item in page["items"]:
            single = read(api / listed["name"] / f"{item['id']}.json")
            assert single["id"] == item["id"]


def test_a_withdrawn_entry_is_in_no_list_and_says_that_it_is(api: Path) -> None:
    name = "2025-03-10-boat-with-forty-missing"
    assert read(api / "entries" / f"{name}.json")["status"] == "withdrawn"
    assert name not in (api / "entries" / "pages" / "1.json").read_text(encoding="utf-8")


def test_a_long_list_comes_in_pages() -> None:
    entries = {name: entry(name, "2025") for n in range(2 * PAGE + 1) if (name := f"2025-{n:03}")}
    found = {
        file.path.removeprefix("api/v1/"): file.content
        for file in single(data_files(Rendering(catalogue(Chronology(entries=entries)), Options())))
    }
    walked, path = [], "entries/pages/1.json"
    while path:
        page = json.loads(found[path])
        assert len(page["items"]) <= PAGE
        walked += [item["id"] for item in page["items"]]
        path = page["next"]
    assert sorted(walked) == sorted(entries)
    assert json.loads(found["entries/pages/2.json"])["previous"] == "entries/pages/1.json"
    assert "entries/pages/4.json" not in found


def test_an_api_without_a_known_address_is_served_from_where_it_lies() -> None:
    assert openapi("Averly", "")["servers"] == [{"url": "."}]
