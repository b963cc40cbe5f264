"""The chat page in a real browser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, MessageHandler, filters

from bot.local import Cast, LocalTelegram, Persona, Sample

CAST = Cast(
    people=(
        Persona(7, "Aigerim", "editor", "ru", "Runs the desk.", (Sample("A file", "/load", "news.txt", b"text"),)),
        Persona(8, "Tom", "reader", "en", "Asks.", ("When is it?",)),
    ),
    welcome="Ask as Tom.",
    timezone="Asia/Almaty",
)


class Rehearsal:
    def __init__(self) -> None:
        self.time = datetime(2019, 5, 3, 4, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def advance_to(self, instant: datetime) -> None:
        self.time = instant

    def next_due(self) -> datetime | None:
        return datetime(2019, 6, 2, 3, tzinfo=UTC)


async def answer(update: Update, _context: Any) -> None:
    assert update.message
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Remind me", callback_data="r")]])
    html = "<b>Sunday, 9 June</b>\n<blockquote>On June 9.</blockquote> See /dates"
    await update.message.reply_text(html, parse_mode="HTML", reply_markup=keyboard)


async def remind(update: Update, _context: Any) -> None:
    assert update.callback_query
    await update.callback_query.answer("I will remind you.")
    await update.callback_query.edit_message_text("You will hear from me.")


@asynccontextmanager
async def running_bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    app = ApplicationBuilder().token("1:test").base_url(f"{telegram.url}/bot").job_queue(None).build()
    app.add_handlers([MessageHandler(filters.ALL, answer), CallbackQueryHandler(remind)])
    async with app:
        assert app.updater
        await app.updater.start_polling()
        await app.start()
        try:
            yield app.bot
        finally:
            await app.updater.stop()
            await app.stop()


@pytest.mark.long
async def test_a_story_from_question_to_reminder(browser: Any) -> None:
    async with LocalTelegram("1:test", cast=CAST, clock=Rehearsal()) as telegram, running_bot(telegram) as bot:
        await bot.set_my_commands([BotCommand("dates", "What lies ahead")])
        await browser.resize(1200, 800)
        await browser.open(telegram.url)
        await tom_asks_and_follows(browser, telegram)
        await the_clock_moves(browser, telegram, bot)
        await aigerim_sends_a_file(browser)


async def tom_asks_and_follows(browser: Any, telegram: LocalTelegram) -> None:
    await browser.sees("Ask as Tom.")
    await browser.clicks("Tom")
    await browser.sees("Tom", within="[aria-current=true]")
    await browser.types("When is <i>it</i>?")
    await browser.sees("When is <i>it</i>?", within=".own .text")
    await browser.sees("On June 9.", within="#log blockquote")
    await browser.sees("Sunday, 9 June", within="#log b")
    await browser.clicks("Remind me")
    await browser.sees("I will remind you.", within="#toast")
    await browser.sees("You will hear from me.", within="#log")
    await browser.sees("edited", within="#log")
    assert telegram.people[8].messages[0].text == "When is <i>it</i>?"


async def the_clock_moves(browser: Any, telegram: LocalTelegram, bot: Bot) -> None:
    await browser.sees("Friday, 3 May 2019, 10:00", within="#clock")
    await browser.clicks("Next reminder")
    await browser.sees("Sunday, 2 June 2019, 09:00", within="#clock")
    await bot.send_message(7, "Good morning")
    await browser.sees("1", within="#people .badge")
    await browser.clicks("Commands")
    await browser.sees("/dates", within="#menu")


async def aigerim_sends_a_file(browser: Any) -> None:
    await browser.clicks("Aigerim")
    await browser.sees("Good morning", within="#log")
    await browser.clicks("A file")
    await browser.sees("news.txt", within="#log .own .file")
    await browser.resize(390, 800, dark=True)
    assert await browser.run("document.documentElement.scrollWidth <= innerWidth")
    await browser.clicks("People and chats")
    await browser.waits("document.querySelector('#sidebar').classList.contains('open')")
    await browser.clicks("Tom")
    await browser.waits("!document.querySelector('#sidebar').classList.contains('open')")
    await browser.sees("You will hear from me.", within="#log")
    assert (await browser.screenshot()).startswith(b"\x89PNG")
