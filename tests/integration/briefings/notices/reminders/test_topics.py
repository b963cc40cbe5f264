"""A topic in one language holds the dates of briefings in the others, before and after they are loaded."""

import pytest

from briefings.model.briefing import When

ANNA, BORIS, VERA = 101, 102, 103
TOPICS = {ANNA: "the vote", BORIS: "выборы", VERA: "сайлау"}
NAMES = {
    "en": "Early council election",
    "ru": "Досрочные выборы в совет",
    "kk": "Кеңестің кезектен тыс сайлауы",
}
REMINDERS = ["reminder", "reminder", "reminder"]


async def kinds(world, chat: int) -> list[str]:
    return [kind for kind, _, _ in await world.pending(chat)]


@pytest.fixture
async def followed(world):
    """Each of three readers follows the same topic, in a language of their own."""
    for chat, topic in TOPICS.items():
        await world.following.follow_topic(chat, topic)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_date_loaded_later_reaches_every_follower(world, election, followed, language) -> None:
    await world.load(NAMES[language], election, language=language)
    await world.load("Harvest fair", election)
    for chat in TOPICS:
        assert await kinds(world, chat) == REMINDERS


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_date_that_is_known_is_taken_in(world, election, language) -> None:
    key_date = await world.load(NAMES[language], election, language=language)
    for chat, topic in TOPICS.items():
        await world.following.follow_topic(chat, topic)
        assert await kinds(world, chat) == REMINDERS
        assert await world.following.following(chat, key_date) is not None


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_moving_cancelling_and_restoring_reach_every_follower(world, election, followed, language) -> None:
    key_date = await world.load(NAMES[language], election, language=language)
    later = When("2019-06-16", election.first.replace(day=16), election.last.replace(day=16), "day")
    await world.key_dates.move(key_date, later, by=1)
    for chat in TOPICS:
        assert await kinds(world, chat) == ["moved", *REMINDERS]
    await world.key_dates.cancel(key_date, by=1)
    for chat in TOPICS:
        assert await kinds(world, chat) == ["moved", "cancelled"]
    await world.key_dates.undo(key_date, by=1)
    for chat in TOPICS:
        assert await kinds(world, chat) == ["moved", "cancelled", "restored", *REMINDERS]


async def test_what_a_quote_only_mentions_is_not_followed(world, election) -> None:
    await world.following.follow_topic(ANNA, "vote")
    await world.load("Campaign opens", election, quote="The campaign opens a month before the vote.")
    assert await kinds(world, ANNA) == []


async def test_who_is_named_in_a_quote_is_followed(world, election) -> None:
    await world.following.follow_topic(ANNA, "Керимжан")
    await world.load("Road fund trial", election, quote="On that day Bolat Kerimzhan stands trial.")
    assert await kinds(world, ANNA) == REMINDERS
