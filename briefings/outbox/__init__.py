"""The ledger: every message the bot owes, of any kind, from pending to its end."""
