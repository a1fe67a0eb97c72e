"""Bytes to Article: text, Markdown, HTML, JSON, and files of many; each with an optional sidecar.

A reader never raises for what a file holds: what cannot be read is a finding.
"""

from generator.read.again import Again
from generator.read.articles import read, stream
from generator.read.corpus import read_corpus
from generator.read.fetch import Fetched, fetch
from generator.read.files import find, sources
from generator.read.remote import is_remote
from generator.read.sources import Source
from generator.read.texts import Texts

__all__ = [
    "Again",
    "Fetched",
    "Source",
    "Texts",
    "fetch",
    "find",
    "is_remote",
    "read",
    "read_corpus",
    "sources",
    "stream",
]
