"""TODO bot/desk/broadcast."""
