"""The two halves of a site at once: its data in a process of its own, while this one makes pages.

Data and pages are made from the same chronology and know nothing of each other. After a change most
of a build was the data of the whole chronology, made when all pages were there; of a first build it
is a quarter, made while this process composes pages and indexes them, which it does alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.site.data import SiteFile
from generator.site.folder import Bunches, Noted, SiteFolder
from generator.site.kept import Kept
from generator.workers import Aside, aside

Done = tuple[tuple[dict[str, Noted], Bunches], frozenset[bytes]]
"""What is noted of the files that were put, and the keys of what was of use for them."""


class Half:
    """Files of a site that are put there beside what this process does."""

    def __init__(
        self, site: SiteFolder, files: Callable[[], Iterable[SiteFile]], kept: Kept
    ) -> None:
        self._site = site
        self._files = files
        self._kept = kept
        _ = site.seen  # told once, so this process asks before the other one is forked from it
        self._aside: Aside[Done] | None = aside(self._done)

    def _done(self) -> Done:
        """Put the files, in a process of their own."""
        self._kept.leave()
        self._site.put_all(self._files())
        self._kept.keep()
        return self._site.noted, self._kept.used

    def take(self) -> None:
        """Wait until the files are there; a process that died, or none, has them put here."""
        done = self._aside.result() if self._aside else None
        if done is None:
            self._site.put_all(self._files())
        else:
            self._site.also(done[0])
            self._kept.use(done[1])

    def end(self) -> None:
        """End the process, where nobody waits for it any more."""
        if self._aside is not None:
            self._aside.end()
