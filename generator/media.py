"""News media: they tell of events, and seldom take part in one."""

from __future__ import annotations

from generator import lexicons


def is_medium(actor: str) -> bool:
    """Whether an actor's id is that of a medium: `reuters`, `daily-echo-radio`."""
    media = lexicons.lines("news_media")
    agency = actor.endswith(("-news-agency", "-press-agency"))
    return agency or actor in media or actor.rpartition("-")[2] in media
