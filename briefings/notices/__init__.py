"""TODO briefings/notices."""
