"""TODO bot/desk/unanswered."""
