"""The chronology as data: feeds, a calendar, downloads and a static API.

`record` says once what an entry is as data; each format is one file here and one line in `formats`.
"""

from generator.site.data.dataset import Dataset, dataset
from generator.site.data.files import (
    Bunch,
    DataFile,
    LaterFile,
    SiteFile,
    prepare,
    single,
    whole_files,
    written,
)
from generator.site.data.formats import FORMATS, Format

__all__ = [
    "FORMATS",
    "Bunch",
    "DataFile",
    "Dataset",
    "Format",
    "LaterFile",
    "SiteFile",
    "dataset",
    "prepare",
    "single",
    "whole_files",
    "written",
]
