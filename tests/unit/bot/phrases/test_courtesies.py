import pytest

from bot.phrases import asks_for_everybody, recognise_courtesy


@pytest.mark.parametrize("text", ["hi", "Hello!", "Good morning 👋", "Здравствуйте.", "добрый день", "Сәлеметсіз бе?"])
def test_a_greeting_is_known(text: str) -> None:
    assert recognise_courtesy(text) == "hello"


@pytest.mark.parametrize("text", ["Thanks!", "thank you 🙏", "Большое спасибо", "рақмет"])
def test_thanks_are_known(text: str) -> None:
    assert recognise_courtesy(text) == "thanks"


@pytest.mark.parametrize("text", ["", "👋", "hi, when is the vote?", "who said hello", "спасибо кому", "Hilo"])
def test_more_than_a_courtesy_may_be_a_question(text: str) -> None:
    assert recognise_courtesy(text) is None


@pytest.mark.parametrize(
    "text",
    ["Remind everybody in this group!", "напоминай всем в этой группе", "Напоминайте всей группе", "Топқа еске сал"],
)
def test_a_group_may_wish_that_all_be_reminded(text: str) -> None:
    assert asks_for_everybody(text)


@pytest.mark.parametrize("text", ["", "remind me", "remind everybody of the vote", "who reminds everybody?"])
def test_what_names_something_is_another_wish(text: str) -> None:
    assert not asks_for_everybody(text)
