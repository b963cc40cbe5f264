from bot.delivery.troubles import Troubles
from briefings.outbox.owed import Doubtful, Failed, Sent, Silenced, Unsent


class StopWatch:
    seconds = 0.0

    def __call__(self):
        return self.seconds


def test_a_flood_concerns_the_chat_it_came_for():
    troubles = Troubles(StopWatch())
    assert troubles.pause_after(101, Silenced(30)) == 0
    assert troubles.pause_after(101, Silenced(40)) == 0


def test_a_flood_in_two_chats_at_once_concerns_all():
    troubles = Troubles(StopWatch())
    troubles.pause_after(101, Silenced(30))
    assert troubles.pause_after(102, Silenced(3)) == 3


def test_a_flood_that_is_over_does_not_count():
    watch = StopWatch()
    troubles = Troubles(watch)
    troubles.pause_after(101, Silenced(30))
    watch.seconds = 31
    assert troubles.pause_after(102, Silenced(3)) == 0


def test_the_run_pauses_longer_and_longer_while_nothing_gets_through():
    troubles = Troubles(StopWatch())
    pauses = [troubles.pause_after(chat, Unsent(1, "down")) for chat in range(10)]
    assert pauses[:2] == [0, 0]
    assert 2 <= pauses[2] < 6
    assert pauses[-1] > 100


def test_one_success_ends_the_pauses():
    troubles = Troubles(StopWatch())
    for chat in range(5):
        troubles.pause_after(chat, Doubtful(1, "timed out"))
    assert troubles.pause_after(6, Sent(1)) == 0
    assert troubles.pause_after(7, Doubtful(1, "timed out")) == 0


def test_what_is_wrong_with_one_message_pauses_nothing():
    troubles = Troubles(StopWatch())
    assert [troubles.pause_after(chat, Failed("empty")) for chat in range(9)] == [0] * 9
