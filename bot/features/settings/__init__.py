"""TODO bot/features/settings."""
