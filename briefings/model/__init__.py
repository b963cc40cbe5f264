"""TODO briefings/model."""
