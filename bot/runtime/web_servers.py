"""Which page is served at which address: the world's at LISTEN, the operators' at METRICS_LISTEN or with a token."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from ipaddress import ip_address

from bot.errors import UsageError
from bot.features.calendar.calendar_view import calendar
from bot.locales import texts
from bot.observability.metrics import counting_errors
from bot.runtime.gauges import Disks, Figures
from bot.runtime.pages import health_pages, metrics_page, with_token
from bot.runtime.web import Handler, Web
from bot.settings import Settings
from bot.telegram.context import Services
from bot.ui.view_context import ViewContext

MOST_IN_FEED = 500


@asynccontextmanager
async def listening(services: Services, add_webhook: Callable[[Web], None]) -> AsyncIterator[None]:
    """Serve all pages while entered; `add_webhook` puts Telegram's beside the world's."""
    settings = services.settings
    async with AsyncExitStack() as stack:
        private = _private_pages(services)
        if settings.listen:
            web = Web(settings.listen)
            add_webhook(web)
            web.calendar(_feed(services))
            for path, page in (_public_pages(services) | (private if _is_private(settings) else {})).items():
                web.page(path, page)
            await stack.enter_async_context(_serving(web, "LISTEN", settings.listen))
        if settings.metrics_listen:
            web = Web(settings.metrics_listen)
            for path, page in private.items():
                web.page(path, page)
            await stack.enter_async_context(_serving(web, "METRICS_LISTEN", settings.metrics_listen))
        stack.enter_context(counting_errors(services.metrics.errors))
        yield


def _is_private(settings: Settings) -> bool:
    """Whether the world's address may show the operators' pages: behind a token, or where nobody else comes to it.

    A webhook at a loopback address has a proxy before it, which may let the world in.
    """
    if settings.metrics_token.get_secret_value():
        return True
    return not settings.metrics_listen and not settings.webhook_url and _is_loopback(settings.listen)


def _is_loopback(address: str) -> bool:
    host = address.rpartition(":")[0].strip("[]")
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _public_pages(services: Services) -> dict[str, Handler]:
    return health_pages(services.health, in_detail=False)


def _private_pages(services: Services) -> dict[str, Handler]:
    """Make the operators' pages; health asks for no token, as supervisors have none, but then keeps its reasons."""
    token = services.settings.metrics_token.get_secret_value()
    metrics = metrics_page(services.metrics.registry, _collect_figures(services))
    return health_pages(services.health, in_detail=not token) | {"/metrics": with_token(token, metrics)}


def _collect_figures(services: Services) -> Figures:
    """Let the registry give what stands in the database and on the disks as well."""
    settings = services.settings
    figures = Figures(
        services.database,
        services.stats,
        services.clock,
        settings.default_timezone,
        services.health,
        services.outages,
    )
    folders = {"data": services.database.folder, "backups": settings.backup_dir}
    services.metrics.registry.register(figures)
    services.metrics.registry.register(Disks({name: folder for name, folder in folders.items() if folder}))
    return figures


def _feed(services: Services) -> Callable[[], Awaitable[bytes]]:
    settings = services.settings

    async def key_dates() -> bytes:
        viewer = ViewContext(
            texts(settings.default_language), services.clock.now(), settings.default_timezone, settings.stale_days
        )
        return calendar((await services.key_dates.ahead(viewer.today, limit=MOST_IN_FEED)).dates, viewer)

    return key_dates


@asynccontextmanager
async def _serving(web: Web, setting: str, address: str) -> AsyncIterator[None]:
    try:
        runner = await web.start()
    except OSError as error:
        raise UsageError(f"{setting}: {address} cannot be used: {error.strerror}") from None
    try:
        yield
    finally:
        await runner.cleanup()
