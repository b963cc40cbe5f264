"""Key dates moved, cancelled and settled by editors, and how their followers were told."""
