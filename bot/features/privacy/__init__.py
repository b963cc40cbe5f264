"""TODO bot/features/privacy."""
