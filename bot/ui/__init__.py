"""Building messages: pure functions from values to texts and buttons; no input, no output, no Telegram."""
