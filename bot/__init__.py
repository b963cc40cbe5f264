"""What people meet in Telegram."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot's coming form of spans, before it is imported
