"""A real application, a handler that breaks with the person's words in hand: the log tells all but the words."""

import json
import logging
from io import StringIO

import pytest
from telegram import Chat, Message, Update, User
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.local.driver import LocalTelegram
from bot.observability.log_context import working_on
from bot.observability.logs import JsonLines, is_fit
from bot.observability.redaction import redactor
from briefings.clock import real_now

WORDS = "marker-eleven"
ANNA = User(7_000_000_001, f"{WORDS} Anna", is_bot=False)
FAILURES = {"value": ValueError, "key": lambda update: KeyError(update.to_dict())}


@pytest.fixture
def log():
    """Catch all that would be logged, at DEBUG."""
    root, output = logging.getLogger(), StringIO()
    handler = logging.StreamHandler(output)
    handler.setFormatter(JsonLines(redactor([])))
    handler.addFilter(is_fit)
    before, root.level = root.level, logging.DEBUG
    root.addHandler(handler)
    yield output
    root.removeHandler(handler)
    root.level = before


@pytest.fixture
async def app():
    """Make an application whose only handler fails."""

    async def fail(update, _context):
        logging.getLogger("bot.telegram").info("working")
        raise FAILURES[update.message.text.split()[0]](update)

    async with LocalTelegram("1:x") as telegram:
        builder = ApplicationBuilder().token("1:x").updater(None).job_queue(None).base_url(f"{telegram.url}/bot")
        async with builder.build() as app:
            app.add_handler(MessageHandler(filters.ALL, fail))
            yield app


@pytest.mark.parametrize("kind", FAILURES)
async def test_a_handler_that_fails_leaves_no_words_in_the_log(app, log, kind):
    for number in (1, 2):
        message = Message(number, real_now(), Chat(ANNA.id, Chat.PRIVATE), from_user=ANNA, text=f"{kind} {WORDS}")
        with working_on(ANNA.id, number):
            await app.process_update(Update(number, message=message))
    entries = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [entry["message"] for entry in entries][:2] == [
        "working",
        "No error handlers are registered, logging exception.",
    ]
    assert "Error: (its message is left out" in entries[1]["traceback"]
    assert len({entry["person"] for entry in entries}) == 1
    assert len({entry["request"] for entry in entries}) == 2
    assert WORDS not in log.getvalue()
    assert str(ANNA.id) not in log.getvalue()
