import pytest
from telegram.error import BadRequest

from bot.delivery import TelegramSender
from bot.delivery.bulk_request import LeanRequest
from bot.ui.markup import Html, escape
from bot.ui.message import Button, Message

TOKEN = "1:test"
TOO_LONG = "word " * 1_000


@pytest.fixture
async def make_sender(telegram):
    """Give senders whose connections are open; all are closed at the end."""
    senders = []

    async def make(**options):
        senders.append(TelegramSender(TOKEN, telegram.url, **options))
        return await senders[-1].__aenter__()

    yield make
    for sender in senders:
        await sender.__aexit__(None, None, None)


@pytest.fixture
def poor(monkeypatch):
    """Let Telegram refuse what is to be paid for."""
    really_do = LeanRequest.do_request

    async def refuse(self, url, method, request_data=None, *rest, **named):
        if request_data and "allow_paid_broadcast" in request_data.json_parameters:
            return 400, b'{"ok": false, "error_code": 400, "description": "Bad Request: BALANCE_TOO_LOW"}'
        return await really_do(self, url, method, request_data, *rest, **named)

    monkeypatch.setattr(LeanRequest, "do_request", refuse)


def paid(telegram):
    """Tell of each message whether it was to be paid for."""
    return [call.parameters.get("allow_paid_broadcast") for call in telegram.calls.of("sendMessage")]


async def test_nothing_is_paid_for_by_itself(make_sender, telegram):
    telegram.person(101)
    await (await make_sender()).send(101, Message(escape("hello")))
    assert paid(telegram) == [None]


async def test_messages_are_paid_for_where_that_is_wanted(make_sender, telegram):
    telegram.person(101)
    await (await make_sender(paid=True)).send(101, Message(escape("hello")))
    assert paid(telegram) == ["true"]


async def test_however_long_it_is_one_message_goes(make_sender, telegram):
    anna = telegram.person(101)
    keyboard = ((Button("More", "more"),),)
    await (await make_sender()).send(101, Message(Html(f"<b>{TOO_LONG}</b>"), keyboard))
    (message,) = anna.messages
    assert message.text.startswith("word word")
    assert message.text.endswith("word\n…")
    assert 3_500 < len(message.text) <= 4_096


async def test_an_empty_purse_keeps_nothing_back_and_is_told_once(make_sender, telegram, poor, caplog):
    anna, sender = telegram.person(101), await make_sender(paid=True)
    for text in ("first", "second"):
        await sender.send(101, Message(escape(text)))
        await anna.hears(text)
    assert paid(telegram) == [None, None]
    assert caplog.text.count("too few Stars") == 1


async def test_what_telegram_refuses_for_another_reason_is_refused(make_sender, telegram):
    telegram.person(101)
    with pytest.raises(BadRequest):
        await (await make_sender(paid=True)).send(101, Message(escape("")))
