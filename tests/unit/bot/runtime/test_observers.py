import pytest

from bot.observability.metrics import SENDS, Metrics
from bot.runtime.observers import DeliveryObserver, TelegramListener
from briefings.outbox.outbox_message import Doubtful, Dropped, Failed, Sent, Silenced, Unsent

ENDS = [
    (Sent(1), "sent"),
    (Unsent(1.0, "502"), "unsent"),
    (Doubtful(1.0, "timed out"), "doubtful"),
    (Silenced(30.0), "silenced"),
    (Dropped("over"), "dropped"),
    (Failed("can't parse entities"), "failed"),
]


@pytest.fixture
def metrics():
    return Metrics()


@pytest.mark.parametrize(("outcome", "name"), ENDS)
def test_each_end_is_counted_under_its_name(metrics, outcome, name):
    DeliveryObserver(metrics).ended(outcome)
    counted = {one: metrics.registry.get_sample_value("briefings_sends_total", {"outcome": one}) for one in SENDS}
    assert counted == dict.fromkeys(SENDS, 0) | {name: 1}


def test_floods_are_counted_wherever_they_come_from(metrics):
    DeliveryObserver(metrics).ended(Silenced(30.0))
    TelegramListener(metrics).heard(429)
    assert metrics.registry.get_sample_value("briefings_floods_total") == 2


def test_only_what_telegram_did_is_an_answer(metrics, monkeypatch):
    beats = []
    listener = TelegramListener(metrics)
    monkeypatch.setattr(listener.answered, "beat", lambda: beats.append(1))
    for status in (502, 401, 429):
        listener.heard(status)
    assert beats == []
    listener.heard(200)
    assert beats == [1]
