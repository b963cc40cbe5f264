from telegram import Bot

from bot.delivery import CountingRequest, Traffic

TOKEN = "1:test"


async def test_an_answer_waits_until_telegram_takes_it(telegram):
    telegram.person(101)
    waits = []

    async def sleep(seconds):
        waits.append(seconds)
        watch[0] += seconds

    watch = [100.0]
    traffic = Traffic(28, lambda: watch[0], sleep)
    for _ in range(30):
        async with traffic.answering():
            pass
    async with Bot(TOKEN, f"{telegram.url}/bot", request=CountingRequest(traffic)) as bot:
        await bot.send_chat_action(101, "typing")
        assert waits == []
        await bot.send_message(101, "hello")
    assert len(waits) == 1
    assert [message.text for message in telegram.person(101).messages] == ["hello"]
