"""What is kept about a reader: shown, sent, deleted."""
