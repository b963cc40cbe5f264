"""A text to all readers."""
