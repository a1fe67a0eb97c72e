"""Sentences → Mentions: people, organisations, states and places, by the registry's ids."""

from __future__ import annotations

from generator.link.article import link
from generator.link.embedded import embedded
from generator.link.unify import unify
from generator.link.world import starter

__all__ = ["embedded", "link", "starter", "unify"]
