"""The bot's life: connect, serve, and stop in order."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from functools import partial
from uuid import uuid4

from sqlalchemy import text
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.application import build
from bot.cli.output import UsageError
from bot.commands import Role, set_menus
from bot.context import App, Services
from bot.delivery import CircuitBreaker, CountingRequest, Delivery, TelegramSender, Traffic, sending_budget
from bot.locales import texts
from bot.rendering import Renderer
from bot.runtime.dispatcher import Dispatcher
from bot.runtime.log_context import share_salt
from bot.runtime.poller import Store
from bot.runtime.processing import Processor, UpdateApplication
from bot.runtime.receiving import Watch, receiving
from bot.runtime.storing import Storing
from bot.runtime.tending import alerting, in_background, recovering
from bot.runtime.webhook import webhook
from bot.schedule import Schedule
from bot.settings import Settings
from bot.views.calendar import calendar
from bot.views.moment import Moment
from bot.web import Web
from bot.wiring import reader_defaults
from briefings.clock import today
from briefings.inbox import Ended, Inbox, Taken
from briefings.language import Language
from briefings.outbox.ledger import Ledger
from briefings.reminders.upkeep import EVERY, Upkeep
from db.database import TROUBLE

logger = logging.getLogger(__name__)
RETRIES_AT_START = 5
MOST_IN_FEED = 500
HEALTH_SECONDS = 5.0
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

    schedule: Schedule
    receiving: Watch

    async def lasts(self) -> None:
        """Wait for ever; raise `TokenRevoked` when nothing can be received any more."""
        await self.receiving.lasts()


@asynccontextmanager
async def serving(services: Services, address: Address, *, alone: bool) -> AsyncIterator[Serving]:
    """Do all that the bot does while entered."""
    traffic, breaker = Traffic(services.settings.ledger_rate), CircuitBreaker(services.outages)
    await share_salt(services.database)
    async with (
        recovering(services),
        delivering(services, address, traffic, breaker, alone=alone) as schedule,
        connected(services, address, CountingRequest(traffic, breaker)) as app,
        alerting(services, app.bot),
        dispatching(app, services, schedule.wake, alone=alone) as store,
        serving_web(store, services),
    ):
        await greet(app, services)
        async with receiving(app, services, store) as watch:
            schedule.start()
            yield Serving(schedule, watch)


@asynccontextmanager
async def delivering(
    services: Services, address: Address, traffic: Traffic, breaker: CircuitBreaker, *, alone: bool
) -> AsyncIterator[Schedule]:
    """Make what sends the messages owed; at the end all that is in hand is sent and recorded."""
    settings, clock, defaults = services.settings, services.clock, reader_defaults(services.settings)
    ledger = Ledger(services.database, clock, defaults, uuid4().hex, LEASE)
    budget = sending_budget(services.database, settings.ledger_rate)
    async with TelegramSender(address.token, address.api_root, paid=pays(settings)) as sender:
        render, outages = Renderer(services), services.outages
        very_late = partial(services.alerts.tell, "late")
        delivery = Delivery(
            ledger, clock, budget, traffic, sender, render, services.people, outages, breaker, very_late, alone=alone
        )
        schedule = Schedule(clock, ledger.next_due, delivery.run, outages)
        upkeep = Upkeep(services.database, clock, defaults)
        await upkeep.catch_up()
        schedule.every(EVERY, upkeep.renew, "upkeep")
        try:
            async with in_background(breaker.watch(sender.is_reachable, schedule.wake)):
                yield schedule
        finally:
            await delivery.stop()
            await schedule.stop()


def pays(settings: Settings) -> bool:
    """Return whether what the ledger owes is paid for; that is said, so that nobody pays by mistake."""
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
    editors: dict[int, Role] = {editor.user_id: "editor" for editor in await services.rights.editors()}
    roles: dict[int, Role] = editors | dict.fromkeys(services.settings.owner_ids, "owner")
    languages = await services.people.languages(roles)
    return {user_id: (roles[user_id], language) for user_id, language in languages.items()}


@asynccontextmanager
async def serving_web(store: Store, services: Services) -> AsyncIterator[None]:
    """Serve webhook, health, metrics and calendar while entered, if there is an address to listen at."""
    settings = services.settings
    if not settings.listen:
        yield
        return
    web = Web(settings.listen)
    if settings.webhook_url:
        take = webhook(settings.webhook_secret.get_secret_value(), store)
        web.webhook(settings.webhook_url, take)
    _add_pages(web, services)
    try:
        runner = await web.start()
    except OSError as error:
        raise UsageError(f"LISTEN: {settings.listen} cannot be used: {error.strerror}") from None
    try:
        yield
    finally:
        await runner.cleanup()


async def _initialize(app: App) -> None:
    for attempt in range(RETRIES_AT_START):
        try:
            await app.initialize()
        except InvalidToken:
            raise
        except NetworkError as error:
            if attempt + 1 == RETRIES_AT_START:
                raise UsageError(f"Telegram could not be reached: {error.message}") from None
            await asyncio.sleep(2**attempt)
        else:
            return


def _add_pages(web: Web, services: Services) -> None:
    settings = services.settings
    zone = settings.default_timezone

    async def is_well() -> bool:
        try:
            async with asyncio.timeout(HEALTH_SECONDS), services.database.reading() as session:
                await session.execute(text("SELECT 1"))
        except TROUBLE:
            return False
        return True

    async def numbers() -> Mapping[str, float]:
        return asdict(await services.stats.figures(today(services.clock, zone)))

    async def key_dates() -> bytes:
        moment = Moment(texts(settings.default_language), services.clock.now(), zone, settings.stale_days)
        return calendar((await services.key_dates.ahead(moment.today, limit=MOST_IN_FEED)).dates, moment)

    web.health(is_well)
    web.metrics(numbers)
    web.calendar(key_dates)
