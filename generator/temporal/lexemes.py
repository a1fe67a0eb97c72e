"""Text → lexemes: the words that time expressions are made of, each with its symbol.

A sentence becomes a string of one character a word (`in March 2021` → `on`, `month`, `year`), on
which the grammar of `shapes` is written. What has no part in any expression is `other`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.lexicons import table

_OWN_SYMBOLS = (
    "other comma dash slash open close stop possessive day number year ordinal iso numeric decade "
    "clock meridiem quarter_code month weekday weekday_short cardinal unit units unit_day "
    "unit_week unit_weekend unit_month unit_quarter unit_year season part holiday zone"
)

_TOKEN = re.compile(
    r"""
    [ ]?(?:  # two thirds of the time would go into failing at the spaces
    (?P<words>[A-Za-zÀ-ɏ]+(?:[ ][A-Za-zÀ-ɏ]+)*)  # all at once: most are of no expression
  | (?P<other>[^\w\s'’])
  | (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\w))
  | (?P<numeric>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\w))
  | (?P<clock>\d{1,2}[:.]\d\d(?=\s?[AaPp]\.?\s?[Mm]\b)|\d{1,2}:\d\d(?::\d\d)?(?![\w:])
    |\d{4}(?=\s(?:GMT|UTC)\b))
  | (?P<decade>(?:\d{2,3}0|['’]?\d0)['’]?s\b)
  | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<possessive>['’]s\b)
  | (?P<mark>[^\W\d_]+|\S))
    """,
    re.VERBOSE,
)
_ANY_WORD = re.compile(r"[a-zà-ɏ]+|[0-9]")
_MERIDIEM = re.compile(r"[AaPp](?:\.\s?[Mm]\b\.?|[Mm]\b)")
_QUARTER = re.compile(r"Q[1-4]\b")
_MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", "‑": "dash"}
_MARKS |= {"(": "open", ")": "close", ".": "stop", "/": "slash"}


@dataclass(slots=True)
class Lexeme:
    """One word or mark of a sentence."""

    start: int
    """Offset within the sentence."""
    end: int
    name: str
    """Its symbol's name, as `shapes` are written with it."""
    value: str
    """From the lexicon, or the text itself."""


_OWN_UNITS = ("day", "week", "weekend", "month", "quarter", "year")


@cache
def words() -> dict[str, tuple[str, str]]:
    """Map each word or phrase to its symbol's name and its value."""
    found = {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in table("en/time_words")}
    named = {"months": "month", "numbers": "cardinal", "ordinals": "ordinal", "parts": "part"}
    for name, symbol in (named | {"seasons": "season", "holidays": "holiday"}).items():
        found |= {row[0]: (symbol, row[1]) for row in table(f"en/time_{name}")}
    for row in table("en/time_zones"):
        found[row[0]] = ("zone", row[1] if len(row) > 1 else "")
    for row in table("en/time_weekdays"):
        found[row[0]] = ("weekday_short" if "short" in row else "weekday", row[1])
    for word, unit, size, *plural in table("en/time_units"):
        own = f"unit_{word}" if word in _OWN_UNITS else "unit"
        found[word] = ("units" if plural else own, f"{unit} {size}")
    return found


@cache
def codes() -> dict[str, str]:
    """Give each symbol a character of its own, none of which means anything in a pattern."""
    names = dict.fromkeys([*_OWN_SYMBOLS.split(), *sorted(name for name, _ in words().values())])
    return {name: chr(0x100 + index) for index, name in enumerate(names)}


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    """Map the first word of each phrase to a pattern of all phrases it begins."""
    starts: dict[str, list[str]] = {}
    for phrase in sorted(words(), key=lambda phrase: (-len(phrase), phrase)):
        if not phrase.isalpha():
            first = re.match(r"\w+", phrase)
            starts.setdefault(first.group() if first else phrase, []).append(phrase)
    return {
        first: re.compile(
            "|".join(
                re.escape(phrase).replace(r"\ ", r"\s{1,3}").replace("'", "['’]") + r"(?!\w)"
                for phrase in phrases
            ),
            re.IGNORECASE,
        )
        for first, phrases in starts.items()
    }


CORE = (
    "month weekday iso numeric decade clock meridiem quarter_code year era unit unit_day "
    "unit_week unit_weekend unit_month unit_quarter unit_year units season part holiday often "
    "recent ref current past day_word tonight overnight lasting"
)
"""Symbols of which each time expression has at least one."""


@cache
def _telling() -> frozenset[str]:
    """Return the words of which a sentence with a time expression has one; or it has a digit."""
    core = frozenset(CORE.split())
    last = [re.findall(r"[a-z]+", word)[-1] for word, (name, _) in words().items() if name in core]
    return frozenset(last) | frozenset("0123456789")


def lex(text: str) -> list[Lexeme]:
    """Cut a sentence into lexemes; nothing comes of a sentence without a telling word.

    A run of words without a part in any expression is left with its first and its last word.
    """
    if _telling().isdisjoint(_ANY_WORD.findall(text.lower())):
        return []
    found: list[Lexeme] = []
    others = position = 0  # others: words of the run at hand without a part in any expression
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        start, end = match.span(kind)
        if kind == "words":
            others, position = _read_words(text, match[kind], start, position, others, found)
            continue
        if start < position:
            continue
        if kind in ("other", "mark"):
            value = match[kind]
            name = _MARKS.get(value, "other")
        else:
            name, value = _number(kind, match[kind])
        others = others + 1 if name == "other" else 0
        found.append(Lexeme(start, end, name, value))
    return _joined(_zoned(found, text))


def _read_words(
    text: str, row: str, place: int, position: int, others: int, found: list[Lexeme]
) -> tuple[int, int]:
    """Add the lexemes of words that stand in a row, from where the last phrase ended.

    Return the length of the run of others that they end with, and where the last phrase ends.
    """
    begins, plain, seconds = _beginnings(), _plain(), _seconds()
    written = row.split(" ")
    for index, one in enumerate(written):
        start, end = place, place + len(one)
        place = end + 1
        if start < position:
            continue
        word = one.lower()
        if word not in begins:
            others += 1
            if others > 2:
                found[-1].start, found[-1].end = start, end
            else:
                found.append(Lexeme(start, end, "other", ""))
            continue
        known = plain.get(word)
        if known is None and word in seconds and index + 1 < len(written):
            alone, second = seconds[word]
            known = alone if written[index + 1].lower() not in second else None
        if known is None:
            name, value, end = _word(text, word, start, end)
            position = end
        else:
            name, value = known
        others = others + 1 if name == "other" else 0
        if others > 2:
            found[-1].start, found[-1].end = start, end
        else:
            found.append(Lexeme(start, end, name, value))
    return others, position


def _zoned(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """Join `local time` and `Nairobi time` after a time of day to a zone without an offset."""
    if " time" not in text.lower():
        return lexemes
    joined: list[Lexeme] = []
    for lexeme in lexemes:
        joined.append(lexeme)
        if lexeme.name == "times" and text[lexeme.start : lexeme.end].lower() == "time":
            place = len(joined) - 1
            while place and len(joined) - place < 4 and _names_zone(joined[place - 1], text):
                place -= 1
            if 0 < place < len(joined) - 1 and joined[place - 1].name in _HOURS:
                joined[place:] = [Lexeme(joined[place].start, lexeme.end, "zone", "")]
    return joined


_HOURS = frozenset({"clock", "meridiem", "part"})


def _names_zone(lexeme: Lexeme, text: str) -> bool:
    word = text[lexeme.start : lexeme.end]
    return lexeme.name == "other" and (word[0].isupper() or word == "local")


@cache
def _beginnings() -> frozenset[str]:
    """Return the words with which something the grammar knows begins."""
    return frozenset(words()) | frozenset(_phrases()) | _HALVES


@cache
def _plain() -> dict[str, tuple[str, str]]:
    """Return the words that are what they are whatever stands beside them."""
    return {word: known for word, known in words().items() if _is_plain(word)}


def _is_plain(word: str) -> bool:
    return word not in _phrases() and _is_itself(word)


def _is_itself(word: str) -> bool:
    """Whether a word is no abbreviation, and the same written small."""
    name, _ = words()[word]
    return name not in _CAPITALISED | _ABBREVIATED and word not in _HALVES


@cache
def _seconds() -> dict[str, tuple[tuple[str, str], frozenset[str]]]:
    """Map each word that also begins phrases to what it is alone, and the words that follow it."""
    starts: dict[str, set[str]] = {}
    for phrase in words():
        if second := re.match(r"(\w+) (\w+)", phrase):
            starts.setdefault(second[1], set()).add(second[2])
    return {
        word: (words().get(word, _UNKNOWN), frozenset(starts.get(word, ())))
        for word in _phrases()
        if word not in words() or _is_itself(word)
    }


def _word(text: str, word: str, start: int, end: int) -> tuple[str, str, int]:
    """Return the symbol and value of the word or phrase at a place, and where it ends."""
    phrases = _phrases()
    if word in phrases:
        phrase = phrases[word].match(text, start)
        if phrase:
            end = phrase.end()
            word = " ".join(phrase.group().lower().replace("’", "'").split())
    if word in _HALVES:
        if word != "q" and (half := _MERIDIEM.match(text, start)):
            return "meridiem", half.group(), half.end()
        if word == "q" and _QUARTER.match(text, start):
            return "quarter_code", text[start + 1], start + 2
    name, value = words().get(word, _UNKNOWN)
    if name in _CAPITALISED and not text[start].isupper():
        return "other", "", end
    if name in _ABBREVIATED and text[end : end + 1] == "." and len(word) < 6:
        end = _after_full_stop(text, end, word)
    return name, value, end


_UNKNOWN = ("other", "")
_HALVES = frozenset({"a", "p", "am", "pm", "q"})
"""Words that may be the first half of `a.m.` or of `Q3`."""
_CAPITALISED = frozenset({"month", "weekday", "weekday_short", "holiday", "zone"})
_ABBREVIATED = frozenset({"month", "weekday_short", "about"})
_LONG_SHORT = frozenset({"may", "june", "july", "march", "april", "about", "over", "only"})


def _after_full_stop(text: str, position: int, word: str) -> int:
    """Take the full stop of an abbreviation (`Nov. 24`), never that of the sentence."""
    follows = text[position + 1 : position + 3].strip()
    return position if word in _LONG_SHORT or not follows else position + 1


def _number(kind: str, text: str) -> tuple[str, str]:
    """Name a number by what it can be."""
    if kind == "ordinal":
        return "ordinal", text[:-2]
    if kind == "clock" and text.isdigit():
        return "clock", f"{text[:2]}:{text[2:]}"
    if kind != "number":
        return kind, text
    if text.isdigit():
        if len(text) == 4 and "1000" <= text < "3000":
            return "year", text
        if len(text) < 3 and 1 <= int(text) <= 31:
            return "day", text
    return "number", text.replace(",", "")


def _joined(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Join number words: `twenty-two`, `two hundred`, `twenty-first`."""
    if "cardinal" not in [lexeme.name for lexeme in lexemes]:
        return lexemes
    joined: list[Lexeme] = []
    for lexeme in lexemes:
        tail = [*joined[-2:]]
        if tail and tail[-1].name == "dash" and len(tail) == 2 and _adds(tail[0], lexeme):
            joined.pop()
        elif not (tail and _adds(tail[-1], lexeme)):
            joined.append(lexeme)
            continue
        left = joined.pop()
        number = int(left.value) * 100 if lexeme.value == "100" else int(left.value)
        total = number if lexeme.value == "100" else number + int(lexeme.value)
        joined.append(Lexeme(left.start, lexeme.end, lexeme.name, str(total)))
    return joined


def _adds(left: Lexeme, right: Lexeme) -> bool:
    """Whether two number words make one number."""
    if left.name != "cardinal" or right.name not in ("cardinal", "ordinal"):
        return False
    if not right.value.isdigit():
        return False
    tens, ones = int(left.value), int(right.value)
    return (20 <= tens < 100 and tens % 10 == 0 and ones < 10) or (tens < 10 and ones == 100)
