"""TODO briefings/key_dates/detection."""
