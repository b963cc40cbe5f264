import pytest

from bot.said import said_courtesy


@pytest.mark.parametrize("text", ["hi", "Hello!", "Good morning 👋", "Здравствуйте.", "добрый день", "Сәлеметсіз бе?"])
def test_a_greeting_is_known(text: str) -> None:
    assert said_courtesy(text) == "hello"


@pytest.mark.parametrize("text", ["Thanks!", "thank you 🙏", "Большое спасибо", "рақмет"])
def test_thanks_are_known(text: str) -> None:
    assert said_courtesy(text) == "thanks"


@pytest.mark.parametrize("text", ["", "👋", "hi, when is the vote?", "who said hello", "спасибо кому", "Hilo"])
def test_more_than_a_courtesy_may_be_a_question(text: str) -> None:
    assert said_courtesy(text) is None
