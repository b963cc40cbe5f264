"""Tracebacks tell where and what kind, with every cause, and not what somebody wrote."""

import logging

from bot.observability.record_privacy import MOST_LINKS, describe, message_of, one_line, traceback_of

WORDS = "marker-nine"


def chained() -> BaseException:
    try:
        try:
            int(WORDS)
        except ValueError as error:
            raise OSError("the disk is full") from error
    except OSError:
        try:
            {}[WORDS]
        except KeyError as error:
            return error


def test_every_link_of_a_chain_is_told_the_cause_first() -> None:
    text = traceback_of(chained())
    places = [
        text.index(part) for part in ("ValueError: (", "direct cause", "OSError: the disk", "During", "KeyError: (")
    ]
    assert places == sorted(places)
    assert WORDS not in text.replace(f'WORDS = "{WORDS}"', "")


def test_a_chain_that_goes_round_ends() -> None:
    first, second = RuntimeError("first"), RuntimeError("second")
    first.__cause__, second.__cause__ = second, first
    assert traceback_of(first).count("RuntimeError") == 2


def test_a_long_chain_is_cut() -> None:
    error = RuntimeError("0")
    for number in range(100):
        error, error.__context__ = RuntimeError(str(number)), error
    assert traceback_of(error).count("RuntimeError") == MOST_LINKS


def test_the_exceptions_of_a_group_are_told() -> None:
    text = traceback_of(ExceptionGroup("two failed", [OSError("away"), ValueError(WORDS)]))
    assert "ExceptionGroup: two failed (2 sub-exceptions)" in text
    assert "  OSError: away\n" in text
    assert "ValueError" in text
    assert WORDS not in text


def test_subclasses_of_what_quotes_are_left_out_as_well() -> None:
    assert WORDS not in describe(UnicodeDecodeError("utf-8", WORDS.encode(), 0, 1, WORDS))
    assert describe(RuntimeError("closed")) == "closed"


def test_what_breaks_lines_is_escaped_and_letters_stay() -> None:
    assert one_line("қазір\n\t\x85\u202e") == "қазір\\n\\t\\x85\\u202e"


def test_a_message_of_ours_with_too_few_arguments_is_still_told() -> None:
    assert message_of(logging.LogRecord("bot", logging.INFO, "f", 1, "%s and %s", ("one",), None)) == "%s and %s"
