"""Article to Article, boilerplate blanked and listed; every offset stays what it was."""

from generator.clean.boilerplate import clean

__all__ = ["clean"]
