"""TODO bot/features/asking."""
