"""From a group to the private chat: drafts, figures and names of the desk are not for everybody to read."""

from telegram import Update
from telegram.constants import ChatAction, ChatType
from telegram.error import BadRequest, Forbidden

from bot.locales import Texts
from bot.telegram.context import Context
from bot.telegram.replies import say
from bot.ui.markup import plain
from bot.ui.message import Button, Message

ONLY_IN_GROUPS = ("message_thread_id", "is_topic_message", "sender_chat", "sender_tag")


def alone_with(update: Update, context: Context) -> Update:
    """Return the same message as if whoever wrote it in a group had written it in their private chat."""
    given, user = update.to_dict(), update.effective_user
    if user is None or "message" not in given:
        raise ValueError("only a message of a person can go on in a private chat")
    message = {name: value for name, value in given["message"].items() if name not in ONLY_IN_GROUPS}
    message["chat"] = {"id": user.id, "type": ChatType.PRIVATE, "first_name": user.first_name}
    return Update.de_json({**given, "message": message}, context.bot)


async def may_write_to(update: Update, context: Context) -> bool:
    """Whether Telegram lets the bot write to whoever wrote in the group: they must have begun a chat with it."""
    if update.effective_user is None:
        return False
    try:
        await context.bot.send_chat_action(update.effective_user.id, ChatAction.TYPING)
    except (BadRequest, Forbidden):
        return False
    return True


async def lead_to_private(update: Update, context: Context, name: str) -> None:
    """Say in the group where it goes on, with a button that opens that chat."""
    await say(update, context, _to_private(name, context.bot.username, await context.texts(update)), reply=True)


def _to_private(name: str, username: str, t: Texts) -> Message:
    """Say in a group where the desk goes on; the button opens the private chat with the bot."""
    return Message(t(name), ((Button(plain(t("button-to-private")), url=f"https://t.me/{username}?start=desk"),),))
