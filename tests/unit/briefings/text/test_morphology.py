"""Russian words in other forms."""

import pytest

from briefings.text.morphology import inflected, is_a, is_known, part_of, stands_in


@pytest.mark.parametrize(
    ("word", "wanted", "form"),
    [
        ("досрочных", {"nomn", "plur"}, "досрочные"),
        ("Петрова", {"gent", "sing"}, "Петровой"),
        ("решение", {"gent", "sing"}, "решения"),
        ("МИД", {"gent"}, "МИД"),
    ],
)
def test_a_word_in_another_form_keeps_its_capital(word: str, wanted: set[str], form: str) -> None:
    assert inflected(word, wanted, case=None if word != "Петрова" else "nomn") == form


def test_what_a_word_may_be() -> None:
    assert part_of("объявят") == "VERB"
    assert is_a("стали", "NOUN")
    assert stands_in("суда", "gent", "NOUN")
    assert is_known("оглашение")
    assert not is_known("оглашениеция")
