"""TODO bot/observability."""
