"""TODO briefings/editorial."""
