"""The pages under a content folder: what they may hold, and how they are read."""

from generator.content.schema import (
    PAGES,
    ActorPage,
    Claim,
    EntryPage,
    FigurePage,
    Match,
    PlacePage,
    Quote,
    SitePage,
    Source,
    TopicPage,
)
from generator.content.tree import Chronology, Page, load

__all__ = [
    "PAGES",
    "ActorPage",
    "Chronology",
    "Claim",
    "EntryPage",
    "FigurePage",
    "Match",
    "Page",
    "PlacePage",
    "Quote",
    "SitePage",
    "Source",
    "TopicPage",
    "load",
]
