"""New pages from what a person says: by options, by questions, by a form, from an article."""

from generator.authoring.article import Choice, choices
from generator.authoring.ask import ask, choose
from generator.authoring.form import LABELS, Suggestion, suggestion
from generator.authoring.page import Answer, Answers, Drafted, drafted, id_for, known, write_down
from generator.authoring.questions import QUESTIONS

__all__ = [
    "LABELS",
    "QUESTIONS",
    "Answer",
    "Answers",
    "Choice",
    "Drafted",
    "Suggestion",
    "ask",
    "choices",
    "choose",
    "drafted",
    "id_for",
    "known",
    "suggestion",
    "write_down",
]
