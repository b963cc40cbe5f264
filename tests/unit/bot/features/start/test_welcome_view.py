from datetime import datetime

import pytest

from bot.features.digest.digest_view import digest_message
from bot.features.privacy.privacy_view import ask_to_forget, forgotten, privacy
from bot.features.start.welcome_view import group_help, help_message, welcome
from bot.locales import texts
from briefings.notices.digests import Digest
from briefings.text import LANGUAGES


def test_the_welcome_names_what_comes_next(vote, moment_in, seen, pressed) -> None:
    message = welcome(vote, False, moment_in())
    assert "Coming up: Council vote, Sunday, 9 June 2019 — in 37 days." in seen(message)
    assert {"dates:ahead:0", "briefings:0", "reminders:0", "settings"} == set(pressed(message).values())


@pytest.mark.parametrize("role", ["editor", "owner"])
def test_editors_are_told_how_to_begin(role, moment_in, seen) -> None:
    assert "/load" in seen(welcome(None, False, moment_in("ru"), role))
    assert "/load" not in seen(welcome(None, True, moment_in("ru"), role))
    assert "/load" not in seen(welcome(None, False, moment_in("ru")))


def test_groups_are_welcomed_as_groups(moment_in, seen, pressed) -> None:
    message = welcome(None, True, moment_in())
    assert "whole group" in seen(message)
    buttons = pressed(message)
    assert buttons["🔔 Remind everybody in this group"] == "follow"
    assert buttons["🔔 Reminders of this group"] == "reminders:0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_in_a_group_says_how_to_be_heard_there(language, seen) -> None:
    text = seen(group_help("briefings_bot", texts(language)))
    assert "@briefings_bot" in text
    assert "/ask" in text
    assert "/forgetme" not in text
    assert "/drafts" not in text


@pytest.mark.parametrize(
    ("language", "about"), [("en", "about this group"), ("ru", "об этой группе"), ("kk", "Осы топ туралы")]
)
def test_privacy_of_a_group_is_about_the_group(language, about, seen, pressed) -> None:
    message = privacy(texts(language), is_group=True, asks_model=False)
    assert about in seen(message)
    assert list(pressed(message).values()) == ["export", "forget"]


@pytest.mark.parametrize(
    ("role", "load", "editors"), [("reader", False, False), ("editor", True, False), ("owner", True, True)]
)
def test_help_tells_each_what_they_may_do(role, load, editors, seen) -> None:
    text = seen(help_message(role, texts("en")))
    assert ("/load" in text, "/editors" in text) == (load, editors)
    assert "/ask" in text


def test_privacy_is_honest_about_a_language_model(seen) -> None:
    assert "Your questions stay on this machine." in seen(privacy(texts("en"), is_group=False, asks_model=False))
    assert "go to the language model" in seen(privacy(texts("en"), is_group=False, asks_model=True))


@pytest.mark.parametrize(
    ("role", "told", "not_told"),
    [
        ("reader", "no name, no phone number", "editor:"),
        ("editor", "as an editor: your name and your Telegram number", "no name"),
        ("owner", "as an owner: your Telegram number", "your name and"),
    ],
)
def test_privacy_tells_editors_and_owners_what_is_kept_of_their_work(role, told, not_told, seen) -> None:
    text = seen(privacy(texts("en"), is_group=False, asks_model=False, role=role))
    assert told in text
    assert not_told not in text
    assert ("name and number are deleted at once" in text) == (role == "editor")


@pytest.mark.parametrize(
    ("is_group", "works_on", "said"),
    [
        (False, False, "nothing about you is left"),
        (False, True, "nothing is left here but what your work at the desk needs"),
        (True, False, "nothing about this group is left"),
    ],
)
def test_being_forgotten_is_told_as_it_is(is_group, works_on, said, seen) -> None:
    assert said in seen(forgotten(texts("en"), is_group=is_group, works_on=works_on))


def test_forgetting_asks_first(seen, pressed) -> None:
    message = ask_to_forget(texts("kk"), is_group=True)
    assert "Осы топ туралы" in seen(message)
    assert list(pressed(message).values()) == ["forget:yes", "forget:no"]


def test_a_digest_tells_what_is_new_and_what_lies_ahead(vote, ref, moment_in, seen, pressed) -> None:
    since = datetime.fromisoformat("2019-05-02T03:00:00+00:00")
    message = digest_message(Digest(since, (ref,), (vote,)), moment_in())
    assert seen(message) == (
        "🗞 Your digest, Friday, 3 May 2019\n\n"
        "New in the briefings\n• City council calls a vote · The Steppe Post · 2 May 2019\n\n"
        "What lies ahead\n\nCouncil vote\nSunday, 9 June 2019 — in 37 days"
    )
    assert pressed(message)["📰 City council calls a vote"] == "briefing:7"
    assert seen(digest_message(Digest(since, (ref,), ()), moment_in(), is_group=True)).startswith(
        "🗞 Digest of this group"
    )
