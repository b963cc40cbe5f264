"""Readers, their settings, forgetting them, and what the bot waits to hear from them."""
