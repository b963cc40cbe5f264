"""Places that news of our readers tell of: how they are written in the three languages, and their time zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from briefings.key_dates.detection.clause_words import Word
from briefings.text.detection import Language

_TABLE = """
Almaty|Алматы|Алматы|Алматы Алматыда Алматыдағы|Asia/Almaty
Astana|Астана|Астана|Астан|Asia/Almaty
Nur-Sultan|Нур-Султан|Нұр-Сұлтан|Нур-Султан Нұр-Сұлтан|Asia/Almaty
Shymkent|Шымкент|Шымкент|Шымкент|Asia/Almaty
Qaraghandy|Караганда|Қарағанды|Караганд Қарағанды Karaganda|Asia/Almaty
Aqtobe|Актобе|Ақтөбе|Актобе Ақтөбе Aktobe|Asia/Aqtobe
Aqtau|Актау|Ақтау|Актау Ақтау Aktau|Asia/Aqtau
Atyrau|Атырау|Атырау|Атырау|Asia/Atyrau
Oral|Уральск|Орал|Уральск Орал|Asia/Oral
Kazakhstan|Казахстан|Қазақстан|Казахстан Қазақстан|
Russia|Россия|Ресей|Росси Ресей|
Moscow|Москва|Мәскеу|Москв Мәскеу|Europe/Moscow
Saint Petersburg|Санкт-Петербург|Санкт-Петербург|Санкт-Петербург Петербург Petersburg|Europe/Moscow
Kazan|Казань|Қазан|Казан|Europe/Moscow
Kyrgyzstan|Киргизия|Қырғызстан|Кыргызстан Киргизи Қырғызстан|Asia/Bishkek
Bishkek|Бишкек|Бішкек|Бишкек Бішкек|Asia/Bishkek
Uzbekistan|Узбекистан|Өзбекстан|Узбекистан Өзбекстан|Asia/Tashkent
Tashkent|Ташкент|Ташкент|Ташкент|Asia/Tashkent
Samarkand|Самарканд|Самарқан|Самарканд Самарқан|Asia/Samarkand
Tajikistan|Таджикистан|Тәжікстан|Таджикистан Тәжікстан|Asia/Dushanbe
Dushanbe|Душанбе|Душанбе|Душанбе|Asia/Dushanbe
Turkmenistan|Туркменистан|Түрікменстан|Туркменистан Туркмени Түрікменстан|Asia/Ashgabat
Azerbaijan|Азербайджан|Әзербайжан|Азербайджан Әзербайжан|Asia/Baku
Baku|Баку|Баку|Баку|Asia/Baku
Georgia|Грузия|Грузия|Грузи|Asia/Tbilisi
Tbilisi|Тбилиси|Тбилиси|Тбилиси|Asia/Tbilisi
Armenia|Армения|Армения|Армени|Asia/Yerevan
Yerevan|Ереван|Ереван|Ереван|Asia/Yerevan
Ukraine|Украина|Украина|Украин|Europe/Kyiv
Kyiv|Киев|Киев|Киев Kiev|Europe/Kyiv
Belarus|Белоруссия|Беларусь|Белорусси Беларус|Europe/Minsk
Minsk|Минск|Минск|Минск|Europe/Minsk
Turkey|Турция|Түркия|Турци Түркия Türkiye|Europe/Istanbul
Istanbul|Стамбул|Стамбұл|Стамбул Стамбұл|Europe/Istanbul
Ankara|Анкара|Анкара|Анкар|Europe/Istanbul
China|Китай|Қытай|Кита Қытай|Asia/Shanghai
Beijing|Пекин|Пекин|Пекин|Asia/Shanghai
Berlin|Берлин|Берлин|Берлин|Europe/Berlin
Paris|Париж|Париж|Париж|Europe/Paris
London|Лондон|Лондон|Лондон|Europe/London
Brussels|Брюссель|Брюссель|Брюссел|Europe/Brussels
Geneva|Женева|Женева|Женев|Europe/Zurich
Vienna|Вена|Вена|Вене Вену Вена|Europe/Vienna
Washington|Вашингтон|Вашингтон|Вашингтон|America/New_York
New York|Нью-Йорк|Нью-Йорк|Нью-Йорк York|America/New_York
Tokyo|Токио|Токио|Токио|Asia/Tokyo
Tehran|Тегеран|Тегеран|Тегеран|Asia/Tehran
Doha|Доха|Доха|Дохе Доху Доха|Asia/Qatar
Dubai|Дубай|Дубай|Дубае Дубай|Asia/Dubai
"""
COUNTRIES = frozenset(
    "Kazakhstan Russia Kyrgyzstan Uzbekistan Tajikistan Turkmenistan Azerbaijan Georgia Armenia Ukraine Belarus Turkey "
    "China".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its names by language, the beginnings of its written forms, its zone where it has only one."""

    names: dict[Language, str]
    stems: tuple[str, ...]
    zone: str | None

    @property
    def is_country(self) -> bool:
        """Whether it is a country, which other places lie in."""
        return self.names["en"] in COUNTRIES


def _place(line: str) -> Place:
    english, russian, kazakh, stems, zone = line.split("|")
    return Place({"en": english, "ru": russian, "kk": kazakh}, (english, *stems.split()), zone or None)


PLACES = tuple(_place(line) for line in _TABLE.strip().splitlines())
_BY_START: dict[str, list[Place]] = {}
for _one in PLACES:
    for _stem in _one.stems:
        _BY_START.setdefault(_stem[:3], []).append(_one)

LONGEST_ENDING = 5
LEAST_LETTERS = 3
_INSIDE = {"en": ("in",), "ru": ("в", "во")}
_ATTRIBUTIVE = {"а": "ғы", "е": "гі"}
_LOCATIVE = {
    "en": ("in", "at"),
    "ru": ("в", "во", "на"),
    "kk": ("да", "де", "та", "те", "дағы", "дегі", "тағы", "тегі"),
}


def place_of(word: str) -> Place | None:
    """The known place that a word names, endings of Russian and Kazakh aside."""
    for place in _BY_START.get(word[:3], ()):
        if any(word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING for stem in place.stems):
            return place
    return None


def place_in(words: list[Word], language: Language) -> Place | None:
    """Where the sentence says that something is: "in Almaty", "в Алматы", "Алматыда"."""
    for before, word in pairwise(words):
        place = place_of(word.text) if word.is_name else None
        if place is not None and _is_locative(before, word, language):
            return place
    first = place_of(words[0].text) if words and language == "kk" else None
    return first if first and _is_locative(words[0], words[0], language) else None


def whereabouts(words: Sequence[Word], language: Language) -> str:
    """How the words say where something is, as a name can take it up: "in Semey", "в Семее", "Семейдегі"."""
    for at, (before, word) in enumerate(pairwise(words), 1):
        if not word.is_word or not word.is_name or len(word.text) < LEAST_LETTERS:
            continue
        if language == "kk" and word.text.endswith(_LOCATIVE["kk"]):
            return word.text + ("" if word.text.endswith(("ғы", "гі")) else _ATTRIBUTIVE[word.text[-1]])
        if language != "kk" and before.lower in _INSIDE[language]:
            return " ".join([before.lower, *(one.text for one in takewhile(_names_place, words[at : at + 3]))])
    return ""


def _names_place(word: Word) -> bool:
    return word.is_name and word.is_word


def _is_locative(before: Word, word: Word, language: Language) -> bool:
    if language == "kk":
        return word.text.endswith(_LOCATIVE["kk"])
    return before.lower in _LOCATIVE[language]
