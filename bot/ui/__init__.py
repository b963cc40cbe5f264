"""TODO bot/ui."""
