"""TODO bot/desk/stats."""
