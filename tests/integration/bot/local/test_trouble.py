import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter

from bot.local import Limits, LocalTelegram


async def test_floods_are_refused_with_the_time_to_wait() -> None:
    async with LocalTelegram("1:test", limits=Limits.telegram()) as telegram:
        telegram.person(7)
        async with Bot("1:test", base_url=f"{telegram.url}/bot") as bot:
            for _ in range(3):
                await bot.send_message(7, "hello")
            with pytest.raises(RetryAfter, match="Flood control exceeded"):
                await bot.send_message(7, "hello")
        assert len(telegram.calls.accepted.to(7)) == 3


async def test_a_connection_dropped_before_leaves_nothing(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    telegram.faults.add("drop_before", times=1)
    with pytest.raises(NetworkError):
        await bot.send_message(7, "hello")
    assert reader.messages == []
    assert [(call.code, call.dropped) for call in telegram.calls.of("sendMessage")] == [(0, True)]


async def test_a_connection_dropped_after_leaves_the_message(telegram: LocalTelegram, bot: Bot) -> None:
    reader = telegram.person(7)
    telegram.faults.add("drop_after", times=1)
    with pytest.raises(NetworkError):
        await bot.send_message(7, "hello")
    assert [message.text for message in reader.messages] == ["hello"]
    assert [(call.accepted, call.dropped) for call in telegram.calls.of("sendMessage")] == [(True, True)]


async def test_server_errors_and_floods_on_order(telegram: LocalTelegram, bot: Bot) -> None:
    telegram.person(7)
    telegram.faults.add("server_error", times=1)
    telegram.faults.add("flood", seconds=9, times=1)
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(7, "hello")
    with pytest.raises(RetryAfter, match="Flood control exceeded"):
        await bot.send_message(7, "hello")
    telegram.faults.add("delay", seconds=0, times=1)
    assert await bot.send_message(7, "hello")


async def test_the_journal_has_no_token_and_can_be_waited_for(telegram: LocalTelegram, bot: Bot) -> None:
    telegram.person(7)
    await bot.send_message(7, "hello")
    call = await telegram.called("sendMessage", chat_id=7)
    assert call.accepted
    assert call.parameters["text"] == "hello"
    assert "1:test" not in repr(list(telegram.calls))
