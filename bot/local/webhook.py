"""Posts updates to the bot's webhook, one after another, again and again until each is taken."""

import asyncio
import logging

import aiohttp

from bot.local.feed import Update, Webhook
from bot.local.telegram import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0  # seconds between attempts
_LOOK_AGAIN = 0.1  # seconds, while the bot polls instead
_log = logging.getLogger(__name__)


async def post_updates(world: World) -> None:
    """Run for ever beside the server."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
        pause = FIRST_PAUSE
        while True:
            update, webhook = await world.feed.first(), world.feed.webhook
            if not webhook.url:
                await asyncio.sleep(_LOOK_AGAIN)
            elif await _post(session, world, webhook, update):
                world.feed.done(update)
                pause = FIRST_PAUSE
            else:
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)


async def _post(session: aiohttp.ClientSession, world: World, webhook: Webhook, update: Update) -> bool:
    headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
    try:
        async with session.post(webhook.url, json=update, headers=headers) as response:
            trouble = "" if response.ok else f"Wrong response from the webhook: {response.status} {response.reason}"
    except (aiohttp.ClientError, TimeoutError) as error:
        trouble = f"Connection failed: {type(error).__name__}"
    if trouble:
        webhook.last_error_date, webhook.last_error_message = world.stamp(), trouble
        _log.warning("%s", trouble)
    return not trouble
