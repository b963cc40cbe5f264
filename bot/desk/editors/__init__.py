"""`/editors`: owners appoint and dismiss editors."""
