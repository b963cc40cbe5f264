"""The bot's life: connect, serve, and stop in order."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from uuid import uuid4

from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.delivery import CircuitBreaker, CountingRequest, Delivery, RateLimit, TelegramSender
from bot.delivery.renderer import Renderer
from bot.errors import UsageError
from bot.observability.health import beating
from bot.observability.log_context import share_salt
from bot.runtime.application import build
from bot.runtime.background import alerting, in_background, recovering
from bot.runtime.backups import LOOK_EVERY, Backups
from bot.runtime.checks import LOOK_WITHIN, database_check, liveness_check, telegram_check
from bot.runtime.observers import DeliveryObserver, TelegramListener
from bot.runtime.poller import Store
from bot.runtime.processing import Processor, UpdateApplication
from bot.runtime.receiving import Watch, receiving
from bot.runtime.scheduler import Scheduler
from bot.runtime.services import reader_defaults
from bot.runtime.update_dispatcher import Dispatcher
from bot.runtime.update_store import Storing
from bot.runtime.web import Web
from bot.runtime.web_servers import listening
from bot.runtime.webhook import webhook
from bot.settings import Settings
from bot.telegram.context import App, Services
from bot.telegram.menus import Role, set_menus
from briefings.inbox import Ended, Inbox, Taken
from briefings.maintenance import EVERY, Maintenance
from briefings.notices.digests import plan_next
from briefings.outbox.budget import sending_budget
from briefings.outbox.ledger import Ledger
from briefings.text import Language

logger = logging.getLogger(__name__)
RETRIES_AT_START = 5
PAYING = "PAID_SEND_RATE: up to %g messages a second, beyond 30 for Stars from the bot's balance"
FINISHING_SHARE, CLOSING_SHARE = 0.5, 0.2
"""Of STOP_SECONDS: for the updates in hand, and for long pastes in use."""
LEASE = timedelta(seconds=90)
"""Real time that one copy may hold a message before another takes it over: longer than any request may last."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where Telegram is, and by which token it knows us."""

    token: str
    api_root: str


@dataclass(frozen=True, slots=True)
class Serving:
    """The running bot: its schedule wants to be woken when time jumps."""

    schedule: Scheduler
    receiving: Watch

    async def lasts(self) -> None:
        """Wait for ever; raise `TokenRevoked` when nothing can be received any more."""
        await self.receiving.lasts()


@asynccontextmanager
async def serving(services: Services, address: Address, *, alone: bool) -> AsyncIterator[Serving]:
    """Do all that the bot does while entered."""
    rate_limit, breaker = RateLimit(services.settings.ledger_rate), CircuitBreaker(services.outages)
    listener = TelegramListener(services.metrics)
    add_checks(services)
    await share_salt(services.database)
    async with (
        recovering(services),
        delivering(services, address, rate_limit, breaker, alone=alone) as schedule,
        connected(services, address, CountingRequest(rate_limit, breaker, heard=listener.heard)) as app,
        alerting(services, app.bot),
        dispatching(app, services, schedule.wake, alone=alone) as store,
        serving_web(store, services),
    ):
        services.health.add("ready", "telegram", telegram_check(listener.answered, services.outages, app.bot.get_me))
        await greet(app, services)
        async with receiving(app, services, store) as watch:
            schedule.start()
            yield Serving(schedule, watch)


def add_checks(services: Services) -> None:
    """Let the health pages ask the database, and what takes messages and works on them."""
    way = "webhook" if services.settings.webhook_url else "poller"
    services.health.add("ready", "database", database_check(services.database, services.outages))
    services.health.add("alive", way, liveness_check(services.liveness, "receiving"))
    services.health.add("alive", "dispatcher", liveness_check(services.liveness, "dispatching"))


@asynccontextmanager
async def delivering(
    services: Services, address: Address, rate_limit: RateLimit, breaker: CircuitBreaker, *, alone: bool
) -> AsyncIterator[Scheduler]:
    """Make what sends the ledger's messages; at the end all that is in hand is sent and recorded."""
    settings, clock, defaults = services.settings, services.clock, reader_defaults(services.settings)
    ledger = Ledger(services.database, clock, defaults, uuid4().hex, LEASE, (plan_next(defaults),))
    budget = sending_budget(services.database, settings.ledger_rate)
    async with TelegramSender(address.token, address.api_root, paid=pays(settings)) as sender:
        render, outages = Renderer(services), services.outages
        observer, very_late = DeliveryObserver(services.metrics), partial(services.alerts.tell, "late")
        delivery = Delivery(
            ledger,
            clock,
            budget,
            rate_limit,
            sender,
            render,
            services.readers,
            outages,
            breaker,
            very_late,
            observer,
            alone=alone,
        )
        schedule = Scheduler(clock, ledger.next_due, delivery.run, outages, observer.pulse)
        services.health.add("alive", "schedule", schedule.check)
        services.health.add("ready", "ledger", beating(observer.pulse, LOOK_WITHIN))
        upkeep = Maintenance(services.database, clock, defaults)
        await upkeep.catch_up()
        schedule.every(EVERY, upkeep.renew, "upkeep")
        backups = add_backups(services, schedule)
        try:
            async with in_background(breaker.watch(sender.is_reachable, schedule.wake)):
                yield schedule
        finally:
            await backups.stop()
            await delivery.stop()
            await schedule.stop()


def add_backups(services: Services, schedule: Scheduler) -> Backups:
    """Have backups made where a folder for them is set."""
    backups = Backups(
        services.settings,
        services.database,
        services.metrics,
        on_failure=lambda reason: services.alerts.tell("backup", reason=reason),
    )
    if services.settings.backup_dir is not None:
        services.metrics.backup_every.set(services.settings.backup_every.total_seconds())
        schedule.every(LOOK_EVERY, backups.run, "backup")
    return backups


def pays(settings: Settings) -> bool:
    """Return whether the ledger's messages are paid for; that is logged, so that nobody pays by mistake."""
    if settings.paid_send_rate is None:
        return False
    logger.warning(PAYING, settings.paid_send_rate)
    return True


@asynccontextmanager
async def connected(services: Services, address: Address, request: CountingRequest) -> AsyncIterator[UpdateApplication]:
    """Make the application and connect it; a wrong token is a `UsageError`."""
    app = build(services, address.token, address.api_root, request)
    try:
        await _initialize(app)
    except InvalidToken:
        raise UsageError("BOT_TOKEN: Telegram does not know this token; @BotFather shows the right one") from None
    try:
        await app.start()
        yield app
    finally:
        if app.running:
            await _stop(app, services.settings.stop_seconds * CLOSING_SHARE)
        await app.shutdown()


async def _stop(app: UpdateApplication, seconds: float) -> None:
    """Wait so many seconds for long pastes in use; those that take longer are used by the next run."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(app.stop(), seconds)


@asynccontextmanager
async def dispatching(
    app: UpdateApplication, services: Services, wake: Callable[[], None], *, alone: bool
) -> AsyncIterator[Store]:
    """Yield what stores updates; they are worked off while entered, and `wake` is called after each.

    At the end what is in hand is finished.
    """
    inbox = Inbox(services.database, uuid4().hex, services.settings.owner_ids, alone=alone)
    process = Processor(app, inbox)

    async def work(taken: Taken) -> Ended:
        try:
            return await process(taken)
        finally:
            wake()

    dispatcher = Dispatcher(inbox, work, services.outages, services.metrics, services.liveness)
    dispatcher.start()
    try:
        yield Storing(dispatcher.store, app)
    finally:
        await dispatcher.stop(services.settings.stop_seconds * FINISHING_SHARE)


async def greet(app: App, services: Services) -> None:
    """Set the menus; a Telegram that is out of reach is no reason not to start."""
    try:
        await set_menus(app.bot, services.settings.default_language, await _staff(services))
    except TelegramError as error:
        logger.warning("the menus could not be set: %s", error.message)


async def _staff(services: Services) -> dict[int, tuple[Role, Language]]:
    """Return role and language of the owners and editors who have written to the bot: only they can have a menu."""
    editors: dict[int, Role] = {editor.user_id: "editor" for editor in await services.roles.editors()}
    roles: dict[int, Role] = editors | dict.fromkeys(services.settings.owner_ids, "owner")
    languages = await services.readers.languages(roles)
    return {user_id: (roles[user_id], language) for user_id, language in languages.items()}


@asynccontextmanager
async def serving_web(store: Store, services: Services) -> AsyncIterator[None]:
    """Serve webhook, pages and calendar while entered, at the addresses that are set."""
    settings = services.settings

    def add_webhook(web: Web) -> None:
        if settings.webhook_url:
            take = webhook(settings.webhook_secret.get_secret_value(), store)
            web.webhook(settings.webhook_url, take)

    async with listening(services, add_webhook):
        yield


async def _initialize(app: App) -> None:
    reason = ""
    for attempt in range(RETRIES_AT_START):
        try:
            await app.initialize()
        except InvalidToken:
            raise
        except NetworkError as error:
            reason = reason or error.message  # later ones only say that it was away a moment ago
            if attempt + 1 == RETRIES_AT_START:
                raise UsageError(f"Telegram could not be reached: {reason}") from None
            await asyncio.sleep(2**attempt)
        else:
            return
