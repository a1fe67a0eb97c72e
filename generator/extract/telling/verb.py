"""Forms of a verb, by lemminflect."""

from __future__ import annotations

from functools import cache

from lemminflect import getInflection


@cache
def inflect(lemma: str, tag: str) -> str:
    """Return the form of a verb for a Penn tag: `inflect("strike", "VBD")` is `struck`."""
    if lemma == "be":
        return {"VBZ": "is", "VBP": "are", "VBD": "was", "VBN": "been", "VBG": "being"}.get(
            tag, lemma
        )
    if tag == "VB":
        return lemma
    forms = getInflection(lemma, tag=tag)
    return str(forms[0]) if forms else lemma


def present(lemma: str, *, plural: bool) -> str:
    """Return the third person of the present."""
    return inflect(lemma, "VBP" if plural else "VBZ")


def past(lemma: str, *, plural: bool) -> str:
    """Return the third person of the past."""
    if lemma == "be":
        return "were" if plural else "was"
    return inflect(lemma, "VBD")
