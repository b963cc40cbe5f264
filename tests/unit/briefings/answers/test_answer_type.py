from datetime import date

import pytest

from briefings.answers.answer_type import fits
from briefings.answers.question import understand


@pytest.mark.parametrize(
    ("question", "text", "fitting"),
    [
        ("When is the vote?", "The vote is on June 9.", True),
        ("When is the vote?", "The vote is near.", False),
        ("How many came?", "Dozens came.", True),
        ("How many came?", "People came.", False),
        ("Why did he go?", "He left because he was ill.", True),
        ("Why did he go?", "He left.", False),
        ("Who spoke?", "Then Aliya spoke.", True),
        ("Who was there?", "There were protesters.", True),
        ("Who spoke?", "It was said.", False),
        ("What was said?", "It was said.", True),
    ],
)
def test_whether_a_passage_has_what_is_asked_for(look, question: str, text: str, fitting: bool):
    (around,) = look(text)
    assert fits(understand(question, date(2019, 5, 3)), around) is fitting
