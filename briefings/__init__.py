"""What the bot knows of the news, and how it finds it: no Telegram in this package."""
