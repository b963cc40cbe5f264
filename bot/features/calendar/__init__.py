"""TODO bot/features/calendar."""
