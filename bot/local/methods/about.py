"""Methods about the bot itself: who it is, what it is called, which commands it offers."""

from typing import Any

from bot.local.methods.registry import method
from bot.local.parameters import Parameters
from bot.local.telegram import World


@method
def get_me(world: World, given: Parameters) -> dict[str, Any]:  # noqa: ARG001 - every method takes parameters
    """https://core.telegram.org/bots/api#getme."""
    rights = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return {**world.bot.as_json(), **rights}


@method
def log_out(world: World, given: Parameters) -> bool:  # noqa: ARG001 - every method takes parameters
    """https://core.telegram.org/bots/api#logout."""
    return True


@method
def close(world: World, given: Parameters) -> bool:  # noqa: ARG001 - every method takes parameters
    """https://core.telegram.org/bots/api#close."""
    return True


@method
def set_my_commands(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setmycommands."""
    scope, language = _scope_and_language(world, given)
    world.profile.set_commands(given.array("commands"), scope, language)
    return True


@method
def get_my_commands(world: World, given: Parameters) -> list[dict[str, str]]:
    """https://core.telegram.org/bots/api#getmycommands."""
    return world.profile.commands(*_scope_and_language(world, given))


@method
def delete_my_commands(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands."""
    world.profile.forget_commands(*_scope_and_language(world, given))
    return True


@method
def set_my_name(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setmyname."""
    return _set_about(world, given, "name")


@method
def set_my_description(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setmydescription."""
    return _set_about(world, given, "description")


@method
def set_my_short_description(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setmyshortdescription."""
    return _set_about(world, given, "short_description")


@method
def get_my_name(world: World, given: Parameters) -> dict[str, str]:
    """https://core.telegram.org/bots/api#getmyname."""
    return _about(world, given, "name")


@method
def get_my_description(world: World, given: Parameters) -> dict[str, str]:
    """https://core.telegram.org/bots/api#getmydescription."""
    return _about(world, given, "description")


@method
def get_my_short_description(world: World, given: Parameters) -> dict[str, str]:
    """https://core.telegram.org/bots/api#getmyshortdescription."""
    return _about(world, given, "short_description")


@method
def set_chat_menu_button(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setchatmenubutton."""
    world.profile.menu_button = given.object("menu_button") or {"type": "default"}
    return True


@method
def get_chat_menu_button(world: World, given: Parameters) -> dict[str, Any]:  # noqa: ARG001 - one for all chats
    """https://core.telegram.org/bots/api#getchatmenubutton."""
    return world.profile.menu_button


def _scope_and_language(world: World, given: Parameters) -> tuple[Any, str]:
    scope = given.object("scope")
    if "chat_id" in scope:
        world.find_chat(Parameters(scope).chat_id())
    return scope, given.text("language_code")


def _set_about(world: World, given: Parameters, subject: str) -> bool:
    world.profile.set_about(subject, given.text(subject), given.text("language_code"))
    return True


def _about(world: World, given: Parameters, subject: str) -> dict[str, str]:
    return {subject: world.profile.about(subject, given.text("language_code"))}
