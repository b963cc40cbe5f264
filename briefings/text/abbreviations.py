"""Abbreviations after which a full stop does not end a sentence, or only sometimes does."""

from dataclasses import dataclass
from typing import Final

from briefings.text.detection import Language


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations of a language, casefolded and without their last stop, by what may follow them.

    `binding` ones never end a sentence; `closing` ones end it before a capital letter; `unclear` ones end it only
    before a word that seldom has a capital inside a sentence (`starters`); `numbering` ones bind a number; `counted`
    ones belong to the number before them and end a sentence that already has some words.
    """

    binding: frozenset[str]
    closing: frozenset[str]
    unclear: frozenset[str]
    numbering: frozenset[str]
    counted: frozenset[str]
    starters: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH: Final = Abbreviations(
    binding=_words(
        "mr mrs ms messrs dr prof sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl brig pres hon rev fr "
        "st mt ft supt det insp amb sec vs cf viz approx ca e.g i.e"
    ),
    closing=_words("etc al ph.d b.a m.a a.m p.m a.d b.c"),
    unclear=_words(
        "u.s u.k u.n e.u u.s.a u.s.s.r d.c inc corp ltd co cos bros jr sr esq llc plc dept est assn univ intl natl "
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd"
    ),
    numbering=_words("no nos p pp vol vols ch fig figs art sec para"),
    counted=frozenset(),
    starters=_words(
        "the a an he she it they we you i this that these those there in on at by for from with after before during "
        "since while when if as but and or so yet however meanwhile also both each some many most no not now then "
        "his her its their our my what who where why how one two several according although because despite under"
    ),
)

_RUSSIAN: Final = Abbreviations(
    binding=_words(
        "ул пр-т просп пер пл наб бул ш им проф акад доц канд ген полк подполк майор кап лейт г-н г-жа гг-н св о-в оз "
        "тов гр т.е т.к т.н т.наз напр ср см ок прим зам пом нач дир мин обл р-н пос дер мкр респ"
    ),
    closing=_words("т.д т.п т.ч др пр млн млрд трлн тыс руб коп тг тнг долл чел кг км м см мм га мин сек час н.э"),
    unclear=_words("янв февр фев мар апр авг сент сен окт нояб ноя дек пн вт ср чт пт сб вс сша рф"),
    numbering=_words("п пп ст стр с рис табл гл ч т № д кв корп оф каб"),
    counted=_words("г гг в вв"),
    starters=_words(
        "в во на по из за к с со от до для при после перед через без под над о об у и а но или же однако это этот эта "
        "эти он она оно они мы вы я его её их как так там тогда также если когда пока хотя что кто где все всё сейчас "
        "теперь затем потом кроме ранее сегодня вчера завтра между согласно"
    ),
)

_KAZAKH: Final = Abbreviations(
    binding=_words("көш даң проф акад доц ген полк мин обл респ т.с.с мыс"),
    closing=_words("т.б т.с.с т.т млн млрд трлн мың тг теңге адам км кг м га сағ"),
    unclear=_words("қаң ақп нау сәу мам мау шіл там қыр қаз қар желт"),
    numbering=_words("б бет т сур № үй пәт биікт аум үз ұз ені орт шам"),
    counted=_words("ж жж ғ ғғ қ"),
    starters=_words(
        "бұл ол олар біз сіз мен осы сол бірақ алайда ал және сондай-ақ сондықтан содан кейін бүгін кеше ертең қазір "
        "мұнда онда оның олардың егер сонымен бұдан осыдан"
    ),
)


def _union(*parts: Abbreviations) -> Abbreviations:
    return Abbreviations(
        binding=frozenset().union(*(part.binding for part in parts)),
        closing=frozenset().union(*(part.closing for part in parts)),
        unclear=frozenset().union(*(part.unclear for part in parts)),
        numbering=frozenset().union(*(part.numbering for part in parts)),
        counted=frozenset().union(*(part.counted for part in parts)),
        starters=frozenset().union(*(part.starters for part in parts)),
    )


ABBREVIATIONS: Final[dict[Language | None, Abbreviations]] = {
    "en": _ENGLISH,
    "ru": _union(_ENGLISH, _RUSSIAN),
    "kk": _union(_ENGLISH, _KAZAKH),
    None: _union(_ENGLISH, _RUSSIAN, _KAZAKH),
}
