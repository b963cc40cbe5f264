"""What people do in Telegram: they talk, forward, press buttons, block the bot; the bot gets updates of it."""

import zlib
from datetime import datetime
from typing import Any

from bot.local.feed import Update
from bot.local.formatting import FormattedText, len_utf16
from bot.local.records import ADMINISTRATORS, Chat, Message, User
from bot.local.telegram import World

MAX_TEXT = 4096  # UTF-16 code units in a message


def say(world: World, person: User, chat: Chat, text: str, *, reply_to: Message | None = None) -> list[Message]:
    """Send a text; a long one goes out as several messages, cut at line ends where possible."""
    return [post(world, person, chat, FormattedText(part), reply_to=reply_to) for part in split_text(text)]


def post(world: World, person: User, chat: Chat, body: FormattedText, **more: Any) -> Message:
    """Send one message of any kind, and tell the bot if it may read it."""
    message = world.add(chat, person, body.trimmed().with_found(), **more)
    if _bot_reads(world, message):
        world.feed.push("message", message.as_json())
    return message


def send_file(
    world: World, person: User, chat: Chat, name: str, data: bytes, caption: str = "", **more: Any
) -> Message:
    """Send a document with a caption."""
    document = {"document": world.files.keep(name, data).as_json()}
    return post(world, person, chat, FormattedText(caption), attachment=document, **more)


def forward(world: World, person: User, chat: Chat, message: Message) -> Message:
    """Forward a message that somebody sent."""
    origin = message.origin or {"type": "user", "date": message.date, "sender_user": message.sender.as_json()}
    return post(world, person, chat, message.body, attachment=message.attachment, origin=origin)


def forward_post(
    world: World,
    person: User,
    chat: Chat,
    text: str,
    *,
    channel: str = "",
    sent: datetime | None = None,
    file: tuple[str, bytes] | None = None,
) -> Message:
    """Forward a post of a channel that the bot does not know, or of somebody who hides their account."""
    date = int(sent.timestamp()) if sent else world.stamp()
    origin: dict[str, Any] = {"type": "hidden_user", "date": date, "sender_user_name": "Somebody"}
    if channel:
        source = {"id": _channel_id(channel), "type": "channel", "title": channel}
        origin = {"type": "channel", "date": date, "chat": source, "message_id": 1}
    attachment = {"document": world.files.keep(*file).as_json()} if file else {}
    return post(world, person, chat, FormattedText(text), attachment=attachment, origin=origin)


def edit(world: World, message: Message, text: str) -> None:
    """Change the text of one's own message."""
    world.change(message, body=FormattedText(text).trimmed().with_found())
    if _bot_reads(world, message):
        world.feed.push("edited_message", message.as_json())


def set_status(world: World, chat: Chat, by: User, user: User, status: str) -> None:
    """Let somebody join, leave, be thrown out or be promoted; the bot hears of itself as ``my_chat_member``."""
    before = chat.statuses.get(user.id, "left")
    chat.statuses[user.id] = status
    kind = "my_chat_member" if user is world.bot else "chat_member"
    members = {"old_chat_member": member_as_json(user, before), "new_chat_member": member_as_json(user, status)}
    world.feed.push(kind, _happened(world, chat, by) | members)
    world.happen("chat", chat)


def upgrade(world: World, group: Chat, new_id: int) -> Chat:
    """Turn a group into a supergroup, which has another id; the old one only says where it went."""
    new = Chat(new_id, "supergroup", group.title, statuses=dict(group.statuses))
    world.chats[new.id] = new
    by = next(world.users[user_id] for user_id in group.statuses if user_id != world.bot.id)
    post(world, by, group, FormattedText(), service={"migrate_to_chat_id": new.id})
    post(world, by, new, FormattedText(), service={"migrate_from_chat_id": group.id})
    group.migrated_to = new.id
    return new


def member_as_json(user: User, status: str) -> dict[str, Any]:
    """Return a member of a chat as the Bot API writes it, rights included."""
    member: dict[str, Any] = {"status": status, "user": user.as_json()}
    if status == "kicked":
        member["until_date"] = 0
    if status == "creator":
        member["is_anonymous"] = False
    if status == "administrator":
        member |= dict.fromkeys(_RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
    return member


def split_text(text: str) -> list[str]:
    """Cut a text into messages as the apps do: at most 4,096 UTF-16 units, preferring line ends, then blanks."""
    parts, rest = [], text.strip()
    while len_utf16(rest) > MAX_TEXT:
        most = rest.encode("utf-16-le")[: 2 * MAX_TEXT].decode("utf-16-le", "ignore")
        cut = max(most.rfind("\n"), 0) or max(most.rfind(" "), 0) or len(most)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, rest]


_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def _channel_id(title: str) -> int:
    return -1_000_000_000_000 - zlib.crc32(title.encode())


def _happened(world: World, chat: Chat, by: User) -> Update:
    return {"chat": chat.as_json(), "from": by.as_json(), "date": world.stamp()}


def _bot_reads(world: World, message: Message) -> bool:
    """Privacy mode: in groups a bot reads commands, replies to itself and service messages, as an administrator all."""
    chat, bot = message.chat, world.bot
    if chat.is_private:
        return chat.has(bot.id)
    if not chat.has(bot.id):
        return False
    if chat.statuses[bot.id] in ADMINISTRATORS or message.service:
        return True
    return _is_command_for(bot, message) or (message.reply_to is not None and message.reply_to.sender is bot)


def _is_command_for(bot: User, message: Message) -> bool:
    first = message.body.entities[0] if message.body.entities else None
    if not first or (first.type, first.offset) != ("bot_command", 0):
        return False
    _, _, addressee = message.text[: first.length].partition("@")
    return not addressee or addressee.lower() == bot.username.lower()
