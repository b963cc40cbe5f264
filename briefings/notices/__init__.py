"""What people are told without asking: reminders, digests, broadcasts, conflicts."""
