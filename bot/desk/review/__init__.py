"""TODO bot/desk/review."""
