"""Wishes to be reminded, or to be reminded no longer, as people write them: of what, and when."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.said import COUNTED, ON_THE_DAY, WORDS, said_leads
from briefings.leads import LONGEST, Leads, order_leads
from briefings.reminders.topics import EVERYTHING

PLEASE = r"^(?:(?:please|пожалуйста|өтінемін),?\s+)?"
ASKED = re.compile(
    rf"{PLEASE}(?:(?:(?:can|could|will|would) you|i(?:['’]d| would)? (?:want|like) you to)\s+(?:please\s+)?)?"
    r"(?:re?mind\s+(?:me|us)\b|(?:follow|subscribe(?:\s+(?:me|us))?\s+to)(?=\s)(?!\s+up\b)"
    r"|(?:send|give|set)(?:\s+(?:me|us))?\s+(?:a\s+)?reminders?\b)(?:,?\s*please\b)?"
    rf"|{PLEASE}(?:(?:не\s+)?(?:можешь|можете|мог(?:ла)?\s+бы\s+ты|могли\s+бы\s+вы)\s+)?(?:(?:мне|нам)\s+)?"
    r"(?:нап[оа]мни(?:те|ть)?\b|напоминай(?:те)?\b|следи(?:те)?\s+за\b|подпиши(?:те)?(?:\s+(?:меня|нас))?\s+на\b"
    r"|(?:поставь|создай|пришли)(?:те)?(?:\s+(?:мне|нам))?\s+напоминани[ея]\b)"
    r"(?:,?\s*пожалуйста\b)?(?:\s+(?:мне|нам)\b)?(?:,?\s*пожалуйста\b)?"
    r"|(?:\b(?:маған|бізге)\s+)?\b(?:еске\s+(?:сал|түсір)|ескерт|қадағала)"
    r"(?:шы|ші|[ыі]ңыз|[ыі]ңіз|ңыз|[ыі]?ңызшы|[ыі]?ңізші|[ыі]п\s+(?:қой|жібер|тұр)\w*)?$",
    re.IGNORECASE,
)
STOPPED = re.compile(
    rf"{PLEASE}(?:stop$|(?:stop|quit)\s+(?:remind|notify|follow)ing\b(?:\s+(?:me|us)\b)?"
    r"|(?:do\s+not|don['’]?t)\s+remind\s+(?:me|us)\b|unfollow\b|unsubscribe\b(?:\s+(?:me|us)\b)?|no\s+more\s+reminders\b"
    r"|(?:stop|cancel|turn\s+off|switch\s+off|delete|remove)\s+(?=everything$|all$|all\s+(?:the\s+|my\s+)?reminders\b)"
    r"|(?:stop|cancel|turn\s+off|switch\s+off|delete|remove)\s+(?:(?:the|my|our)\s+)?reminders?\b)"
    rf"|{PLEASE}(?:стоп$|(?:больше\s+)?не\s+(?:(?:надо|нужно)\s+)?(?:больше\s+)?"
    r"(?:(?:мне|нам)\s+)?(?:напомина(?:й|йте|ть)|следи(?:те)?)\b(?:\s+(?:мне|нам)\b)?"
    r"|(?:перестань(?:те)?|прекрати(?:те)?|хватит)\s+(?:(?:мне|нам)\s+)?(?:напоминать|следить)\b(?:\s+(?:мне|нам)\b)?"
    r"|отпи(?:ши(?:те|сь|тесь)?|саться)\b(?:\s+(?:меня|нас)\b)?"
    r"|(?:отключи|выключи|убери|отмени|удали)(?:те)?\s+(?=вс[её]$|все\s+напоминания\b)"
    r"|(?:отключи|выключи|убери|отмени|удали)(?:те)?\s+(?:мо[еи]\s+)?напоминани[ея]\b)"
    r"|(?:\b(?:маған|бізге)\s+)?(?:\bенді\s+)?\b(?:(?:еске\s+салма|қадағалама)(?:шы|ңыз|ңызшы)?"
    r"|(?:еске\s+салуды|қадағалауды)\s+(?:тоқтат|қой)(?:шы|ыңыз|ыңызшы)?|(?<=бәрін )тоқтат(?:шы|ыңыз|ыңызшы)?)$",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"(?:when|who|whom|whose|what|where|why|how|which|когда|кто|кого|кому|что|где|куда|почему|зачем|сколько|как\w*)\b",
    re.IGNORECASE,
)
"""`remind me who won` asks for an answer, which has a button to be reminded"""
ANYTHING = re.compile(
    r"\*|everything|all|(?:all|every|each)(?:\s+(?:of\s+)?(?:the|my|key))*\s+(?:dates?|reminders?|events?|topics?)"
    r"|вс[её]|всем|всём|(?:все|всех|всеми|каждой|каждую)\s+(?:дат[ыуе]|датах|датами|напоминания|события|событиях)"
    r"|(?:бәрі|барлығы)(?:н|на|не)?|барлық\s+(?:маңызды\s+)?күн(?:ді|дер|дерді)?",
    re.IGNORECASE,
)
ONE = rf"(?:{COUNTED}|(?:(?:an?|one|the|бір)\s+)?(?:{WORDS})(?!\w)|(?:on\s+)?(?:{ON_THE_DAY.pattern}))"
JOINED = r"(?:\s*,\s*|\s+)(?:(?:and|и|және)\s+)?(?:за\s+)?"
LEADS = re.compile(
    rf"(?<!\w)(?:за\s+{ONE}(?:{JOINED}{ONE})*(?:\s+до\b)?"
    rf"|{ONE}(?:{JOINED}{ONE})*\s+(?:be?fore?|ahead(?:\s+of)?|in\s+advance|earlier|бұрын|алдын)(?!\w)"
    rf"|{COUNTED}(?:{JOINED}{COUNTED})*$)",
    re.IGNORECASE,
)
EVE = re.compile(
    r"(?<!\w)(?:(?:on\s+)?the\s+eve\b|(?:on\s+)?the\s+day\s+be?fore?\b|накануне\b|қарсаңында\b|алдыңғы\s+күні\b)",
    re.IGNORECASE,
)
THE_DAY = re.compile(
    r"(?<!\w)(?:on\s+(?:the\s+)?(?:very\s+|same\s+)?(?:day|morning)(?:\s+itself)?\b|в\s+(?:(?:сам(?:ый)?|тот\s+же)\s+)?день\b"
    r"|сол\s+күні\b|on\s+(?=(?:\w+\s+){1,3}day$))",
    re.IGNORECASE,
)
ITS_DAY = re.compile(r"(?<=\w)\s+күні$", re.IGNORECASE)
"""`сайлау күні еске сал`: on election day; after a command it belongs to a name, such as that of Victory Day"""
HENCE = re.compile(
    r"(?<!\w)(?:in\s+(?:(?P<en>\d{1,3})|an?)\s+(?P<en_unit>day|week|hour|minute)s?(?:['’]?\s+time)?"
    r"|через\s+(?:(?P<ru>\d{1,3})\s+)?(?P<ru_unit>д|недел|час|минут)\w*"
    r"|(?:(?P<kk>\d{1,3})|бір)\s+(?P<kk_unit>күн|апта|сағат|минут)\w*\s+(?:кейін|соң)"
    r"|(?P<third>the\s+day\s+after\s+tomorrow|послезавтра|бүрсігүні)|(?P<second>tomorrow|завтра|ертең))(?!\w)",
    re.IGNORECASE,
)
DAYS_OF = {"d": 1, "д": 1, "к": 1, "w": 7, "н": 7, "а": 7}
"""days of a unit, by its first letter; hours and minutes are not among them"""
AROUND = re.compile(
    r"^(?:(?:about|of|before|for|on|and|the|from|to|о|об|обо|про|от|за|на|до|перед|и|мне|нам|больше|маған|бізге)\s+)+"
    r"|(?:\s+(?:туралы|жайлы|жөнінде|before|and|и|және|маған|бізге|any\s?more|any longer|again|please|больше"
    r"|пожалуйста|енді))+$|^(?:больше|please|пожалуйста|any\s?more|again|енді)$",
    re.IGNORECASE,
)
"""small words that are left at the ends of what is wished for"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be reminded of, and how long before or how many days from now; None where not said."""

    words: str
    leads: Leads | None
    days_hence: int | None = None

    def leads_for(self, first: date, today: date) -> Leads | None:
        """Return the leads for what happens on `first`; None for the usual ones."""
        if self.leads is not None or self.days_hence is None:
            return self.leads
        lead = first - today - timedelta(days=self.days_hence)
        return (lead,) if timedelta(0) <= lead <= LONGEST else None


def said_wish(text: str) -> Wish | None:
    """Read `remind me 2 days before the vote`; None for a text that does not ask for that."""
    words = _bare_end(text)
    asked = ASKED.search(words)
    if asked is None:
        return None
    rest = f"{words[: asked.start()]}{words[asked.end() :]}".strip(" ,:;")
    if QUESTION.match(rest):
        return None
    return _from_now(rest) or part_wish(ITS_DAY.sub(" сол күні", rest) if words.endswith(asked[0]) else rest)


def said_stop(text: str) -> str | None:
    """Read `stop reminding me of the vote`; return of what (`*`: everything, empty: not said), None for other texts."""
    words = _bare_end(text)
    asked = STOPPED.search(words)
    return named(words[: asked.start()] + words[asked.end() :]) if asked else None


def part_wish(words: str) -> Wish:
    """Part what is wished for from how long before: `the vote 3 days and 2 hours before`."""
    leads, rest = set[timedelta](), words
    while said := LEADS.search(rest):
        read = said_leads(said[0])
        if read is None:
            return Wish(words.strip(), None)
        leads, rest = leads.union(read), _without(rest, said)
    for pattern, lead in ((EVE, timedelta(days=1)), (THE_DAY, timedelta(0))):
        if said := pattern.search(rest):
            leads, rest = leads | {lead}, _without(rest, said).removesuffix(" day")
    return Wish(named(rest), order_leads(leads) if leads else None)


def named(words: str) -> str:
    """Return what is left when small words are gone; `*` for whatever means everything."""
    bare = AROUND.sub("", words.strip(" ,.:;")).strip()
    return EVERYTHING if ANYTHING.fullmatch(bare) else bare


def _from_now(words: str) -> Wish | None:
    """Read `the vote in 3 days`; None where no day is counted from now, or how long before is said as well."""
    said = HENCE.search(words)
    rest = _without(words, said) if said else words
    return Wish(named(rest), None, _days_hence(said)) if said and not LEADS.search(rest) else None


def _days_hence(said: re.Match[str]) -> int | None:
    if said["second"] or said["third"]:
        return 1 if said["second"] else 2
    unit = said["en_unit"] or said["ru_unit"] or said["kk_unit"]
    days = DAYS_OF.get(unit[0].lower())
    return days and days * int(said["en"] or said["ru"] or said["kk"] or 1)


def _bare_end(text: str) -> str:
    return text.strip().rstrip(".!?").rstrip()


def _without(words: str, said: re.Match[str]) -> str:
    return f"{words[: said.start()]} {words[said.end() :]}".strip()
