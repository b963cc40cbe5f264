"""What anybody can send gets a kind word, never a traceback."""

from collections.abc import Iterator

import pytest

from bot.local.person import Person
from bot.locales import texts
from bot.ui.markup import plain
from briefings.text import LANGUAGES, Language
from tests.in_process import InProcess

ARTICLE = "The council election is on 9 June 2019, the commission said on Thursday."


def saying(name: str, language: Language = "en", **values: str | int) -> str:
    return plain(texts(language)(name, **values))


@pytest.mark.parametrize("number", ["99999999999999999999", "9" * 60, "²", "٣", "-1", "0", ""])
async def test_a_link_to_a_date_that_cannot_be_gets_the_welcome(bot: InProcess, reader: Person, number: str) -> None:
    await reader.says(f"/start kd_{number}")
    await bot.works()
    assert "I know the news" in bot.said_in(reader.id)[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["/unfollow", "/follow"])
async def test_words_without_end_get_the_limit(bot: InProcess, language: Language, command: str) -> None:
    person = bot.telegram.person(1004, "Dana", language)
    await person.says(f"{command} {'a' * 4000}")
    await bot.works()
    assert bot.said_in(person.id) in [[saying("words-long", language, limit=limit)] for limit in (100, 200)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wish", ["remind me of", "stop reminding me of"])
async def test_a_wish_without_end_is_asked_to_be_short(bot: InProcess, language: Language, wish: str) -> None:
    person = bot.telegram.person(1004, "Dana", language)
    await person.says(f"{wish} {'a' * 4000}")
    await bot.works()
    assert bot.said_in(person.id) == [saying("question-long", language)]


@pytest.mark.parametrize("command", ["/edit", "/retract", "/movedate", "/canceldate"])
async def test_words_without_end_at_the_desk(bot: InProcess, owner: Person, command: str) -> None:
    await owner.says(f"{command} {'<' * 4000}")
    await bot.works()
    assert bot.said_in(owner.id) == [saying("words-long", limit=200)]


@pytest.mark.parametrize(
    "data", ["remind:1:dd", "on:1:2024-13-45", "undo-date:1:x", "nonsense", "remind:1", "forget:y"]
)
async def test_a_forged_button_gets_a_kind_word(bot: InProcess, reader: Person, data: str) -> None:
    await reader.says("/start")
    await bot.works()
    answer = await bot.pressed(reader.user, reader.messages[-1], data)
    assert answer is not None
    assert answer["text"] in {saying("button-gone"), saying("date-gone")}


async def test_a_revision_that_there_never_was(bot: InProcess, owner: Person) -> None:
    await owner.says(f"/load {ARTICLE}")
    await bot.works()
    await bot.rests()
    await bot.pressed(owner.user, owner.messages[-1], "on:1:2019-05-02")
    await bot.pressed(owner.user, owner.messages[-1], "publish:1")
    answer = await bot.pressed(owner.user, owner.messages[-1], "undo-date:1:999999999999999999")
    assert answer is not None
    assert answer["text"] == saying("date-changed-since")


@pytest.mark.parametrize("field", ["title", "source"])
async def test_a_title_or_source_without_end_gets_the_limit(bot: InProcess, owner: Person, field: str) -> None:
    await owner.says(f"/load {ARTICLE}")
    await bot.works()
    await bot.rests()
    await bot.pressed(owner.user, owner.messages[-1], f"{field}:1")
    await owner.says("w" * 201)
    await bot.works()
    assert bot.said_in(owner.id)[-1] == saying("words-long", limit=200)
    await owner.says("w" * 200)
    await bot.works()
    assert getattr(await bot.services.publisher.get(1), field) == "w" * 200


@pytest.mark.parametrize("typed", ["9999-12-31", "0001-01-01", "3000-01-01"])
async def test_a_year_out_of_reach(bot: InProcess, owner: Person, typed: str) -> None:
    await owner.says(f"/load {ARTICLE}")
    await bot.works()
    await bot.rests()
    await bot.pressed(owner.user, owner.messages[-1], "add-date:1")
    await owner.says(typed)
    await bot.works()
    assert bot.said_in(owner.id)[-1] == saying("year-far", first="1000", last="2999")


@pytest.mark.parametrize(
    "content",
    [{"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                  "is_animated": False, "is_video": False}},
     {"dice": {"emoji": "🎲", "value": 6}}, {"checklist": {"title": "c", "tasks": [{"id": 1, "text": "t"}]}}],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
async def test_a_message_without_words_gets_a_kind_word(bot: InProcess, reader: Person, content: dict) -> None:
    message = (await reader.says("x")).as_json()
    bot.world.feed.drop()
    message.pop("text")
    await bot.gets("message", message | content)
    assert bot.said_in(reader.id) == [saying("ask-words")]


async def test_what_nobody_says_is_no_answer(bot: InProcess, owner: Person) -> None:
    await owner.says("/start")
    await bot.works()
    await bot.pressed(owner.user, owner.messages[-1], "set:write:time")
    before = len(bot.telegram.calls)
    message = (await owner.says("x")).as_json()
    bot.world.feed.drop()
    message.pop("text")
    await bot.gets("message", message | {"message_auto_delete_timer_changed": {"message_auto_delete_time": 1}})
    assert bot.said_in(owner.id, before) == []


async def test_a_name_cannot_turn_the_text_of_a_prompt_around(bot: InProcess) -> None:
    boss = bot.telegram.person(1009, "\u202eBoss\u2066")
    group = bot.telegram.group("Watch", [], [boss])
    await bot.works()
    await bot.pressed(boss.user, group.messages[-1], "set:write:time")
    assert group.messages[-1].text.splitlines()[0] == "Boss"


async def test_an_anonymous_administrator_may_and_a_channel_may_not(bot: InProcess, reader: Person) -> None:
    group = bot.telegram.group("Watch", [reader], [bot.telegram.person(1009, "Boss")])
    await bot.works()
    written = (await reader.says("/settings", chat=group)).as_json()
    bot.world.feed.drop()
    written["from"] = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group"}
    await bot.gets("message", written | {"sender_chat": {"id": -100, "type": "channel", "title": "c"}})
    assert bot.said_in(group.id)[-1] == saying("admins-only")
    await bot.gets("message", written | {"sender_chat": {"id": group.id, "type": "group", "title": "Watch"}})
    assert "Settings of this group" in bot.said_in(group.id)[-1]


@pytest.fixture(autouse=True)
def _nothing_to_complain_of(bot: InProcess) -> Iterator[None]:
    yield
    assert bot.complaints.lines == []
    assert bot.telegram.calls.refused == []
