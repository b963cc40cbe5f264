import pytest

from briefings.answers.question_kinds import kind_of
from briefings.text import Language


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("When is the election?", "en", "when"),
        ("what day do people vote", "en", "when"),
        ("Who was detained?", "en", "who"),
        ("Whose banner was it?", "en", "who"),
        ("Where did they meet?", "en", "where"),
        ("In which city was the marathon?", "en", "where"),
        ("How many people came?", "en", "how_many"),
        ("How old is he?", "en", "how_many"),
        ("How long were they jailed?", "en", "how_long"),
        ("How many days in jail did he get?", "en", "how_long"),
        ("How many days until the election?", "en", "countdown"),
        ("how long is it till the vote", "en", "countdown"),
        ("Why did he resign?", "en", "why"),
        ("What made him resign?", "en", "why"),
        ("Did he resign?", "en", "yes_no"),
        ("What did they demand?", "en", "what"),
        ("What did people fear?", "en", "what"),
        ("Which people came?", "en", "who"),
        ("election", "en", "what"),
        ("Когда выборы?", "ru", "when"),
        ("В каком году это было?", "ru", "when"),
        ("Кого задержали?", "ru", "who"),
        ("Где собрались люди?", "ru", "where"),
        ("В каком городе прошёл марафон?", "ru", "where"),
        ("Сколько человек пришло?", "ru", "how_many"),
        ("Сколько дней осталось до выборов?", "ru", "countdown"),
        ("Почему он ушёл?", "ru", "why"),
        ("Была ли явка высокой?", "ru", "yes_no"),
        ("Что они требовали?", "ru", "what"),
        ("Сайлау қашан өтеді?", "kk", "when"),
        ("Кім ұсталды?", "kk", "who"),
        ("Адамдар қайда жиналды?", "kk", "where"),
        ("Қанша адам келді?", "kk", "how_many"),
        ("Сайлауға неше күн қалды?", "kk", "countdown"),
        ("Ол неге кетті?", "kk", "why"),
        ("Ол кетті ме?", "kk", "yes_no"),
    ],
)
def test_the_kind_of_a_question(question: str, language: Language, kind: str):
    assert kind_of(question, language) == kind
