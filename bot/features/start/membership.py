"""People who block the bot and come back, groups that take it in, put it out or become supergroups."""

from telegram import ChatMember, Update
from telegram.constants import ChatMemberStatus
from telegram.ext import BaseHandler, ChatMemberHandler, MessageHandler, filters

from bot.features.start.welcome_view import welcome
from bot.telegram.context import Context
from bot.telegram.replies import say
from bot.telegram.updates import chat_of, view_context_for

OUT = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Notice who left and who returned."""
    return [
        ChatMemberHandler(on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.StatusUpdate.MIGRATE, on_migration),
    ]


async def on_membership(update: Update, context: Context) -> None:
    """Stop writing to those who do not want it, go on with those who came back, greet a group that is new."""
    change = update.my_chat_member
    if change is None:
        return
    was_in, is_in = _is_in(change.old_chat_member), _is_in(change.new_chat_member)
    if was_in and not is_in:
        await context.services.readers.left(chat_of(update))
    elif is_in and not was_in:
        reader = await context.reader(update)  # a new group speaks the language of whoever adds the bot
        await context.services.readers.returned(chat_of(update))
        if reader.is_group:
            await say(update, context, welcome(None, True, view_context_for(context, reader)))


async def on_migration(update: Update, context: Context) -> None:
    """Follow a group to its new id; Telegram tells it in the old one and in the new one."""
    message = update.effective_message
    if message is not None and message.migrate_to_chat_id is not None:
        await context.services.readers.migrate_chat(message.chat_id, message.migrate_to_chat_id)
    elif message is not None and message.migrate_from_chat_id is not None:
        await context.services.readers.migrate_chat(message.migrate_from_chat_id, message.chat_id)


def _is_in(member: ChatMember) -> bool:
    return member.status not in OUT
