"""Sentence to Timexes."""
