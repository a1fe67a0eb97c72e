"""Files under content/ to Findings."""
