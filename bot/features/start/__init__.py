"""TODO bot/features/start."""
