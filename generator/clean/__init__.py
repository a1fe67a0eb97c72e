"""Article to Article, boilerplate blanked."""
