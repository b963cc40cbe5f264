"""What is told when something cannot be read."""

from typing import get_args

import pytest

from briefings.intake import IntakeCode, IntakeError
from briefings.intake.errors import MESSAGES


def test_each_way_to_go_wrong_has_its_sentence() -> None:
    assert set(MESSAGES) == set(get_args(IntakeCode))


@pytest.mark.parametrize("code", get_args(IntakeCode))
def test_sentence_holds_what_is_needed(code: IntakeCode) -> None:
    message = str(IntakeError(code, limit=2, field="url", expected="a link", status=404))
    assert message.endswith(".")
    assert "{" not in message
