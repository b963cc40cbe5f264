"""Kazakh: words and rules. Endings are generated from stems, as the vowels of the stem ask for them."""

from briefings.dates import (
    clock_times as times,
)
from briefings.dates import (
    countdowns,
    day_lists,
    days,
    decades,
    lengths,
    month_parts,
    numeric_days,
    quarters,
    units,
    weekdays,
)
from briefings.dates.grammar import Grammar, Rule
from briefings.dates.lexicon import Entries, counted, plain, valued
from briefings.dates.roman import ROMAN

_BACK = "аоұыуяё"
_BACK_CASES = "- ға қа да та дан тан нан ның дың тың ны ды ты дағы тағы ғы қы мен бен пен"
_FRONT_CASES = "- ге ке де те ден тен нен нің дің тің ні ді ті дегі тегі гі кі мен бен пен"
_BACK_OWN = "ы сы ының сының ында сында ына сына ынан сынан ын сын ындағы сындағы"
_FRONT_OWN = "і сі інің сінің інде сінде іне сіне інен сінен ін сін індегі сіндегі"
_BACK_PLURAL = "лар дар тар"
_FRONT_PLURAL = "лер дер тер"


def _is_back(stem: str) -> bool:
    vowels = [letter for letter in stem if letter in "аәеэиоөұүыіуюяё"]
    return bool(vowels) and vowels[-1] in _BACK


def _forms(stem: str) -> list[str]:
    """The stem in all cases, with and without the possessive of the third person."""
    endings = f"{_BACK_CASES} {_BACK_OWN}" if _is_back(stem) else f"{_FRONT_CASES} {_FRONT_OWN}"
    return [stem + ending.replace("-", "") for ending in endings.split()]


def _own(stem: str) -> list[str]:
    return (_BACK_OWN if _is_back(stem) else _FRONT_OWN).split()


def _plurals(stem: str) -> list[str]:
    plurals = _BACK_PLURAL if _is_back(stem) else _FRONT_PLURAL
    return [form for plural in plurals.split() for form in _forms(stem + plural)]


def _nouns(kind: str, stems: dict[str, int | str]) -> Entries:
    return {form: (kind, value) for words, value in stems.items() for stem in words.split() for form in _forms(stem)}


def _ordinal(stem: str) -> str:
    vowel = stem[-1] in "аәеыі"
    return stem + (("ншы" if vowel else "ыншы") if _is_back(stem) else ("нші" if vowel else "інші"))


_MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
_WEEKDAYS = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі".split()
_UNITS: dict[str, int | str] = {
    "секунд": "TS", "минут": "TM", "сағат": "TH", "күн тәулік": "D", "апта": "W", "ай": "M", "тоқсан": "Q",
    "жартыжылдық": "H", "жыл": "Y", "онжылдық": "E", "ғасыр": "C",
}  # fmt: skip
_SEASONS = {"көктем": "SP", "жаз": "SU", "күз": "FA", "қыс": "WI"}
_ONES = "бір екі үш төрт бес алты жеті сегіз тоғыз".split()
_TENS = "он жиырма отыз қырық елу алпыс жетпіс сексен".split()
_NUMERALS: dict[str, int | str] = {
    **{word: i for i, word in enumerate(_ONES, 1)},
    **{word: 10 * i for i, word in enumerate(_TENS, 1)},
}

LEXICON: Entries = {
    **_nouns("month", {month: i for i, month in enumerate(_MONTHS, 1)}),
    **{"маусым" + own: ("bare_month", 6) for own in _own("маусым")},
    **plain("remain", "қалды"),
    **plain("score", "есебі есебімен есеппен"),
    **plain("release_after", "нұсқа нұсқасы нұсқасын нұсқасының нұсқасында"),
    **valued("bare_month", {"наурыз": 3, "маусым": 6, "қазан": 10}),
    **_nouns("weekday", {day: i for i, day in enumerate(_WEEKDAYS, 1)}),
    **_nouns("unit", _UNITS),
    **{form: ("units", value) for words, value in _UNITS.items() for stem in words.split() for form in _plurals(stem)},
    **dict.fromkeys(("жылғы", "жылдағы"), ("year_of", "Y")),
    "ж": ("year_letter", "Y"),
    "жж": ("year_letter", "Y"),
    **_nouns("half", {"жарты": "H"}),
    "жарым": ("half_more", "жарым"),
    **valued("deictic", {"бүгін бүгінгі": 0, "кеше кешегі": -1, "ертең ертеңгі": 1, "алдыңгүні": -2,
                         "бүрсігүні бүрсігүнгі": 2, "арғыкүні": -2}),
    **valued("shifted", {"биыл биылғы биылдан": 0, "былтыр былтырғы": -1}),
    **valued("told_day", {"ертесіне ертеңіне ертеңінде": 1}),
    **valued("part_before", {"таңертең таңда таңғы таңертеңгі": "TMO", "түстен": "TAF", "кешке кешкі кешкісін": "TEV",
                             "түнде түнгі": "TNI"}),
    **valued("noon", {"түсте": 12}),
    **valued("season", {"көктемде": "SP", "жазда": "SU", "күзде": "FA", "қыста": "WI"}),
    **{form: ("doubtseason", season) for stem, season in _SEASONS.items()
       for form in (stem + own for own in _own(stem))},
    **{word: ("numeral", value) for word, value in _NUMERALS.items()},
    **{word + own: ("numeral", value) for word, value in _NUMERALS.items() if value != 1 for own in _own(word)},
    **{_ordinal(word): ("ordinal_numeral", value) for word, value in _NUMERALS.items()},
    "жиырмасыншы": ("ordinal_numeral", 20),
    "тоқсаныншы": ("ordinal_numeral", 90),
    "алғашқы": ("ordinal_numeral", 1),
    **valued("scale", {"жүз": 100, "мың": 1000}),
    **plain("amount", "миллион миллиард триллион млн млрд пайыз пайызы пайызға теңге теңгеге адам адамды адамға "
            "км шақырым метр доллар доллары тонна дауыс орын градус рубль еуро жаста жасар"),
    **plain("suffix", "ші шы інші ыншы ншы нші да де та те нда нде дан ден тан тен нан нен ға ге қа ке на не ы і сы сі "
            "ын ін ында інде ына іне ынан інен сында сінде ның нің дың дің тың тің ны ні ды ді ты ті дағы дегі"),
    **valued("shift", {"өткен": -1, "келесі келер алдағы таяудағы": 1, "осы бұл ағымдағы үстіміздегі": 0}),
    "соңғы": ("past", -1),
    **valued("told_shift", {"алдыңғы": -1}),
    **valued("that", {"сол": 0}),
    **valued("ago", {"бұрын": -1}),
    **valued("later", {"кейін соң": 1}),
    **plain("edge", "басында басынан басына басы соңында соңына соңы соңынан аяғында аяғына аяғы ортасында ортасына "
            "ортасы"),
    **valued("vague_count", {"бірнеше санаулы": "X"}),
    **plain("nearly", "шамамен жуық"),
    **plain("within", "ішінде бойы бойына"),
    **plain("every_before", "әр әрбір"),
    **plain("every_after", "сайын"),
    **plain("times", "рет"),
    **plain("and", "мен бен пен және"),
    **valued("reference", {"қазір": "PRESENT_REF"}),
    **plain("either_reference", "жақында жуырда таяуда"),
    **plain("time_word", "уақытта уақыт уақыты уақытымен уақытының"),
    "қазіргі": ("era", "PRESENT_REF"),
    "болашақта": ("reference", "FUTURE_REF"),
    **valued("regularly", {"күнделікті": "P1D", "апталық": "P1W"}),
    **valued("zone", {"мәскеу": "Europe/Moscow", "астана алматы нұр": "Asia/Almaty"}),
    **{word: ("roman", value) for word, value in ROMAN.items()},
    **plain("number_sign", "бап баптың бабы тармақ тармағы нөмір"),
    **counted("briefday", "дс сс ср бс жм сб жс"),
}  # fmt: skip

MACROS = {
    "a_day": "[day ordinal count]",
    "figure": "[day count decimal]",
    "number": "(?:vague_count | figure)",
    "year_word": "(?:unit | year_of | year_letter dot?)",
    "in_year": "(?:(?:year | ordinal) year_word comma? | that [unit year_of] | shift [unit year_of] | shifted)",
    "dated_day": "(?:shift? weekday comma?)? in_year? a_day dash? a_month (?:comma? year (?:year_word | alone))?"
    " (?:comma? weekday)?",
    "alone": "(?=[comma dot close mark semicolon dash] | $)",
    "at_edge": "(?:edge | ordinal half)?",
    "about": "nearly?",
    "an_hour": "[clock day ordinal day_and_month]",
    "a_month": "[month bare_month]",
}

RULES = (
    Rule("date and time in figures", "timestamp zone?", numeric_days.timestamp),
    Rule("date in figures", "(?:weekday comma?)? [full_date dotted_date slashed_date]", numeric_days.numeric_day),
    Rule("list of days", "in_year? (?:a_day comma){1,8} a_day [and comma] a_day a_month"
         " (?:comma? year (?:year_word | alone))?", day_lists.day_list),
    Rule("weekday of a month", "(?:in_year? a_month unit? | shift unit) [ordinal past] weekday unit?",
         month_parts.weekday_of_month),
    Rule("week of a month", "(?:in_year? a_month unit? | shift unit) [ordinal past] unit", month_parts.week_of_month),
    Rule("week of a day", "dated_day unit", month_parts.week_of_day),
    Rule("weekday after weeks", "about number? unit later weekday unit?", countdowns.weekday_after_weeks),
    Rule("days left", "about number unit remain", countdowns.remaining_until),
    Rule("days of a month", "in_year? a_day [dash and] a_day a_month (?:comma? year (?:year_word | alone))?",
         days.day_range),
    Rule("day and month", "dated_day unit", days.dated_day),
    Rule("day and month", "dated_day", days.calendar_day),
    Rule("day and month", "in_year? month [ordinal count] (?! half) unit?", days.dated_day),
    Rule("day and month in figures", "^ day_and_month dot? $", numeric_days.numeric_day_of_month),
    Rule("day and month in figures", "day_and_month unit", numeric_days.named_day_of_month),
    Rule("month of a year", "in_year a_month unit? at_edge", days.month),
    Rule("month of a year", "a_month year (?:year_word at_edge | alone)", days.month),
    Rule("recurrence", "every_before [unit weekday month] every_after? | [unit weekday month] every_after",
         lengths.recurrence),
    Rule("recurrence",
         "unit figure times | every_before figure unit | figure unit every_after | regularly | weekday units",
         lengths.recurrence),
    Rule("month told against now", "shift a_month unit? at_edge", days.month),
    Rule("month", "month unit? at_edge | bare_month (?:unit at_edge | edge)", days.named_month),
    Rule("weekday of a week", "shift unit weekday unit?", weekdays.weekday_of_week),
    Rule("weekday", "shift{0,4} weekday unit?", weekdays.weekday),
    Rule("relative day", "deictic", days.relative_day),
    Rule("day after the told one", "told_day", units.stated_day_after),
    Rule("stretch up to now", "[shift past] number unit within?", lengths.duration),
    Rule("stretch up to now", "past unit within?", lengths.duration),
    Rule("stretch up to now", "[past shift] units", units.plural_stretch),
    Rule("decade", "roman unit [ordinal day count] dash? units", decades.decade),
    Rule("quarter", "in_year? [ordinal roman day] dash? unit", quarters.numbered_unit),
    Rule("season", "(?:in_year | shift) [season doubtseason]", units.season),
    Rule("day of a month told against now", "[shift that] unit ordinal unit?", days.day_of_shifted_month),
    Rule("year", "in_year at_edge", units.spoken_year),
    Rule("against a told date", "that unit | told_shift unit", units.following_unit),
    Rule("unit against now", "shift{1,4} unit at_edge", units.shifted_unit),
    Rule("some time ago", "about (?:number half_more? unit | half unit) nearly? ago", units.offset),
    Rule("some time later", "about (?:number half_more? unit | half unit) later", units.later),
    Rule("decade", "year units | ordinal dash? units | day dash? units | count dash units", decades.decade),
    Rule("season", "season", units.season),
    Rule("half more", "figure half_more unit", lengths.duration),
    Rule("half of a unit", "half unit", lengths.half_unit),
    Rule("edge of this unit", "unit edge", units.this_unit),
    Rule("time", "unit an_hour an_hour | clock dash clock | day_and_month day_and_month", times.clock_range),
    Rule("time", "(?<! [day count]) part_before? unit part_before? an_hour", times.kazakh_hour),
    Rule("length", "about figure dash figure unit", lengths.duration),
    Rule("length", "about number unit", lengths.duration),
    Rule("year", "year", units.year),
    Rule("vague reference", "[past shift era] time_word", lengths.era),
    Rule("vague reference", "reference", lengths.reference),
    Rule("vague reference", "either_reference", lengths.either_reference),
    Rule("time", "part_before? clock (?! score) | noon", times.clock_time),
)  # fmt: skip

GRAMMAR = Grammar(RULES, MACROS)
