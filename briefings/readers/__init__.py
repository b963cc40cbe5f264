"""TODO briefings/readers."""
