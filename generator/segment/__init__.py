"""Article to Sentences."""
