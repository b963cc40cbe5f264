"""What the bot sends by itself: reminders, digests, broadcasts, conflicts."""
