from bot.observability.liveness import LONGEST_SILENCE, Liveness


def test_a_part_that_is_silent_too_long_is_dead_until_it_moves_again():
    now = [100.0]
    liveness = Liveness(lambda: now[0])
    assert liveness.is_alive
    now[0] += LONGEST_SILENCE["receiving"]
    liveness.beat("dispatching")
    assert liveness.is_alive
    now[0] += 1
    assert (liveness.dead, liveness.is_alive, liveness.silence("dispatching")) == (("receiving",), False, 1.0)
    liveness.beat("receiving")
    assert liveness.is_alive
