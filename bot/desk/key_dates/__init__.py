"""Key dates moved, cancelled and settled by editors, and what was delivered to their followers."""
