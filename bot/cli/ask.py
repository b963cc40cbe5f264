"""`ask`: answer one question, or a batch of them, from the published briefings."""

import time
from argparse import Namespace
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from bot.cli.output import BAD_USAGE, complain, say, say_json
from bot.cli.reading import read_records
from bot.features.asking.answer_view import AnswerInContext, answer_text
from bot.locales import texts
from bot.runtime.services import Desk, open_desk
from bot.settings import Settings
from bot.ui.view_context import ViewContext
from briefings.answers import Answer, Finding
from briefings.errors import Gone
from briefings.model.briefing import When
from briefings.model.key_date import KeyDate


async def command(options: Namespace, settings: Settings) -> int:
    """Write the reply, or the contract's JSON; a batch answers a line for each question."""
    async with open_desk(settings) as desk:
        if options.batch:
            return await _batch(desk, options)
        now = desk.clock.now()
        answer, milliseconds = await _ask(desk, options.question, now)
        if options.json:
            say_json(await _as_json(desk, None, answer, milliseconds, now, explain=options.explain))
            return 0
        say(await _reply(desk, answer, now))
        if options.explain:
            say_json(asdict(answer.explanation))
    return 0


async def _batch(desk: Desk, options: Namespace) -> int:
    code = 0
    for number, record in read_records(options.batch):
        try:
            question, now = _asked(record, desk.clock.now())
        except ValueError as error:
            complain(f"{options.batch}, line {number}: {error}")
            code = BAD_USAGE
            continue
        answer, milliseconds = await _ask(desk, question, now)
        say_json(await _as_json(desk, (record or {}).get("id"), answer, milliseconds, now, explain=options.explain))
    return code


def _asked(record: dict[str, Any] | None, now: datetime) -> tuple[str, datetime]:
    """Return a line's question and the instant it is asked at; ValueError says what the line lacks."""
    if record is None or not isinstance(record.get("question"), str):
        raise ValueError('is not a JSON object like {"id": "1", "question": "…"}')
    return record["question"], _instant(record["now"]) if record.get("now") else now


def _instant(answered: Any) -> datetime:
    """Read an instant; ValueError where it is none, or leaves its offset out."""
    wanted = ValueError('"now" is no instant like "2019-05-02T09:00:00+05:00"')
    try:
        instant = datetime.fromisoformat(str(answered))
    except ValueError:
        raise wanted from None
    if instant.tzinfo is None:
        raise wanted
    return instant.astimezone(UTC)


async def _ask(desk: Desk, question: str, now: datetime) -> tuple[Answer, float]:
    start = time.perf_counter()
    answer = await desk.answers.ask(question, zone=desk.settings.default_timezone, now=now)
    return answer, (time.perf_counter() - start) * 1000


async def _as_json(
    desk: Desk, key: Any, answer: Answer, milliseconds: float, now: datetime, *, explain: bool
) -> dict[str, Any]:
    result = {
        "id": key,
        "answered": bool(answer.findings),
        "findings": [_finding(finding) for finding in answer.findings],
        "reply": await _reply(desk, answer, now),
        "ms": round(milliseconds, 1),
    }
    return {**result, "explanation": asdict(answer.explanation)} if explain else result


async def _reply(desk: Desk, answer: Answer, now: datetime) -> str:
    settings = desk.settings
    viewer = ViewContext(texts(answer.language), now, settings.default_timezone, settings.stale_days)
    return answer_text(AnswerInContext(answer, await _key_dates(desk, answer)), viewer)


async def _key_dates(desk: Desk, answer: Answer) -> dict[int, KeyDate]:
    found = {}
    for key_date_id in {finding.key_date_id for finding in answer.findings if finding.key_date_id is not None}:
        try:
            found[key_date_id] = await desk.key_dates.get(key_date_id)
        except Gone:
            continue
    return found


def _finding(finding: Finding) -> dict[str, Any]:
    briefing = finding.briefing
    return {
        "text": finding.text,
        "quote": finding.quote,
        "date": _when(finding.date),
        "score": round(finding.score, 3),
        "briefing": {
            "id": briefing.id,
            "title": briefing.title,
            "source": briefing.source,
            "url": briefing.url,
            "published": briefing.published.isoformat() if briefing.published else None,
        },
    }


def _when(when: When | None) -> dict[str, str] | None:
    if when is None:
        return None
    return {
        "value": when.value,
        "first": when.first.isoformat(),
        "last": when.last.isoformat(),
        "precision": when.precision,
    }
