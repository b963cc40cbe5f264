"""`/stats`: figures about briefings, readers and messages."""
