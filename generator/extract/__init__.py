"""What was read to EventMentions."""
