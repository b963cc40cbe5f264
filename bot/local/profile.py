"""What the bot says about itself: names, descriptions, menus of commands by scope and language."""

import re
from typing import Any

from bot.local.refusals import bad_request

MAX_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}$")
_ABOUT = {"name": 64, "description": 512, "short_description": 120}

Commands = list[dict[str, str]]
Scope = dict[str, Any] | None  # none: the default scope


class Profile:
    """Everything that ``setMy…`` sets."""

    def __init__(self, name: str) -> None:
        self._commands: dict[tuple[str, str], Commands] = {}
        self._about: dict[tuple[str, str], str] = {("name", ""): name}
        self.menu_button: dict[str, Any] = {"type": "commands"}

    def set_about(self, subject: str, text: str, language: str) -> None:
        """Set the name, description or short description for a language ("" for all others)."""
        if len(text) > _ABOUT[subject]:
            raise bad_request(f"bot {subject.replace('_', ' ')} is too long")
        self._about[subject, language] = text

    def about(self, subject: str, language: str) -> str:
        """Return the name, description or short description in a language."""
        return self._about.get((subject, language)) or self._about.get((subject, ""), "")

    def set_commands(self, commands: list[Any], scope: Scope, language: str) -> None:
        """Set the menu of a scope and language; an empty list takes it away."""
        if not all(isinstance(one, dict) for one in commands):
            raise bad_request("can't parse BotCommand: expected an Object")
        if len(commands) > MAX_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self._commands[_key(scope), language] = [_command(one) for one in commands]

    def commands(self, scope: Scope, language: str) -> Commands:
        """Return exactly what was set for a scope and language."""
        return self._commands.get((_key(scope), language), [])

    def forget_commands(self, scope: Scope, language: str) -> None:
        """Take the menu of a scope and language away."""
        self._commands.pop((_key(scope), language), None)

    def menu(self, user_id: int, chat_id: int, language: str, *, is_admin: bool = False) -> Commands:
        """Return the menu that a person sees in a chat: the nearest scope, their language before none."""
        for scope in _seen(user_id, chat_id, is_admin=is_admin):
            for spoken in (language, ""):
                if commands := self._commands.get((scope, spoken)):
                    return commands
        return []


def _seen(user_id: int, chat_id: int, *, is_admin: bool) -> list[str]:
    if chat_id > 0:
        return [f"chat:{chat_id}:", "all_private_chats::", "default::"]
    admins = [f"chat_administrators:{chat_id}:"] if is_admin else []
    all_admins = ["all_chat_administrators::"] if is_admin else []
    own = [f"chat_member:{chat_id}:{user_id}", *admins, f"chat:{chat_id}:"]
    return [*own, *all_admins, "all_group_chats::", "default::"]


def _key(scope: Scope) -> str:
    given = scope or {}
    return f"{given.get('type', 'default')}:{given.get('chat_id', '')}:{given.get('user_id', '')}"


def _command(given: dict[str, Any]) -> dict[str, str]:
    command, description = str(given.get("command", "")).removeprefix("/"), str(given.get("description", ""))
    if not _COMMAND.match(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}
