"""Sentence to Mentions of actors and places."""
