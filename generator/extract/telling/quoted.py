"""What somebody says in the sentence after `X said:`, told as `X says …`."""

from __future__ import annotations

from generator.extract.telling.clause import find
from generator.extract.telling.pieces import NEEDED, Piece, noun, plural
from generator.extract.telling.speech import reported
from generator.extract.telling.verbgroup import verb_group
from generator.extract.telling.view import View
from generator.model import EventMention, Mode

_MARKS = frozenset({"“", '"', "'", "‘", "``"})


def quoted(view: View, after: View, mention: EventMention) -> list[Piece] | None:
    """Word a statement whose content is the quotation that a colon leads to."""
    clause = find(view.tree, mention.trigger)
    leads = view.tree.tokens[-1].text == ":" and after.tree.tokens[0].text in _MARKS
    if mention.mode is not Mode.STATEMENT or clause is None or not leads:
        return None
    root = next(i for i, token in enumerate(after.tree.tokens) if token.head == i)
    speaker, said = noun(view, clause.subject), reported(after, root)
    if speaker is None or said is None:
        return None
    says = verb_group(view, clause, plural=plural(view, clause.subject), says=True)
    that = "" if view.headline else " that"
    return [speaker, Piece(wordings=(f"{says}{that}",), rank=NEEDED), *said]
