"""The ledger: every message that the bot has to send, of any kind, from pending to its end."""
