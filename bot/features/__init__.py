"""TODO bot/features."""
