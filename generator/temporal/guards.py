"""What looks like a time expression and is none: `may`, `1,500 of 2000 men`, `Fall`, `March on`."""

from __future__ import annotations

from bisect import bisect_right

from generator.model import Token
from generator.temporal.match import UNITS, Match

_OF_A_NIGHT = frozenset(
    {
        *("accommodation", "borrowing", "bus", "camp", "delivery", "deposit", "facility", "ferry"),
        *("flight", "guest", "lending", "loan", "rate", "repo", "shelter", "stay", "train"),
    }
)
"""Things that are called `overnight` whatever night it is."""


def is_time(match: Match) -> bool:
    """Whether a match of the grammar is a time expression."""
    own = match.own
    if own[0].name == "that" and _is_conjunction(match):
        match.first += 1
        match.kind = {"weekday": "weekday", "month": "date"}.get(own[1].name, "")
        return match.kind != ""
    if match.kind == "bare_day" and match.before() == "on":
        return _is_bare(match)
    if own[0].name == "decade" and _is_age(match):
        return False
    if own[0].name == "last" and match.kind == "length" and _is_verb(match):
        match.first += 1  # will last six weeks
    if own[0].name == "the" and len(own) > 1 and _describes(match):
        match.first += 1  # the third-quarter results: the article is theirs
    if match.kind == "length":
        return _length(match)
    if match.kind == "overnight" and len(own) == 1:
        return not _lasts_a_night(match)
    if own[-1].name == "zone" and own[-1].value == "":
        match.last -= 1  # 7 p.m. local time: it names no zone
    if match.kind == "towards" and own[-1].name == "unit_quarter":
        after = match.after()
        return after is None or after.name != "of"  # that quarter of the city
    if match.kind == "towards" and len(own) == 2 and own[0].name == "the" and _goes_on(match):
        return False
    check = _CHECKS.get(own[-1].name) if match.kind == "date" else None
    if check is not None and (len(own) == 1 or (own[-1].name == "season" and len(own) == 2)):
        return check(match)
    return True


def _lasts_a_night(match: Match) -> bool:
    """Whether it only says for how long a thing is: `the overnight lending rate`."""
    own = token(match, match.first)
    if own is None or own.dep not in {"amod", "compound", "nmod"}:
        return False
    return match.sentence.tokens[own.head].lemma.lower() in _OF_A_NIGHT


def _is_age(match: Match) -> bool:
    """Whether tens of years are somebody's: `a man in his 70s`."""
    owner = token(match, match.first - 1)
    return owner is not None and owner.tag == "PRP$"


def _is_verb(match: Match) -> bool:
    own = token(match, match.first)
    return own is not None and own.pos == "VERB"


def _is_bare(match: Match) -> bool:
    """Whether an ordinal has no noun of its own: `on the 12th`, not `on the 12th floor`."""
    after, own = match.after(), token(match, match.last)
    if after is None or after.name in ("comma", "stop", "and"):
        return True
    return own is not None and own.dep == "pobj" and after.name not in _MONTH_LIKE


_MONTH_LIKE = frozenset({"of", "day", "month", "number", *UNITS})


def _goes_on(match: Match) -> bool:
    """Whether `the week` is told by what follows: `ended Oct. 23`."""
    after = match.after()
    if after is None:
        return False
    return match.sentence.text[after.start :].startswith(("ended", "ending", "that", "when"))


def _describes(match: Match) -> bool:
    """Whether it stands before a noun and says which: `the 12-day siege`."""
    head, after = token(match, match.last), match.after()
    if head is None or after is None or match.has("of") or after.name == "dash":
        return False
    if head.dep == "poss":
        return match.kind == "length"
    place = match.sentence.tokens[head.head].start - match.sentence.start
    return head.dep in ("amod", "compound", "nmod", "nummod") and after.start == place


def _length(match: Match) -> bool:
    """Whether a length of time is one: not the minutes of a meeting, that are due."""
    own = match.own
    if own[0].value == ">" and own[1].name in ("the", "this", "that", "last", "past", "next"):
        match.first += 1  # over the past year: a preposition, not a bound
    unit = own[0]
    if len(own) > 1 or unit.name != "units" or not unit.value.startswith("T"):
        return True
    head = token(match, match.first)
    return head is None or head.dep not in ("nsubj", "nsubjpass", "ROOT", "dobj")


def _is_conjunction(match: Match) -> bool:
    """Whether `that` opens a clause: `said that Monday would be a holiday`."""
    own = token(match, match.first)
    return own is not None and (own.tag == "IN" or own.dep == "mark")


def token(match: Match, index: int) -> Token | None:
    """Return the parse's token for a lexeme of the sentence."""
    tokens = match.sentence.tokens
    if not tokens or not 0 <= index < len(match.lexemes):
        return None
    start = match.sentence.start + match.lexemes[index].start
    place = bisect_right(tokens, start, key=lambda token: token.start) - 1
    return tokens[place] if place >= 0 else None


def _month(match: Match) -> bool:
    """Whether a lone month's name is one: not the verbs may and march, nor the Long March."""
    text = match.text.lower().rstrip(".")
    if text in _WORDS_TOO:
        own = token(match, match.first)
        if match.before() not in _MONTH_LEADS or (own is not None and own.tag in _VERBS):
            return False
        if own is not None and own.ner.endswith("PERSON"):
            return False  # the judge, May Collins
    return len(text) > 3 or text == "may"


def _year(match: Match) -> bool:
    """Whether a lone four-digit number is a year: not a count of things."""
    number = int(match.own[0].value)
    if number >= 2100 or (match.first and match.sentence.text[match.own[0].start - 1] in "$£€#."):
        return False
    after = match.after()
    if after is not None and match.sentence.text[after.start] in "%°":
        return False
    lead = token(match, match.first - 1)
    if number < 1900 and match.before() == "other" and lead is not None and lead.pos != "ADP":
        return False
    own, following = token(match, match.first), token(match, match.last + 1)
    if following is not None and following.text.lower() == "block":
        return False  # the 1400 block of a street
    if following is not None and following.tag == "NNS" and own is not None and own.dep == "nummod":
        owned = lead is not None and lead.tag in ("PRP$", "POS", "DT")
        return number >= 1900 and owned
    return True


def _season(match: Match) -> bool:
    """Whether `fall` or `spring` alone is a season: not the fall of a city."""
    own, after = token(match, match.last), match.after()
    text = match.own[-1]
    if match.sentence.text[text.start : text.end].lower() in ("summer", "winter", "autumn"):
        return True
    if (after is not None and after.name == "of") or match.before() == "possessive":
        return False
    if own is None:
        return match.before() in ("in", "lead", "to", "from")
    if own.tag not in ("NN", "NNP"):
        return False
    return own.dep in ("compound", "pobj", "npadvmod", "amod", "nmod", "dobj", "conj")


_WORDS_TOO = frozenset({"may", "march"})
_MONTH_LEADS = frozenset(
    {"in", "from", "to", "and", "between", "of", "lead", "before", "after", "or", "comma", "by"}
    | {"a", "open", "dash"}
)
_VERBS = frozenset({"MD", "VB", "VBP", "VBD", "VBZ"})
_CHECKS = {"month": _month, "year": _year, "season": _season}
