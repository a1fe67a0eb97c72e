"""Bytes to Article: text, Markdown, HTML, JSON and JSON Lines, each with an optional sidecar.

A reader never raises for what a file holds: what cannot be read is a finding.
"""

from generator.read.articles import read
from generator.read.corpus import read_corpus
from generator.read.fetch import Fetched, fetch
from generator.read.files import find
from generator.read.texts import Texts

__all__ = ["Fetched", "Texts", "fetch", "find", "read", "read_corpus"]
