"""Asking somebody to write something; in a group the bot reads only what is a reply to it."""

from telegram import Update

from bot.telegram.context import Context
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import is_group
from bot.ui.markup import join, link
from bot.ui.message import Message
from briefings.intake.characters import tidy_title


async def prompt(update: Update, context: Context, message: Message, *, below: bool = False) -> None:
    """Ask in place of the message with the pressed button, or `below` it; in a group open the reply field of who did.

    https://core.telegram.org/bots/features#privacy-mode tells what a bot reads in groups.
    """
    if is_group(update):
        await _ask_in_group(update, context, message)
    elif below:
        await toast(update, "")
        await say(update, context, message)
    else:
        await show(update, context, message)


async def _ask_in_group(update: Update, context: Context, message: Message) -> None:
    """Name who is asked: a reply field opens only for those who are named or replied to."""
    user, t = update.effective_user, await context.texts(update)
    name = link(tidy_title(user.first_name) or "👤", f"tg://user?id={user.id}") if user else ""
    await toast(update, "")
    asked = Message(join([name, message.text, t("reply-here")]))
    await say(update, context, asked, reply=update.callback_query is None, awaits_reply=True)
