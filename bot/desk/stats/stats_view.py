"""How the bot is used, in figures."""

from dataclasses import fields

from bot.locales import Texts
from bot.ui.markup import join
from bot.ui.message import Message
from briefings.editorial.usage import Figures


def stats_message(figures: Figures, t: Texts) -> Message:
    """Show all figures, a line each."""
    names = [field.name for field in fields(figures)]
    lines = [t(f"stats-{name.replace('_', '-')}", count=getattr(figures, name)) for name in names]
    return Message(join([t("stats-title"), *lines]))
