"""Chronology to pages, and pages to a site.

`pages` is a pure function; the MkDocs plugin and `stage` are two thin adapters that hand what it
returns to a builder.
"""

from generator.site.builders import build, docs_dir, serve, stage
from generator.site.compose import pages
from generator.site.data import FORMATS, Format
from generator.site.exporting import export, ranked
from generator.site.options import Options
from generator.site.page import Page

__all__ = [
    "FORMATS",
    "Format",
    "Options",
    "Page",
    "build",
    "docs_dir",
    "export",
    "pages",
    "ranked",
    "serve",
    "stage",
]
