"""What a chronology says in the very words of its reports."""

from __future__ import annotations

from pathlib import Path

from generator import content, pipeline, read
from generator.copying import copies


def copied(chronology: Path, articles: Path) -> list[str]:
    """Return the titles and bodies that share a long run of words with an article."""
    texts = [article.text for article in pipeline.Seeds(read.sources(str(articles)))]
    entries = content.load(chronology)[0].entries.values()
    lines = (line for entry in entries for line in (entry.meta.title, entry.body))
    return [line for line in lines if any(copies(line, text) for text in texts)]
