"""One name, one kind over all reports: a name is not a person in one and a body in the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.link.spelling import fold
from generator.model import Mention, NameKind

_EITHER = frozenset({NameKind.PERSON.value, NameKind.ORGANISATION.value})


def kinds_of(mentions_by_report: Mapping[str, tuple[Mention, ...]]) -> dict[str, str]:
    """Return the kind of each folded name that is proposed as a person and as an organisation.

    An office held anywhere makes a person; otherwise most mentions decide, and a person wins a tie.
    """
    counts: dict[str, Counter[str]] = {}
    offices: set[str] = set()
    for mentions in mentions_by_report.values():
        for mention in mentions:
            page = mention.proposal
            if page is None or page.kind not in _EITHER:
                continue
            counts.setdefault(fold(page.name), Counter())[page.kind] += 1
            if page.kind == NameKind.PERSON and (page.role or mention.role):
                offices.add(fold(page.name))
    return {
        name: _kind(found, held=name in offices) for name, found in counts.items() if len(found) > 1
    }


def _kind(found: Counter[str], *, held: bool) -> str:
    person, body = NameKind.PERSON.value, NameKind.ORGANISATION.value
    return person if held or found[person] >= found[body] else body
