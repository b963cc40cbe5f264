"""Languages are found by their folders, and each has all that the contract asks for."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefings.languages.contract import Abbreviations
from briefings.languages.registry import LANGUAGES, PACKS, pack, packs_of

ROOT = Path(__file__).parents[4]
ENGLISH = ROOT / "briefings" / "languages" / "en"
ADDED = """
import sys
from briefings import languages
languages.__path__.append(sys.argv[1])
from datetime import date
from briefings.text import LANGUAGES, detect, stem, stems
from briefings.text.sentences import split_sentences
from briefings.text.spoken_dates import say_day, say_distance
from briefings.text.spoken_periods import say_period
text = "Saylov iyun oyida va shu kuni bo'ladi. Har bir fuqaro uchun bu muhim."
print(*LANGUAGES)
print(detect(text), detect("The vote is in June."), detect("Выборы в июне."))
print(len(split_sentences(text, "uz")), stem("fuqaro", "uz"), len(stems(text, "uz")))
print(say_day(date(2019, 6, 9), "uz", weekday=False))
print(say_distance(date(2019, 6, 8), date(2019, 6, 9), date(2019, 6, 9), "uz"))
from briefings.text.concepts import concept_words
print(concept_words("they arrested him", "en"), concept_words("arrested", "uz"))
print(say_period(date(2019, 6, 1), date(2019, 6, 30), "month", "uz"))
"""


def test_languages_come_in_the_order_in_which_they_are_offered():
    assert LANGUAGES == ("en", "ru", "kk")
    assert tuple(packs_of("cyrillic")) == ("ru", "kk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_says_what_language_it_is_of(language):
    assert pack(language).code == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_as_they_are_looked_up(language):
    writing = PACKS[language].writing
    assert all(word == word.casefold() for word in writing.stop_words | writing.telling_words)
    for name in Abbreviations.__slots__:
        assert all(not word.endswith(".") for word in getattr(writing.abbreviations, name))


def test_a_folder_is_all_it_takes_to_add_a_language(tmp_path):
    uzbek = tmp_path / "uz"
    uzbek.mkdir()
    for module in ENGLISH.glob("*.py"):
        made = module.read_text().replace("briefings.languages.en", "briefings.languages.uz").replace('"en"', '"uz"')
        (uzbek / module.name).write_text(made)
    words = uzbek / "words.py"
    words.write_text(words.read_text() + '\nSTOP_WORDS = word_set("va har bir shu bu uchun kuni oyida")\n')
    done = subprocess.run(
        [sys.executable, "-c", ADDED, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        "en uz ru kk",
        "uz en ru",
        "2 fuqaro 13",
        "9 iyun 2019",
        "tomorrow",
        "[('arrested', ('arrest',))] []",
        "Iyun 2019",
    ]
