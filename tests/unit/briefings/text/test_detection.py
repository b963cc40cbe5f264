"""Telling our languages apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text import LANGUAGES, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("when is the election", "en"),
        ("who was detained in Almaty?", "en"),
        ("what about Алматы?", "en"),
        ("2019", "en"),
        ("", "en"),
        ("кто задержан", "ru"),
        ("когда выборы", "ru"),
        ("выборы", "ru"),
        ("митинг", "ru"),
        ("кто такой John Smith", "ru"),
        ("кто такой Қасым Сәрсен?", "ru"),
        ("Токаев подписал указ о выборах в Қарағанды.", "ru"),
        ("сайлау қашан", "kk"),
        ("сайлау кашан", "kk"),
        ("сайлау", "kk"),
        ("сот болады ма", "kk"),
        ("кімдер ұсталды", "kk"),
        ("форум қайда өтеді", "kk"),
        ("Сот шешімді дүйсенбі күні жариялады, деп хабарлады Reuters агенттігі.", "kk"),
    ],
)
def test_language_is_told(text: str, language: str) -> None:
    assert detect(text) == language


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert detect(text) in LANGUAGES
