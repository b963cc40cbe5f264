"""What a message holds that could be an article."""

from datetime import UTC, datetime

import pytest
from telegram import Chat, Document, Message, MessageOriginHiddenUser, PhotoSize

from bot.desk.loading.material import ARTICLE_LENGTH, File, Link, Text, is_offered, material_of

NOW = datetime(2019, 5, 3, tzinfo=UTC)
FORWARDED = MessageOriginHiddenUser(NOW, "Somebody")
DOCUMENT = Document("file", "unique", file_name="vote.txt", file_size=12)
PHOTO = (PhotoSize("photo", "unique", 10, 10),)


def message(**parts) -> Message:
    return Message(1, NOW, Chat(5, "private"), **parts)


def test_a_file_goes_before_its_caption():
    assert material_of(message(document=DOCUMENT, caption="/load")) == File("file", "vote.txt", 12)


@pytest.mark.parametrize("text", ["https://example.org/a", "  http://example.org/a?b=1#c\n"])
def test_a_link_alone_is_a_link(text):
    assert material_of(message(text=text)) == Link(text.strip())


@pytest.mark.parametrize("text", ["ftp://example.org/a", "file:///notes/vote.txt"])
def test_another_address_alone_is_a_link_that_reading_refuses(text):
    assert material_of(message(text=text)) == Link(text)


def test_a_link_among_words_is_text():
    assert material_of(message(text="See https://example.org/a")) == Text("See https://example.org/a")


def test_a_photo_is_only_its_caption():
    assert material_of(message(photo=PHOTO, caption="The council voted.")) == Text("The council voted.")
    assert material_of(message(photo=PHOTO)) is None


def test_the_words_after_a_command_count_alone():
    assert material_of(message(text="/load https://example.org/a"), "https://example.org/a") == Link(
        "https://example.org/a"
    )
    assert material_of(message(text="/load"), "") is None


@pytest.mark.parametrize(
    "parts",
    [
        {"text": "Short news", "forward_origin": FORWARDED},
        {"document": DOCUMENT},
        {"text": "https://example.org/a"},
        {"text": "w" * ARTICLE_LENGTH},
        {"photo": PHOTO, "caption": "News", "forward_origin": FORWARDED},
    ],
)
def test_what_looks_like_an_article_is_offered(parts):
    assert is_offered(message(**parts))


@pytest.mark.parametrize(
    "parts", [{"text": "When is the election?"}, {"photo": PHOTO}, {"photo": PHOTO, "caption": "Look"}]
)
def test_questions_and_pictures_are_not_offered(parts):
    assert not is_offered(message(**parts))
