"""Packages that only some need: each is loaded when it is wanted, and named where it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from generator.errors import UsageError


def load(module: str, extra: str, purpose: str) -> Any:
    """Return a module of an extra, `dateline[parquet]`; without it, say what to install."""
    try:
        return import_module(module)
    except ImportError as error:
        message = f"{purpose} needs a package that is not installed ({error.name or error})"
        raise UsageError(f"{message}: pip install 'dateline[{extra}]'") from error
