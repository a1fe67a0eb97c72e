"""What a change does to the chronology: two states of a content folder compared, and said."""

from generator.changes.compare import Changes, changes
from generator.changes.markdown import markdown

__all__ = ["Changes", "changes", "markdown"]
