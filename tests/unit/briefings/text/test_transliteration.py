import pytest

from briefings.text.transliteration import name_keys


@pytest.mark.parametrize(
    "spellings",
    [
        "Toqaev Tokayev Токаев Токаева Тоқаев Тоқаевтың",
        "Nazarbaev Nazarbayev's Назарбаев Назарбаева Назарбаевтың",
        "Qaraghandy Karaganda Караганда Қарағанды Қарағандыда",
        "Almaty Алматы Алматыда",
        "Shymkent Шымкент Шымкенте",
        "Aqtobe Актобе Ақтөбе",
    ],
)
def test_a_name_sounds_alike_in_every_script(spellings: str):
    first, *others = spellings.split()
    for other in others:
        assert set(name_keys(first)) & set(name_keys(other)), other


def test_different_names_differ():
    assert not set(name_keys("Almaty")) & set(name_keys("Astana"))
    assert not set(name_keys("Tulesova")) & set(name_keys("Tolymbekov"))


@pytest.mark.parametrize("word", ["a", "Оо", "Io", "", "7"])
def test_too_little_sound_gives_no_key(word: str):
    assert name_keys(word) == ()


def test_what_is_longer_than_any_name_gives_no_key():
    assert name_keys("Tokayev" * 20) == ()
