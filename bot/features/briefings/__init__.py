"""TODO bot/features/briefings."""
