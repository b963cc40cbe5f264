import logging

import pytest
from prometheus_client import generate_latest

from bot.observability.metrics import Metrics, counting, counting_errors


@pytest.fixture
def metrics():
    return Metrics()


def value(metrics, name, **labels):
    return metrics.registry.get_sample_value(name, labels)


def test_every_outcome_is_there_from_the_start(metrics):
    for outcome in ("answered", "declined", "failed"):
        assert value(metrics, "briefings_answers_total", outcome=outcome) == 0


def test_what_is_done_is_counted_by_the_outcome_that_it_names(metrics):
    with counting(metrics.answers, metrics.answer_seconds) as outcome:
        outcome.name = "declined"
    assert value(metrics, "briefings_answers_total", outcome="declined") == 1
    assert value(metrics, "briefings_answers_total", outcome="failed") == 0
    assert value(metrics, "briefings_answer_seconds_count") == 1


def test_what_raises_has_failed(metrics):
    with pytest.raises(ZeroDivisionError), counting(metrics.answers, metrics.answer_seconds):
        raise ZeroDivisionError
    assert value(metrics, "briefings_answers_total", outcome="failed") == 1


def test_errors_in_the_log_are_counted_while_the_bot_runs(metrics):
    log = logging.getLogger("test")
    with counting_errors(metrics.errors):
        log.error("one")
        log.warning("none")
    log.error("after the end")
    assert value(metrics, "briefings_errors_total") == 1


def test_the_process_is_measured_too(metrics):
    text = generate_latest(metrics.registry).decode()
    for name in ("process_resident_memory_bytes", "process_cpu_seconds_total", "process_open_fds", "python_info"):
        assert f"\n{name}" in text


def test_two_bots_in_one_process_count_for_themselves(metrics):
    metrics.floods.inc()
    assert value(Metrics(), "briefings_floods_total") == 0
