"""EventMentions to Events."""
