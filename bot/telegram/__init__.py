"""What every feature uses to read what Telegram brings: button data, typed words, whole updates."""
