"""TODO bot/desk/loading."""
