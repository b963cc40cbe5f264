"""Wishes to be reminded, or to be reminded no longer, as people write them: of what, and when."""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.phrases import COUNTED, ON_THE_DAY, WORDS, one_line, parse_leads_phrase
from bot.phrases.wish_times import split_day, split_time
from briefings.model.leads import LONGEST, MOST, Leads, order_leads
from briefings.notices.reminders.topics import EVERYTHING

PLEASE = r"^(?:(?:please|пожалуйста|өтінемін),? )?"
ASKED = re.compile(
    rf"{PLEASE}(?:(?:(?:can|could|will|would) you|i(?:['’]d| would)? (?:want|like) you to) (?:please )?)?"
    r"(?:re?mind (?:me|us)\b|(?:follow|subscribe(?: (?:me|us))? to)(?=\s)(?! up\b)"
    r"|(?:send|give|set)(?: (?:me|us))? (?:a )?reminders?\b|notify (?:me|us)\b|let (?:me|us) know\b"
    r"|(?:do not|don['’]?t) let (?:me|us) forget\b)(?:,? ?please\b)?"
    rf"|{PLEASE}(?:(?:не )?(?:можешь|можете|мог(?:ла)? бы ты|могли бы вы) )?(?:(?:мне|нам) )?"
    r"(?:нап[оа]мни(?:те|ть)?\b|напоминай(?:те)?\b|следи(?:те)? за\b|подпиши(?:те)?(?: (?:меня|нас))? на\b"
    r"|(?:поставь|создай|пришли)(?:те)?(?: (?:мне|нам))? напоминани[ея]\b|(?:предупреди|сообщи)(?:те)?\b"
    r"|(?:хочу|хотим|хотел(?:а|и)? бы) следить за\b|дай(?:те)? (?:(?:мне|нам) )?знать\b"
    r"|не дай(?:те)? (?:(?:мне|нам) )?забыть\b)"
    r"(?:,? ?пожалуйста\b)?(?: (?:мне|нам)\b)?(?:,? ?пожалуйста\b)?"
    r"|(?:\b(?:маған|бізге) )?\b(?:еске (?:сал|түсір)|ескерт|қадағала|хабарла|хабар бер)"
    r"(?:шы|ші|[ыі]ңыз|[ыі]ңіз|ңыз|п (?:қой|тұр|отыр)\w*|[ыі]?ңызшы|[ыі]?ңізші|[ыі]п (?:қой|жібер|тұр)\w*)?$",
    re.IGNORECASE,
)
STOPPED = re.compile(
    rf"{PLEASE}(?:stop$|(?:stop|quit) (?:remind|notify|follow)ing\b(?: (?:me|us)\b)?"
    r"|(?:do not|don['’]?t) remind (?:me|us)\b|unfollow\b|unsubscribe\b(?: (?:me|us)\b)?|no more reminders\b"
    r"|(?:stop|cancel|turn off|switch off|delete|remove) (?=everything$|all$|all (?:the |my )?reminders\b)"
    r"|(?:stop|cancel|turn off|switch off|delete|remove) (?:(?:the|my|our) )?reminders?\b)"
    rf"|{PLEASE}(?:стоп$|(?:больше )?не (?:(?:надо|нужно) )?(?:больше )?"
    r"(?:(?:мне|нам) )?(?:напомина(?:й|йте|ть)|следи(?:те)?)\b(?: (?:мне|нам)\b)?"
    r"|(?:перестань(?:те)?|прекрати(?:те)?|хватит) (?:(?:мне|нам) )?(?:напоминать|следить)\b(?: (?:мне|нам)\b)?"
    r"|отпи(?:ши(?:те|сь|тесь)?|саться)\b(?: (?:меня|нас)\b)?"
    r"|(?:отключи|выключи|убери|отмени|удали)(?:те)? (?=вс[её]$|все напоминания\b)"
    r"|(?:отключи|выключи|убери|отмени|удали)(?:те)? (?:мо[еи] )?напоминани[ея]\b)"
    r"|(?:\b(?:маған|бізге) )?(?:\bенді )?\b(?:(?:еске салма|қадағалама)(?:шы|ңыз|ңызшы)?"
    r"|(?:еске салуды|қадағалауды) (?:тоқтат|қой)(?:шы|ыңыз|ыңызшы)?|(?<=бәрін )тоқтат(?:шы|ыңыз|ыңызшы)?)$",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"(?:when|who|whom|whose|what|where|why|how|which|когда|кто|кого|кому|что|где|куда|почему|зачем|сколько|как\w*)\b",
    re.IGNORECASE,
)
"""`remind me who won` asks for an answer, which has a button to be reminded"""
ANYTHING = re.compile(
    r"\*|everything|all|(?:all|every|each)(?: (?:of )?(?:the|my|key))* (?:dates?|reminders?|events?|topics?)"
    r"|вс[её]|всем|всём|(?:все|всех|всеми|каждой|каждую) (?:дат[ыуе]|датах|датами|напоминания|события|событиях)"
    r"|(?:бәрі|барлығы)(?:н|на|не)?|барлық (?:маңызды )?күн(?:ді|дер|дерді)?",
    re.IGNORECASE,
)
ONE = rf"(?>{COUNTED}|(?:(?:an?|one|the|бір) )?(?:{WORDS})(?!\w)|(?:on )?(?:{ON_THE_DAY.pattern}))"
"""atomic: `a day` is a number with its unit and a unit with its article, which doubles the ways through each of many"""
JOINED = r"(?: ?, ?| )(?:(?:and|и|және) )?(?:за )?"
FURTHER = f"{{0,{MOST}}}"
"""how many may be joined to the first: one more than is understood, and nobody has to look at longer chains"""
LEADS = re.compile(
    rf"(?<!\w)(?:за {ONE}(?:{JOINED}{ONE}){FURTHER}(?: до\b)?"
    rf"|{ONE}(?:{JOINED}{ONE}){FURTHER} (?:be?fore?|ahead(?: of)?|in advance|earlier|бұрын|алдын|қалғанда|қала)(?!\w)"
    rf"|{COUNTED}(?:{JOINED}{COUNTED}){FURTHER}$)",
    re.IGNORECASE,
)
ONLY = re.compile(r"(?<!\w)(?:only|just|только|лишь|тек)(?!\w)|(?<=\w) ғана(?!\w)", re.IGNORECASE)
DAILY = re.compile(
    r"(?<!\w)(?:every ?day|daily|each day)(?: until| till| up to| before)?(?!\w)"
    r"|(?<!\w)(?:каждый день|ежедневно)(?: до)?(?!\w)|(?<!\w)күн сайын(?!\w)",
    re.IGNORECASE,
)
EVERY_DAY = tuple(timedelta(days=number) for number in range(MOST))
"""as many days before as may be chosen, and the day itself"""
EVE = re.compile(
    r"(?<!\w)(?:(?:on )?the eve\b|(?:on )?the day be?fore?\b|накануне\b|қарсаңында\b|алдыңғы күні\b)",
    re.IGNORECASE,
)
THE_DAY = re.compile(
    r"(?<!\w)(?:on (?:the )?(?:very |same )?(?:day|morning)(?: itself)?\b|в (?:(?:сам(?:ый)?|тот же) )?день\b"
    r"|сол күні\b|on (?=(?:\w+ ){1,3}day$))",
    re.IGNORECASE,
)
ITS_DAY = re.compile(r"(?<=\w) күні$", re.IGNORECASE)
"""`сайлау күні еске сал`: on election day; after a command it belongs to a name, such as that of Victory Day"""
HENCE = re.compile(
    r"(?<!\w)(?:in (?:(?P<en>\d{1,3})|an?) (?P<en_unit>day|week|hour|minute)s?(?:['’]? time)?"
    r"|через (?:(?P<ru>\d{1,3}) )?(?P<ru_unit>д|недел|час|минут)\w*"
    r"|(?:(?P<kk>\d{1,3})|бір) (?P<kk_unit>күн|апта|сағат|минут)\w* (?:кейін|соң)"
    r"|(?P<third>the day after tomorrow|послезавтра|бүрсігүні)|(?P<second>tomorrow|завтра|ертең))(?!\w)",
    re.IGNORECASE,
)
DAYS_OF = {"d": 1, "д": 1, "к": 1, "w": 7, "н": 7, "а": 7}
"""days of a unit, by its first letter; hours and minutes are not among them"""
BEFORE_IT = frozenset(
    "about of before for on and the from to о об обо про от за на до перед и мне нам больше маған бізге".split()
)
AFTER_IT = frozenset(
    "туралы жайлы жөнінде басталардан басталуынан болардан өтерден before and и және маған бізге anymore again "
    "please больше пожалуйста енді".split()
)
TWO_AFTER_IT = frozenset({"any more", "any longer"})
"""small words that are left at the ends of what is wished for"""
NOTHING = frozenset("больше please пожалуйста anymore again енді".split()) | {"any more"}
"""what is left of a wish that names nothing"""
LONGEST_WISH = 600
"""code points; nobody wishes for something in more"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be reminded of, and how long before or how many days from now; None where not said.

    No leads at all (an empty tuple) stand for a day on which nothing could be reminded of.
    """

    words: str
    leads: Leads | None
    days_hence: int | None = None
    replaces: bool = False
    """whether these leads are to stand in place of others"""
    at: time | None = None
    """the time of day that is wished for"""

    def leads_for(self, first: date, today: date) -> Leads | None:
        """Return the leads for what happens on `first`; None for the usual ones."""
        if self.leads is not None or self.days_hence is None:
            return self.leads
        lead = first - today - timedelta(days=self.days_hence)
        return (lead,) if timedelta(0) <= lead <= LONGEST else ()


def parse_wish(text: str) -> Wish | None:
    """Read `remind me 2 days before the vote`; None for a text that does not ask for that."""
    words = _bare_end(text)
    asked = ASKED.search(words)
    if asked is None:
        return None
    rest = one_line(f"{words[: asked.start()]}{words[asked.end() :]}").strip(" ,:;")
    if QUESTION.match(rest):
        return None
    rest, at = split_time(rest)
    wish = _from_now(rest) or split_wish(ITS_DAY.sub(" сол күні", rest) if words.endswith(asked[0]) else rest)
    return replace(wish, at=at)


def on_its_day(wish: Wish, today: date) -> Wish:
    """Read the day of the calendar that a wish names, such as `the vote on June 8`, where nothing else says when."""
    if wish.leads is not None or wish.days_hence is not None:
        return wish
    words, day = split_day(wish.words, today)
    return wish if day is None else replace(wish, words=named(words), days_hence=(day - today).days)


def parse_stop_wish(text: str) -> str | None:
    """Read `stop reminding me of the vote`; return of what (`*`: everything, empty: not said), None for other texts."""
    words = _bare_end(text)
    asked = STOPPED.search(words)
    return named(words[: asked.start()] + words[asked.end() :]) if asked else None


def split_wish(words: str) -> Wish:
    """Part what is wished for from how long before: `the vote 3 days and 2 hours before`."""
    rest = one_line(words)
    if len(rest) > LONGEST_WISH:
        return Wish(rest, None)
    leads = set[timedelta]()
    if daily := DAILY.search(rest):
        leads, rest = set(EVERY_DAY), _without(rest, daily)
    for _ in range(MOST):
        said = LEADS.search(rest)
        if said is None:
            break
        read = parse_leads_phrase(said[0])
        if read is None:
            return Wish(words.strip(), None)
        leads, rest = leads.union(read), _without(rest, said)
    for pattern, lead in ((EVE, timedelta(days=1)), (THE_DAY, timedelta(0))):
        if said := pattern.search(rest):
            leads, rest = leads | {lead}, _without(rest, said).removesuffix(" day")
    if not leads:
        return Wish(named(rest), None)
    only = ONLY.search(rest)
    return Wish(named(_without(rest, only) if only else rest), order_leads(leads), replaces=only is not None)


def named(words: str) -> str:
    """Return what is left when small words are gone; `*` for whatever means everything."""
    bare = _without_small_words(one_line(words).strip(" ,.:;"))
    return EVERYTHING if ANYTHING.fullmatch(bare) else bare


def _without_small_words(words: str) -> str:
    if words.casefold() in NOTHING:
        return ""
    first, kept = 0, words.split()
    while first < len(kept) - 1 and kept[first].casefold() in BEFORE_IT:
        first += 1
    last = len(kept)
    while last > first + 1 and (small := _small_words_before(last, kept)):
        last -= small
    return " ".join(kept[first:last])


def _small_words_before(last: int, words: list[str]) -> int:
    """Count the small words, two or one or none, that end what stands before a place."""
    if " ".join(words[last - 2 : last]).casefold() in TWO_AFTER_IT:
        return 2
    return int(words[last - 1].casefold() in AFTER_IT)


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
    """Return a text as one line without the marks at its end; nothing of one that is too long for a wish."""
    line = one_line(text)
    return line.rstrip(".!?").rstrip() if len(line) <= LONGEST_WISH else ""


def _without(words: str, said: re.Match[str]) -> str:
    return one_line(f"{words[: said.start()]} {words[said.end() :]}")
