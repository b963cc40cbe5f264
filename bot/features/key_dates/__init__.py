"""What lies ahead and what has passed: lists, timeline, one key date."""
