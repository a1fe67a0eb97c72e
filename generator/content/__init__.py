"""The shape of the files under content/, and how they are read."""
