"""Which kind of thing a question asks for, by its words."""

import re
from typing import Final

from briefings.answers.findings import Kind
from briefings.text import Language

_EN_LENGTH: Final = r"(?:days?|weeks?|months?|years?|hours?|minutes?|time)"
_EN_PLACE: Final = r"(?:cit(?:y|ies)|towns?|countr(?:y|ies)|places?|location|region|state|street|village|part of)"
_EN_TIME: Final = r"(?:date|days?|years?|months?|century|decade|time|week)"
_EN_WHICH: Final = r"\b(?:what|which) (?!(?:did|do|does|are|were|is|was|have|has|had|will|would|can)\b)(?:\w+ )?"
_EN_PEOPLE: Final = r"(?:person|people|man|woman|men|women|politicians?|leaders?|groups?)"
_RU_LENGTH: Final = r"(?:дн\w+|день|недел\w+|месяц\w*|лет|год\w*|час\w*|минут\w*|времени|суток)"
_RU_PLACE: Final = r"(?:город\w*|стран\w*|мест\w*|регион\w*|област\w*|улиц\w*|част\w+)"
_RU_TIME: Final = r"(?:дат\w*|день|дн[яюи]|год\w*|месяц\w*|век\w*|числ\w*|врем\w*|десятилети\w*)"
_RU_AMOUNT: Final = r"(?:количеств|числ[оа]\b|процент|дол[яи]|численност|возраст|цен[аы])"
_KK_LENGTH: Final = r"(?:күн\w*|апта\w*|ай\w*|жыл\w*|сағат\w*|минут\w*|уақыт\w*)"
_KK_PLACE: Final = r"(?:қала\w*|ел\w*|жер\w*|облыс\w*|өңір\w*|аймақ\w*|көше\w*|ауыл\w*)"
_KK_TIME: Final = r"(?:күн\w*|жыл\w*|ай|айда|айы|айдың|ғасыр\w*|уақыт\w*|кез\w*|мезгіл\w*)"

_PATTERNS: Final[dict[Language, tuple[tuple[Kind, str], ...]]] = {
    "en": (
        (
            "countdown",
            rf"\bhow (?:many {_EN_LENGTH}|long|much time) (?:(?:is|are|does|do|it|there|we|have|take) )*"
            r"(?:until|till|before|to|left|remain\w*)\b|\bhow (?:soon|far (?:away|off))\b|\bcountdown\b",
        ),
        ("how_long", rf"\bhow (?:long|many {_EN_LENGTH}|much time)\b"),
        (
            "how_many",
            r"\bhow (?:many|much|large|big|high|old|tall|deep|far|often)\b|\bwhat percent"
            r"|\bwhat (?:(?:is|was|were) the )?(?:number|percentage|share|proportion|population|age|price|cost)\b",
        ),
        ("when", rf"\bwhen\b|{_EN_WHICH}{_EN_TIME}\b"),
        ("where", rf"\bwhere\b|{_EN_WHICH}{_EN_PLACE}\b"),
        (
            "why",
            r"\bwhy\b|\bwhat (?:caused|made|led|prompted)\b|\bfor what reason\b|\bhow come\b"
            r"|\bwhat (?:is|was|were) the reasons?\b",
        ),
        ("who", rf"\bwho(?:m|se)?\b|{_EN_WHICH}{_EN_PEOPLE}\b"),
        ("how", r"\bhow\b"),
        ("what", r"\b(?:what|which)\b"),
        ("yes_no", r"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b"),
    ),
    "ru": (
        (
            "countdown",
            rf"\b(?:сколько|как много)\b.{{0,20}}\b{_RU_LENGTH}\b.{{0,20}}\b(?:до|остал\w*)\b"
            r"|\bкак скоро\b|\bчерез сколько\b|\bсколько осталось\b",
        ),
        (
            "how_long",
            rf"\bкак долго\b|\bсколько {_RU_LENGTH}|\bна (?:какой срок|сколько)\b|\bкаков\w* продолжительност",
        ),
        (
            "how_many",
            rf"\bскольк\w+\b|\bкак(?:ое|ова|ов|ая|ой)\b (?:был[аои]? )?{_RU_AMOUNT}|\bнасколько\b"
            r"|\bкак (?:много|часто|далеко)\b",
        ),
        ("when", rf"\bкогда\b|\bкак\w+ (?:\w+ )?{_RU_TIME}\b"),
        ("where", rf"\b(?:где|куда|откуда)\b|\bкак\w+ (?:\w+ )?{_RU_PLACE}\b"),
        (
            "why",
            r"\b(?:почему|зачем|отчего)\b|\bиз-за чего\b|\bпо как(?:ой|им) причин"
            r"|\bчто (?:заставило|побудило|вызвало|послужило)\b",
        ),
        ("who", r"\b(?:кто|кого|кому|кем|ком|чей|чья|чье|чьи|чьих|чьей)\b"),
        ("yes_no", r"\bли\b|\bправда,? что\b"),
        ("what", r"\b(?:что|чего|чему|чем|как(?:ой|ая|ое|ие|им|ого|ому|ую|их|ими|ом|ов|ова|ово|овы))\b"),
        ("how", r"\bкак\b"),
    ),
    "kk": (
        ("countdown", rf"\b(?:қанша|неше)\b.{{0,8}}\b{_KK_LENGTH}.{{0,8}}\bқалды\b|дейін (?:қанша|неше)\b"),
        ("how_long", rf"\b(?:қанша|неше) {_KK_LENGTH}|\bқанша\w* мерзім"),
        ("how_many", r"\b(?:қанша\w*|неше\w*|(?:саны|көлемі) қандай)\b|\bқаншалықты\b"),
        ("when", rf"\bқашан\w*\b|\b(?:қай|қандай|нешінші|қаншасыншы) (?:\w+ )?{_KK_TIME}\b"),
        ("where", rf"\b(?:қайда\w*|қай жерде)\b|\b(?:қай|қандай) (?:\w+ )?{_KK_PLACE}\b"),
        ("why", r"\b(?:неге|неліктен|не үшін|не себепті|нендей себеп\w*|себебі не)\b"),
        ("who", r"\bкім\w*\b"),
        ("how", r"\bқалай\b"),
        ("what", r"\b(?:не|нені|неден|немен|қандай|қай|қайсы\w*|нелер)\b"),
        ("yes_no", r"\b(?:ма|ме|ба|бе|па|пе)\W*$"),
    ),
}

_COMPILED: Final = {
    language: tuple((kind, re.compile(pattern)) for kind, pattern in rows) for language, rows in _PATTERNS.items()
}


def kind_of(question: str, language: Language) -> Kind:
    """Return what a question asks for; `what` where its words do not tell."""
    asked = question.casefold().replace("ё", "е")
    return next((kind for kind, pattern in _COMPILED[language] if pattern.search(asked)), "what")
