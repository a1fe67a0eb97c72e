"""The files of the whole chronology that are published beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.site import addresses
from generator.site.data import api
from generator.site.data.dataset import Dataset
from generator.site.data.formats import Format, formats
from generator.site.rendering import Rendering

_ENTRIES = 100
"""Entries that weigh as much as a page, in a file that holds them all."""
_ANSWER = 0.1
"""Weight of an answer of the API."""


def _nothing() -> bytes:
    return b""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file that is no page."""

    path: str
    """Under the builder's docs folder: `topics/floods/feed.xml`."""
    content: bytes
    """What it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterFile:
    """One file that is no page, and is made when it is asked for."""

    path: str
    made_from: str
    """Digest of all that it is made from."""
    make: Callable[[], bytes]
    first: Callable[[], object] = _nothing
    """What has to be at hand before several are made side by side; done once for all of them."""
    told: Callable[[], bytes] = _nothing
    """What else came of its making, asked for where it was made."""
    weight: float = 1
    """Of its making; that of a usual page is 1."""

    @property
    def content(self) -> bytes:
        """Make what it holds."""
        return self.make()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bunch:
    """Files of a name of their own, of which each is as it was where what tells them all is."""

    name: str
    made_from: str
    """Digest of all that they are made from."""
    files: Callable[[], Iterable[LaterFile]]
    """Tells them one by one."""


SiteFile = DataFile | LaterFile | Bunch


def single(files: Iterable[SiteFile]) -> Iterator[DataFile | LaterFile]:
    """Yield files one by one, those of bunches too."""
    for file in files:
        if isinstance(file, Bunch):
            yield from file.files()
        else:
            yield file


def whole_files(site: Rendering, whole: Callable[[], Dataset]) -> Iterator[SiteFile]:
    """Yield the feeds, downloads and API of a chronology, which is given when it is asked for."""
    weight = 1 + len(site.catalogue.entries) / _ENTRIES
    for form in formats():
        path = addresses.beside(addresses.FRONT, form.file)
        yield LaterFile(
            path=path,
            made_from=site.kept.key((form.name, site.prints.everything)).hex(),
            make=partial(_whole, form, site, whole),
            first=partial(prepare, form, whole),
            weight=weight,
        )
    yield from _answers(api.answers(site, whole), site, whole)
    for name, told, entries in api.entries_together(site, whole):
        key = site.kept.key(("answers", name, told)).hex()
        files = partial(_together, entries, site, whole)
        yield Bunch(name=f"{addresses.API}/{name}", made_from=key, files=files)


def _together(
    answers: Callable[[], Iterable[api.Answer]], site: Rendering, whole: Callable[[], Dataset]
) -> Iterator[LaterFile]:
    return _answers(answers(), site, whole)


def _answers(
    answers: Iterable[api.Answer], site: Rendering, whole: Callable[[], Dataset]
) -> Iterator[LaterFile]:
    for path, told, make in answers:
        key = site.kept.key(("answer", path, told)).hex()
        where = f"{addresses.API}/{path}"
        yield LaterFile(path=where, made_from=key, make=make, first=whole, weight=_ANSWER)


def prepare(form: Format, whole: Callable[[], Dataset]) -> None:
    """Have at hand what files of a format share."""
    form.prepare(whole())


def _whole(form: Format, site: Rendering, whole: Callable[[], Dataset]) -> bytes:
    return written(whole(), form, addresses.FRONT, site).content


def written(data: Dataset, form: Format, page: str, site: Rendering) -> DataFile:
    """Write a set of entries beside its page."""
    path = addresses.beside(page, form.file)
    return DataFile(path=path, content=form.write(data.written_at(path, site.options.url)))
