from bot.observability.pulse import Pulse


def test_a_pulse_is_as_old_as_its_last_beat():
    now = [100.0]
    pulse = Pulse(lambda: now[0])
    now[0] = 130.0
    assert pulse.age == 30
    pulse.beat()
    assert pulse.age == 0
    now[0] = 131.5
    assert pulse.age == 1.5
