"""Drafts of one article that tell one event."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.draft import Draft
from generator.extract.triggers import CONSEQUENCES
from generator.model import Argument


@dataclass(slots=True, kw_only=True, eq=False)
class Group:
    """Drafts of one event, in the order of the text, while an article is being read."""

    drafts: list[Draft]
    voices: list[Argument] = field(default_factory=list)
    """Those who add to it in statements of their own."""
    details: list[int] = field(default_factory=list)
    """Scenes that add to it without an event word of their own."""
    parent: Group | None = None
    """The larger event that this one is part of."""

    @property
    def first(self) -> Draft:
        """The draft that opened the group."""
        return self.drafts[0]

    @property
    def kind(self) -> str:
        """Kind of the first draft that tells a cause, or of the first."""
        fresh = [d for d in self.drafts if not d.known] or self.drafts
        firm = sorted(fresh, key=lambda d: (d.trigger.weak, not d.main, -d.strength))
        causes = [d.kind for d in firm if d.kind not in CONSEQUENCES]
        causes.sort(key="interception".__eq__)
        return causes[0] if causes else self.first.kind

    @property
    def places(self) -> list[str]:
        """Places of all drafts in the order of the text."""
        return list(dict.fromkeys(p for d in self.drafts for p in d.places))

    @property
    def toll(self) -> frozenset[tuple[str, float]]:
        """The people of all drafts."""
        return frozenset(t for d in self.drafts for t in d.toll)

    def doers(self) -> frozenset[str]:
        """Ids of those who do it."""
        return frozenset(a.actor for d in self.drafts for a in d.arguments if a.role == "agent")
