import pytest

from bot.delivery.answer_request import IS_MESSAGE

ROOT = "https://api.telegram.org/bot1:x/"


@pytest.mark.parametrize("method", ["sendMessage", "sendDocument", "editMessageText", "copyMessage", "forwardMessage"])
def test_messages_count(method):
    assert IS_MESSAGE.search(ROOT + method)


@pytest.mark.parametrize("method", ["sendChatAction", "getMe", "getUpdates", "answerCallbackQuery", "deleteMessage"])
def test_what_is_no_message_does_not_count(method):
    assert not IS_MESSAGE.search(ROOT + method)
