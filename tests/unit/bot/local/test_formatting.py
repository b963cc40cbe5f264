import pytest

from bot.local.formatting import Entity, FormattedText, len_utf16


def test_counts_as_telegram_counts() -> None:
    assert [len_utf16(text) for text in ("abc", "қаз", "😀", "")] == [3, 3, 2, 0]


def test_trimming_moves_and_clips_entities() -> None:
    body = FormattedText("  ab  ", (Entity("bold", 0, 3), Entity("italic", 3, 3), Entity("code", 5, 1))).trimmed()
    assert body == FormattedText("ab", (Entity("bold", 0, 1), Entity("italic", 1, 1)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start now", [("bot_command", "/start")]),
        ("😀 /load@desk_bot", [("bot_command", "/load@desk_bot")]),
        ("a/b and /x/y and 1/2", []),
        ("see https://e.org/a?b=1, ok", [("url", "https://e.org/a?b=1")]),
        ("(https://e.org)", [("url", "https://e.org")]),
        ("write to a.b@e.org", [("email", "a.b@e.org")]),
        ("@aigerim says #Выборы2019 #1", [("mention", "@aigerim"), ("hashtag", "#Выборы2019")]),
    ],
)
def test_finds_what_telegram_finds_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    body = FormattedText(text).with_found()
    assert [(entity.type, body.stretches(entity.type)[0]) for entity in body.entities] == found


def test_nothing_is_found_within_links_and_code() -> None:
    body = FormattedText("/a /b", (Entity("code", 0, 2), Entity("bold", 3, 2))).with_found()
    assert [entity.type for entity in body.entities] == ["code", "bold", "bot_command"]


def test_html_escapes_everything_that_is_not_formatting() -> None:
    body = FormattedText('<x> & "y"', (Entity("text_link", 0, 3, url='https://e.org/"<'),))
    assert body.html == '<a href="https://e.org/&quot;&lt;">&lt;x&gt;</a> &amp; "y"'
