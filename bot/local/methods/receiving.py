"""Methods that bring updates and files to the bot."""

from typing import Any
from urllib.parse import urlsplit

from bot.local.feed import Update, Webhook
from bot.local.files import MAX_DOWNLOAD
from bot.local.methods.registry import method
from bot.local.parameters import Parameters
from bot.local.refusals import bad_request
from bot.local.telegram import World

MAX_TIMEOUT = 50


@method
async def get_updates(world: World, given: Parameters) -> list[Update]:
    """https://core.telegram.org/bots/api#getupdates."""
    world.feed.allow(_allowed(given))
    limit = min(max(given.integer("limit", 100), 1), 100)
    timeout = min(max(given.integer("timeout"), 0), MAX_TIMEOUT)
    return await world.feed.poll(given.integer("offset"), limit, timeout)


@method
def set_webhook(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setwebhook; unlike Telegram it takes plain HTTP, but on loopback only."""
    url = given.text("url")
    if url and urlsplit(url).hostname not in {"127.0.0.1", "localhost", "::1"}:
        raise bad_request("bad webhook: this local server posts to loopback only")
    world.feed.allow(_allowed(given))
    world.feed.webhook = Webhook(url, given.text("secret_token"))
    return _drop_if_asked(world, given)


@method
def delete_webhook(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletewebhook."""
    world.feed.webhook = Webhook()
    return _drop_if_asked(world, given)


@method
def get_webhook_info(world: World, given: Parameters) -> dict[str, Any]:  # noqa: ARG001 - every method takes parameters
    """https://core.telegram.org/bots/api#getwebhookinfo."""
    webhook = world.feed.webhook
    info = {"url": webhook.url, "has_custom_certificate": False, "pending_update_count": len(world.feed)}
    if webhook.last_error_date:
        info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error_message}
    if world.feed.allowed:
        info["allowed_updates"] = sorted(world.feed.allowed)
    return info


@method
def get_file(world: World, given: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getfile."""
    file = world.files.find(given.text("file_id"))
    if len(file.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    unique = {"file_id": file.id, "file_unique_id": f"u{file.id}"}
    return {**unique, "file_size": len(file.data), "file_path": file.path}


def _allowed(given: Parameters) -> list[str] | None:
    return [str(kind) for kind in given.array("allowed_updates")] if "allowed_updates" in given.values else None


def _drop_if_asked(world: World, given: Parameters) -> bool:
    if given.flag("drop_pending_updates"):
        world.feed.drop()
    return True
