"""Dateline: curated chronologies from news reports."""

from importlib.metadata import version

__version__ = version("dateline")
