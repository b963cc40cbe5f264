import pytest

from bot.local.profile import Profile
from bot.local.refusals import Refused

ASK = [{"command": "ask", "description": "Ask a question"}]
LOAD = [{"command": "load", "description": "Load an article"}]


def test_people_see_the_menu_of_the_nearest_scope() -> None:
    profile = Profile("Briefings")
    profile.set_commands(ASK, None, "")
    profile.set_commands(LOAD, {"type": "chat", "chat_id": 7}, "")
    assert profile.menu(7, 7, "en") == LOAD
    assert profile.menu(8, 8, "en") == ASK


def test_people_see_the_menu_in_their_language() -> None:
    profile, russian = Profile("Briefings"), [{"command": "ask", "description": "Спросить"}]
    profile.set_commands(ASK, None, "")
    profile.set_commands(russian, None, "ru")
    assert profile.menu(7, 7, "ru") == russian
    assert profile.menu(7, 7, "kk") == ASK


def test_administrators_of_groups_have_their_own_menu() -> None:
    profile = Profile("Briefings")
    profile.set_commands(LOAD, {"type": "all_chat_administrators"}, "")
    profile.set_commands(ASK, {"type": "all_group_chats"}, "")
    assert profile.menu(7, -100, "en", is_admin=True) == LOAD
    assert profile.menu(7, -100, "en") == ASK


def test_a_forgotten_menu_is_gone() -> None:
    profile = Profile("Briefings")
    profile.set_commands(ASK, None, "")
    profile.forget_commands(None, "")
    assert profile.menu(7, 7, "en") == []


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [("Ask", "x", "BOT_COMMAND_INVALID"), ("a" * 33, "x", "BOT_COMMAND_INVALID"), ("ask", "", "DESCRIPTION_INVALID")],
)
def test_refuses_bad_commands(command: str, description: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        Profile("Briefings").set_commands([{"command": command, "description": description}], None, "")


def test_descriptions_have_languages_and_limits() -> None:
    profile = Profile("Briefings")
    profile.set_about("short_description", "Answers", "")
    profile.set_about("short_description", "Ответы", "ru")
    assert [profile.about("short_description", spoken) for spoken in ("ru", "kk")] == ["Ответы", "Answers"]
    with pytest.raises(Refused, match="bot short description is too long"):
        profile.set_about("short_description", "x" * 121, "")
