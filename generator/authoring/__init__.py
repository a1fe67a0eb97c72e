"""New pages from what a person says: by options, by questions, by a form, from an article."""

from generator.authoring.article import Choice, choices
from generator.authoring.ask import ask, choose
from generator.authoring.page import Answer, Answers, Drafted, drafted, id_for, known, write_down
from generator.authoring.questions import QUESTIONS
from generator.authoring.suggested import Suggestion, article, suggestion

__all__ = [
    "QUESTIONS",
    "Answer",
    "Answers",
    "Choice",
    "Drafted",
    "Suggestion",
    "article",
    "ask",
    "choices",
    "choose",
    "drafted",
    "id_for",
    "known",
    "suggestion",
    "write_down",
]
