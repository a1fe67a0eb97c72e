"""Forms of a verb, by lemminflect."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def inflect(lemma: str, tag: str) -> str:
    """Return the form of a verb for a Penn tag: `inflect("strike", "VBD")` is `struck`."""
    if lemma == "be":
        return {"VBZ": "is", "VBP": "are", "VBD": "was", "VBN": "been", "VBG": "being"}.get(
            tag, lemma
        )
    if tag == "VB":
        return lemma
    forms = [str(form) for form in _lemminflect().getInflection(lemma, tag=tag)]
    doubled = (form for form in forms if form.endswith(("lled", "lling")))
    return next(doubled, forms[0] if forms else lemma)


@cache
def of_form(form: str, tag: str, lemma: str) -> str:
    """Return the lemma whose form a token is; another than its own where that one cannot be.

    A tagger's lemma of `fined` may be `fin`, which is `finned` in the past; that of `gutted` may be
    `gutte`, which is no word.
    """
    if lemma == "be" or not tag.startswith("VB"):
        return lemma
    word = form.casefold()
    others = _lemminflect().getAllLemmas(word, upos="VERB").get("VERB", ())
    formed = word in {word if tag == "VB" else "", *_lemminflect().getInflection(lemma, tag=tag)}
    if formed and (lemma in others or not others):
        return lemma
    return next((str(o) for o in others if word in _lemminflect().getInflection(o, tag=tag)), lemma)


def present(lemma: str, *, plural: bool) -> str:
    """Return the third person of the present."""
    return inflect(lemma, "VBP" if plural else "VBZ")


def past(lemma: str, *, plural: bool) -> str:
    """Return the third person of the past."""
    if lemma == "be":
        return "were" if plural else "was"
    return inflect(lemma, "VBD")


@cache
def _lemminflect() -> Any:
    # Imported here: it brings spaCy, which commands that read no article need not wait for.
    import lemminflect

    return lemminflect
