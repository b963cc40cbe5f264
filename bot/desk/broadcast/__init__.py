"""`/broadcast`: a text that an editor sends to all readers."""
