"""TODO bot/desk."""
