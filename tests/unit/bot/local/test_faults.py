import pytest

from bot.local.faults import Faults, Trouble


def test_a_rule_strikes_as_often_as_it_says() -> None:
    faults = Faults()
    faults.add("drop_after", method="sendMessage", times=2)
    drawn = [faults.draw("sendMessage", "7") for _ in range(3)]
    assert [fault.trouble if fault else None for fault in drawn] == [Trouble.DROP_AFTER, Trouble.DROP_AFTER, None]


def test_a_rule_is_about_its_methods_and_its_chat() -> None:
    faults = Faults()
    faults.add("flood", method="send*", chat_id=7)
    assert faults.draw("sendMessage", "7")
    assert not faults.draw("sendMessage", "8")
    assert not faults.draw("getMe", "7")


def test_the_same_seed_brings_the_same_trouble() -> None:
    first, second = (Faults.parse("drop_before=0.3,server_error=0.2,seed=5") for _ in range(2))
    assert [first.draw("sendMessage", "1") for _ in range(50)] == [second.draw("sendMessage", "1") for _ in range(50)]


def test_probabilities_are_roughly_kept() -> None:
    faults = Faults.parse("server_error=0.5,seed=1")
    assert 400 < sum(faults.draw("sendMessage", "1") is not None for _ in range(1000)) < 600


def test_all_is_well_again_after_clear() -> None:
    faults = Faults.parse("flood=1")
    faults.clear()
    assert faults.draw("sendMessage", "1") is None


def test_unknown_trouble_is_refused() -> None:
    with pytest.raises(ValueError, match="earthquake"):
        Faults.parse("earthquake=1")
