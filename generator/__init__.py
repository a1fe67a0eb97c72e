"""Dateline: curated chronologies from news reports."""
