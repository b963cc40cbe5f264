"""TODO bot/desk/key_dates."""
