"""From a parsed clause to words of our own: headlines in the present, gists in the past."""
