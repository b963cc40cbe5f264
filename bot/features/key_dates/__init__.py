"""TODO bot/features/key_dates."""
