"""TODO bot/features/reminders."""
