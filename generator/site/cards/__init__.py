"""Pictures of entries for the previews that messengers and networks show of a link."""

from generator.site.cards.cards import card_address, card_files

__all__ = ["card_address", "card_files"]
