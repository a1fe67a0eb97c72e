"""Words of the index that name nobody where they stand: parts of names, media, mere labels."""

from __future__ import annotations

from collections.abc import Sequence

from generator.link.evidence import is_one_of_many
from generator.link.grammar import root_of, tells_story, words
from generator.link.index import Match, Sense
from generator.link.roles import is_title
from generator.link.spelling import fold
from generator.link.world import local_names, state_by_capital
from generator.model import NameKind, Sentence, Token


def is_spurious(sense: Sense, match: Match, sentence: Sentence) -> bool:
    """Whether what the index calls by these words is not meant by them here."""
    tokens = sentence.tokens
    if tokens[match.first].text == "American" and match.first:
        return tokens[match.first - 1].text in {"Central", "Latin", "South"}
    if sense.kind is NameKind.ORGANISATION:
        if is_model(tokens, match.end) or _is_other_party(match, tokens):
            return True
        if _is_medium(match, tokens) or _is_common(match, tokens):
            return True
        return is_one_of_many(tokens, match.first, match.end)
    if tells_story(sentence) and _is_in_persons_name(sense, match, tokens):
        return True
    if sense.kind is NameKind.STATE and _is_prize(match, tokens):
        return True
    if not _is_town(sense):
        return False
    end = match.end
    return is_eponym(tokens, end) or is_masthead(tokens, end) or _is_clock(match, tokens)


def is_model(tokens: Sequence[Token], end: int) -> bool:
    """Whether the name's maker has it with a number: `a Boeing 737`, `the Airbus A320`."""
    if end >= len(tokens) or not any(letter.isdigit() for letter in tokens[end].text):
        return False
    number, maker = tokens[end], tokens[end - 1]
    joined = number.head == end - 1 or (maker.head == end and maker.dep in {"compound", "nmod"})
    return joined and number.dep in {"appos", "compound", "nummod", "nmod"} | _ENDS


_ENDS = frozenset({"conj", "dobj", "nsubj", "nsubjpass", "pobj"})


def _is_town(sense: Sense) -> bool:
    return sense.kind is NameKind.PLACE or sense.place in state_by_capital()


def is_eponym(tokens: Sequence[Token], end: int) -> bool:
    """Whether something is only called after the place: `Marburg disease`, `Beijing time`."""
    if end >= len(tokens) or tokens[end - 1].dep not in {"compound", "nmod", "amod"}:
        return False
    return tokens[end].lemma.casefold() in words("en/eponym_nouns")


def is_masthead(tokens: Sequence[Token], end: int) -> bool:
    """Whether a newspaper or station is called after the place: `the Leeds Courier`."""
    if end >= len(tokens) or tokens[end - 1].dep != "compound":
        return False
    after = tokens[end].text
    return after[0].isupper() and after.casefold() in words("en/masthead_nouns") | words(
        "news_media"
    )


def _is_prize(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether a trophy is called so: `the America's Cup`."""
    after = tokens[match.end : match.end + 2]
    return len(after) > 1 and after[0].tag == "POS" and after[1].text in {"Cup", "Trophy"}


def _is_clock(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether it says whose hour is meant: `3 a.m. Pacific`."""
    return match.first > 0 and tokens[match.first - 1].text.casefold() in {
        "a.m.",
        "am",
        "p.m.",
        "pm",
    }


def _is_other_party(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether the word only ends another party's name: `the Liberal Democrats`.

    Where they sit or come from makes no other party of them: `House Democrats`, `Texas Democrats`.
    """
    if match.first < 2 or tokens[match.first].tag != "NNPS" or match.end - match.first > 1:
        return False
    before = tokens[match.first - 1]
    part = before.ner == "O" or tokens[match.first].ner == "I-NORP"
    named = before.text[0].isupper() and before.pos in {"ADJ", "PROPN"}
    return part and named and fold(before.text) not in _CHAMBERS


def _is_common(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether a party's name is a plain word here, or but the end of another's.

    `Labour shortages`, `the Labour Minister`, `the United People's Party`.
    """
    token = tokens[match.first]
    if " ".join(t.text for t in tokens[match.first : match.end]) not in local_names():
        return False
    before = tokens[match.first - 1]
    longer = match.first > 0 and before.text[0].isupper() and before.pos in {"ADJ", "PROPN"}
    if match.end - match.first > 1:
        return longer
    if longer and token.ner == "I-ORG":
        return True
    at, described = match.end, tokens[token.head]
    if token.text.isupper() or at >= len(tokens) or token.dep not in {"amod", "compound", "nmod"}:
        return False
    if tokens[at].text[0].isupper():
        return not tokens[at].text[:2].isupper()  # `Labour MPs`
    people = words("en/member_nouns") | words("en/person_nouns") | words("en/org_nouns")
    return match.first == 0 and described.lemma.casefold() not in people


_CHAMBERS = frozenset({"assembly", "congressional", "house", "senate"})


def _is_medium(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether a message is only said to stand there: `wrote on Telegram`."""
    at = root_of(tokens, match.first, match.end)
    preposition = tokens[tokens[at].head]
    if tokens[at].dep != "pobj" or preposition.text.casefold() not in {"on", "over", "via"}:
        return False
    governor = tokens[preposition.head]
    above = tokens[governor.head]
    posting = words("en/posting_words")
    if governor.pos == "NOUN" and governor.lemma in words("en/message_nouns"):
        return True
    return governor.lemma in posting or (governor.dep == "dobj" and above.lemma in posting)


def _is_in_persons_name(sense: Sense, match: Match, tokens: Sequence[Token]) -> bool:
    """Whether the word is but a part of a person's name: `Chad` of `Chad Lowell`.

    The recogniser must have tagged the whole as a person, title and demonym apart.
    """
    if sense.kind is NameKind.PERSON or match.end - match.first > 1:
        return False
    token = tokens[match.first]
    if token.pos != "PROPN" or not token.ner.endswith("-PERSON"):
        return False
    after = tokens[match.end] if match.end < len(tokens) else None
    if after is not None and after.ner == "I-PERSON":
        return after.text[0].isupper() and after.pos == "PROPN" and not is_title(after)
    before = tokens[match.first - 1] if match.first else None
    inner = token.ner == "I-PERSON" and before is not None and before.pos == "PROPN"
    return inner and before is not None and before.text[0].isupper() and not is_title(before)
