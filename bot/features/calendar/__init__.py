"""Key dates as a calendar file."""
