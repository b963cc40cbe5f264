"""TODO bot/features/digest."""
