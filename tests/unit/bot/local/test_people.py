from hypothesis import given, settings
from hypothesis import strategies as st

from bot.local import people
from bot.local.floods import Limits
from bot.local.formatting import len_utf16
from bot.local.records import Chat, User
from bot.local.telegram import World


def world_with_group() -> tuple[World, User, Chat]:
    world = World(User(1, "Desk", username="desk_bot", is_bot=True), limits=Limits.none())
    person, group = world.meet(User(7, "Tom")), Chat(-100, "group", "Desk")
    group.statuses = {7: "member", 1: "member"}
    return world, person, group


def test_short_texts_stay_whole() -> None:
    assert people.split_text(" hello \n") == ["hello"]


def test_long_texts_are_cut_at_line_ends() -> None:
    line = "x" * 1500
    assert people.split_text(f"{line}\n{line}\n{line}") == [f"{line}\n{line}", line]


def test_long_lines_are_cut_at_blanks_and_endless_words_anywhere() -> None:
    assert people.split_text("a" * 4000 + " " + "b" * 200) == ["a" * 4000, "b" * 200]
    assert people.split_text("😀" * 2049) == ["😀" * 2048, "😀"]


@settings(deadline=None)
@given(st.text("ab \n😀", min_size=1, max_size=60).map(lambda text: text * 300))
def test_no_part_is_too_long_and_nothing_but_blanks_is_lost(text: str) -> None:
    parts = people.split_text(text)
    assert all(len_utf16(part) <= people.MAX_TEXT for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_in_groups_the_bot_reads_only_what_is_meant_for_it() -> None:
    world, person, group = world_with_group()
    answer = world.add(group, world.bot, people.FormattedText("Yes?"))
    people.say(world, person, group, "good morning")
    people.say(world, person, group, "/ask@other_bot when")
    assert len(world.feed) == 0
    people.say(world, person, group, "/ask when")
    people.say(world, person, group, "/ask@desk_bot when")
    people.say(world, person, group, "the election", reply_to=answer)
    assert len(world.feed) == 3


def test_as_administrator_the_bot_reads_all() -> None:
    world, person, group = world_with_group()
    group.statuses[1] = "administrator"
    people.say(world, person, group, "good morning")
    assert len(world.feed) == 1


def test_the_bot_hears_nothing_where_it_was_thrown_out() -> None:
    world, person, group = world_with_group()
    people.set_status(world, group, person, world.bot, "kicked")
    people.say(world, person, group, "/ask when")
    assert len(world.feed) == 1  # that it was thrown out


def test_memory_stays_flat_if_asked() -> None:
    world = World(User(1, "Desk", is_bot=True), limits=Limits.none(), remember=2)
    chat = world.open_private(world.meet(User(7, "Tom")))
    for text in ("one", "two", "three"):
        world.add(chat, world.bot, people.FormattedText(text))
    assert [message.text for message in chat.messages.values()] == ["two", "three"]
    assert chat.sent_by_bot == 3
