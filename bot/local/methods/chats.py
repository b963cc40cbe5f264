"""Methods about chats and their members."""

from typing import Any

from bot.local.methods.common import user_id_of
from bot.local.methods.registry import method
from bot.local.parameters import Parameters
from bot.local.people import member_as_json, set_status
from bot.local.records import ADMINISTRATORS, Chat
from bot.local.refusals import bad_request
from bot.local.telegram import World


@method
def get_chat(world: World, given: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getchat."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    needed = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False)}
    return {**world.find_chat(given.chat_id()).as_json(), **needed}


@method
def get_chat_member(world: World, given: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getchatmember."""
    chat, user = _group(world, given), world.users.get(user_id_of(given))
    if user is None:
        raise bad_request("member not found")
    return member_as_json(user, chat.statuses.get(user.id, "left"))


@method
def get_chat_administrators(world: World, given: Parameters) -> list[dict[str, Any]]:
    """https://core.telegram.org/bots/api#getchatadministrators."""
    chat = _group(world, given)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    admins = [(world.users[key], status) for key, status in chat.statuses.items() if status in ADMINISTRATORS]
    return [member_as_json(user, status) for user, status in admins]


@method
def get_chat_member_count(world: World, given: Parameters) -> int:
    """https://core.telegram.org/bots/api#getchatmembercount."""
    chat = _group(world, given)
    return sum(chat.has(user_id) for user_id in chat.statuses)


@method
def leave_chat(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#leavechat."""
    chat = _group(world, given)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    set_status(world, chat, world.bot, world.bot, "left")
    return True


def _group(world: World, given: Parameters) -> Chat:
    return world.writable(given.chat_id())
