"""Pagefind's index in one order: it writes filters and their values in a new order each time.

The files are gzipped CBOR behind a mark (Pagefind 1.5): of a filter its name and values, each with
the pages that have it; of the whole, among other lists, the names of the filters' files.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_FILTERS = 3
"""Where the list of filters stands among those of the whole."""


def settle(folder: Path) -> None:
    """Write the filters of an index anew, sorted, and what names them."""
    entry = folder / "pagefind-entry.json"
    known = json.loads(entry.read_bytes())
    for language in known["languages"].values():
        meta = folder / f"pagefind.{language['hash']}.pf_meta"
        whole = _read(meta)
        prefix = language["hash"].partition("_")[0]
        whole[_FILTERS] = sorted(
            [name, _settled(folder / "filter" / f"{file}.pf_filter", prefix)]
            for name, file in whole[_FILTERS]
        )
        meta.unlink()
        language["hash"] = _named(prefix, whole)
        _write(folder / f"pagefind.{language['hash']}.pf_meta", whole)
    known["languages"] = dict(sorted(known["languages"].items()))
    entry.write_text(json.dumps(known, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _settled(file: Path, prefix: str) -> str:
    """Sort the values of one filter and return the new name of its file."""
    name, values = _read(file)
    ordered = [name, sorted(values)]
    file.unlink()
    new = _named(prefix, ordered)
    _write(file.with_name(f"{new}.pf_filter"), ordered)
    return new


def _read(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))


def _write(file: Path, data: object) -> None:
    file.write_bytes(gzip.compress(_MARK + cbor2.dumps(data), mtime=0))


def _named(prefix: str, data: object) -> str:
    return f"{prefix}_{hashlib.sha256(cbor2.dumps(data)).hexdigest()[:10]}"
