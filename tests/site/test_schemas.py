"""The schemas of front matter that the site publishes."""

from __future__ import annotations

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.content import examples
from generator.site.kept import Kept
from generator.site.schemas import schema_files

SCHEMAS = {file.path: json.loads(file.content) for file in schema_files(Kept())}


@pytest.mark.parametrize("path", SCHEMAS)
def test_a_schema_is_a_schema(path: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[path])


@pytest.mark.parametrize("path", examples.PAGES)
def test_an_example_fits_its_schema_and_a_mistyped_key_does_not(path: str) -> None:
    # A day is text for us and for a JSON Schema, whatever YAML makes of it.
    raw = yaml.safe_load(examples.PAGES[path].split("---")[1].replace(": 20", ": !!str 20"))
    schema = Draft202012Validator(SCHEMAS[f"schema/{path.split('/')[0]}.json"])
    wrong = [error.message for error in schema.iter_errors(raw)]
    assert wrong == []
    assert [error.validator for error in schema.iter_errors({**raw, "titel": "x"})] == [
        "additionalProperties"
    ]
