from dataclasses import replace

import pytest

from bot.locales import texts
from bot.ui.evidence import newest_proof
from bot.ui.key_date_names import name_of, place_of
from briefings.model.key_date import Evidence, KeyDate, Name
from briefings.text import Language

ENGLISH = Name("Council vote", "en", "Oskemen")
RUSSIAN = Name("Заседание маслихата", "ru", "Усть-Каменогорск")
KAZAKH = Name("Мәслихат отырысы", "kk")


@pytest.fixture
def in_three(vote: KeyDate) -> KeyDate:
    return replace(vote, names=(ENGLISH, RUSSIAN, KAZAKH))


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Council vote"), ("ru", "Заседание маслихата"), ("kk", "Мәслихат отырысы")]
)
def test_each_reader_sees_their_language(in_three: KeyDate, language: Language, name: str) -> None:
    assert name_of(in_three, texts(language)) == name


@pytest.mark.parametrize(
    ("original", "language", "name"),
    [
        (ENGLISH, "ru", "Council vote (на английском)"),
        (ENGLISH, "kk", "Council vote (ағылшынша)"),
        (RUSSIAN, "en", "Заседание маслихата (in Russian)"),
        (RUSSIAN, "kk", "Заседание маслихата (орысша)"),
        (KAZAKH, "en", "Мәслихат отырысы (in Kazakh)"),
        (KAZAKH, "ru", "Мәслихат отырысы (на казахском)"),
    ],
)
def test_else_the_original_with_its_language(vote: KeyDate, original: Name, language: Language, name: str) -> None:
    told = replace(vote, name=original.text, language=original.language, names=(original,))
    assert name_of(told, texts(language)) == name


def test_the_place_is_told_as_the_readers_language_writes_it(in_three: KeyDate) -> None:
    assert [place_of(in_three, texts(one)) for one in ("en", "ru", "kk")] == ["Oskemen", "Усть-Каменогорск", "Oskemen"]


def test_a_place_that_nobody_tells_is_empty(vote: KeyDate) -> None:
    assert place_of(replace(vote, place=None), texts("ru")) == ""


def test_the_proof_is_told_in_the_readers_language_where_one_is(vote: KeyDate, ref, moment_in) -> None:
    russian = Evidence("Маслихат заседает 9 июня.", "9 июня", replace(ref, id=8, language="ru"))
    told = replace(vote, evidence=(russian, *vote.evidence))
    assert "Маслихат заседает" in newest_proof(told, moment_in("ru"))
    assert "will hold a vote" in newest_proof(told, moment_in("en"))
    assert "Маслихат заседает" in newest_proof(told, moment_in("kk"))
    refuted = replace(told, evidence=(replace(russian, agrees=False), *vote.evidence))
    assert "will hold a vote" in newest_proof(refuted, moment_in("ru"))
