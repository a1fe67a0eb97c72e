"""Events to files under content/."""
