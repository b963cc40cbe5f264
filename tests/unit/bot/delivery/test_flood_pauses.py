from bot.delivery.flood_pauses import Floods


class StopWatch:
    seconds = 0.0

    def __call__(self):
        return self.seconds


def test_a_flood_concerns_the_chat_it_came_for():
    floods = Floods(StopWatch())
    assert floods.pause_after(101, 30) == 0
    assert floods.pause_after(101, 40) == 0


def test_a_flood_in_two_chats_at_once_concerns_all():
    floods = Floods(StopWatch())
    floods.pause_after(101, 30)
    assert floods.pause_after(102, 3) == 3


def test_a_flood_that_is_over_does_not_count():
    watch = StopWatch()
    floods = Floods(watch)
    floods.pause_after(101, 30)
    watch.seconds = 31
    assert floods.pause_after(102, 3) == 0
