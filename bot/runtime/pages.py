"""The pages that supervisors and operators ask: is it alive, is it ready, what does it count."""

import hmac
from functools import wraps

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_1_0_0

from bot.observability.health import Health, Kind
from bot.runtime.gauges import Figures
from bot.runtime.web import Handler

PATHS: dict[str, Kind] = {"/healthz": "alive", "/readyz": "ready", "/health": "ready"}


def health_pages(health: Health, *, in_detail: bool) -> dict[str, Handler]:
    """Return the pages that say 200 or 503; only operators are given the reasons."""
    return {path: _health_page(health, kind, in_detail=in_detail) for path, kind in PATHS.items()}


def metrics_page(registry: CollectorRegistry, figures: Figures) -> Handler:
    """Return the page in Prometheus' text format."""

    async def answer(_request: web.Request) -> web.Response:
        await figures.look()
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_PLAIN_1_0_0})

    return answer


def with_token(token: str, page: Handler) -> Handler:
    """Return the page for those only who bring the token (RFC 6750); for everybody where there is none."""
    if not token:
        return page
    wanted = f"Bearer {token}".encode()

    @wraps(page)
    async def answer(request: web.Request) -> web.Response:
        given = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, wanted):
            return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
        return await page(request)

    return answer


def _health_page(health: Health, kind: Kind, *, in_detail: bool) -> Handler:
    async def answer(_request: web.Request) -> web.Response:
        report = await health.report(kind)
        checks = {name: problem or "ok" for name, problem in report.problems.items()}
        body = {"ok": report.ok, "checks": checks} if in_detail else {"ok": report.ok}
        return web.json_response(body, status=200 if report.ok else 503)

    return answer
