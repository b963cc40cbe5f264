"""TODO bot/desk/corrections."""
