"""TODO bot/desk/editors."""
