"""Russian: words and rules."""

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
from briefings.dates.lexicon import Entries, counted, inflect, inflected, plain, valued
from briefings.dates.roman import ROMAN

HARD = "ый ого ому ым ом ое ая ой ую ые ых ыми"
_SOFT = "ий его ему им ем ее яя ей юю ие их ими"
HISSING = "ий его ему им ем ее ая ей ую ие их ими"

_MONTHS = (
    "январ|ь я ю е ём ем", "феврал|ь я ю е ём ем", "март|- у е ом", "апрел|ь я ю е ем", "ма|ю е ем", "июн|ь я ю е ем",
    "июл|ь я ю е ем", "август|- у е ом", "сентябр|ь я ю е ём ем", "октябр|ь я ю е ём ем", "ноябр|ь я ю е ём ем",
    "декабр|ь я ю е ём ем",
)  # fmt: skip
_WEEKDAYS = (
    "понедельник|- а у ом е", "вторник|- а у ом е", "среду", "четверг|- а у ом е", "пятниц|а ы е у ей",
    "суббот|а ы е у ой", "воскресень|е я ю ем",
)  # fmt: skip
_CARDINALS = (
    "один одна одно одного одной одну одним одном", "два две двух двум двумя", "три трёх трех трём трем тремя",
    "четыре четырёх четырех четырём четырем четырьмя", "пять пяти пятью", "шесть шести шестью", "семь семи семью",
    "восемь восьми восемью", "девять девяти девятью", "десять десяти десятью", "одиннадцат|ь и ью", "двенадцат|ь и ью",
    "тринадцат|ь и ью", "четырнадцат|ь и ью", "пятнадцат|ь и ью", "шестнадцат|ь и ью", "семнадцат|ь и ью",
    "восемнадцат|ь и ью", "девятнадцат|ь и ью",
)  # fmt: skip
_TENS = ("двадцат|ь и ью", "тридцат|ь и ью", "сорок|- а", "пят|ьдесят идесяти", "шест|ьдесят идесяти",
         "сем|ьдесят идесяти", "вос|емьдесят ьмидесяти", "девяност|о а")  # fmt: skip
_ORDINALS = (
    f"перв|{HARD}", "втор|ой ого ому ым ом ое ая ую ые ых", "трет|ий ьего ьему ьим ьем ье ья ьей ью ьи ьих",
    f"четверт|{HARD}/четвёрт|{HARD}", f"пят|{HARD}", "шест|ой ого ому ым ом ое ая ую ые ых",
    "седьм|ой ого ому ым ом ое ая ую ые ых", "восьм|ой ого ому ым ом ое ая ую ые ых", f"девят|{HARD}",
    f"десят|{HARD}", *(f"{stem}|{HARD}" for stem in (
        "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат "
        "двадцат").split()),
)  # fmt: skip
_DECADES = {f"{stem}|{HARD} ой": 10 * i for i, stem in enumerate(
    "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност".split(), 2)}  # fmt: skip
_LENGTH_NUMBERS = {
    "одно": 1, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "десяти": 10, "двенадцати": 12, "пятнадцати": 15, "двадцати": 20, "тридцати": 30,
    "сорока": 40, "пятидесяти": 50, "сто": 100,
}  # fmt: skip
_LENGTH_UNITS = {f"летн|{_SOFT}": "Y", f"дневн|{HARD}": "D", f"месячн|{HARD}": "M",
                 f"недельн|{HARD}": "W", f"часов|{HARD}": "TH", f"минутн|{HARD}": "TM"}  # fmt: skip


def _lengths() -> Entries:
    """ "двухдневный": a number and a unit in one word."""
    return {
        number + word: ("length_word", f"{count} {unit}")
        for number, count in _LENGTH_NUMBERS.items()
        for spelling, unit in _LENGTH_UNITS.items()
        for word in inflect(spelling)
    }


LEXICON: Entries = {
    **_lengths(),
    **inflected("unit_adjective", dict(_LENGTH_UNITS)),
    **inflected("month", {spelling: i for i, spelling in enumerate(_MONTHS, 1)}),
    **valued("lower_month", {"марта": 3, "май мая": 5, "август августа августу августом августе": 8}),
    **valued("shortmonth", {"янв": 1, "фев февр": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7, "авг": 8, "сен сент": 9,
                            "окт": 10, "ноя нояб": 11, "дек": 12}),
    **inflected("weekday", {spelling: i for i, spelling in enumerate(_WEEKDAYS, 1)}),
    **inflected("doubtday", {"сред|а ы е ой": 3}),
    **counted("briefday", "пн вт ср чт пт сб вс"),
    **inflected("weekdays", {"понедельник|ам и": 1, "вторник|ам и": 2, "средам": 3, "четверг|ам и": 4, "пятницам": 5,
                             "субботам": 6, "воскресень|ям": 7}),
    **inflected("unit", {
        "секунд|а у ы е": "TS", "минут|а у ы е": "TM", "час|- а у е ом": "TH", "ден|ь/дн|я ю е": "D",
        "недел|я ю е и ей": "W", "уикенд|- а е": "WE", "месяц|- а у е ем": "M", "квартал|- а у е ом": "Q",
        "полугоди|е ю и ем": "H", "год|- а у ом": "Y", "десятилети|е я ю и ем": "E",
        "век|- а у е ом/столети|е я ю и ем": "C",
    }),
    **inflected("units", {
        "секунд|- ам ами ах": "TS", "минут|- ам ами ах": "TM", "час|ов ам ами ах": "TH",
        "дн|и ей ям ями ях/суток сутками сутках": "D", "недел|ь ям ями ях": "W", "выходн|ые ых ым": "WE",
        "месяц|ы ев ам ами ах": "M", "квартал|ы ов ам ах": "Q", "полугоди|й ям": "H",
        "год|ы ов ам ами ах/лет": "Y", "десятилети|й ям ями ях": "E", "век|ов ам ах/столети|й ям ями ях": "C",
    }),
    **valued("year_letter", {"г гг": "Y"}),
    **valued("century_letter", {"в вв": "C"}),
    **inflected("half", {"половин|а ы е у ой": "H"}),
    **valued("deictic", {"сегодня": 0, "вчера": -1, "накануне": -1, "завтра": 1, "позавчера": -2, "послезавтра": 2,
                         "позапозавчера": -3, "послепослезавтра": 3}),
    **valued("part_before", {"утром утро": "TMO", "днем днём": "TAF", "вечером вечер": "TEV", "ночью ночь": "TNI"}),
    **valued("part_after", {"утра": "TMO", "вечера": "TEV", "ночи": "TNI"}),
    **valued("noon", {"полдень полудня": 12, "полночь полуночи": 24}),
    **valued("season", {"весной": "SP", "летом": "SU", "осенью": "FA", "зимой": "WI"}),
    **inflected("doubtseason", {"весн|а ы е у": "SP", "лет|о а у е": "SU", "осен|ь и": "FA", "зим|а ы е у": "WI"}),
    **inflected("numeral", {spelling: i for i, spelling in enumerate(_CARDINALS, 1)}),
    **inflected("numeral", {spelling: 10 * i for i, spelling in enumerate(_TENS, 2)}),
    **inflected("ordinal_numeral", _DECADES),
    **inflected("ordinal_numeral", {spelling: i for i, spelling in enumerate(_ORDINALS, 1)}),
    **valued("scale", {"сто ста": 100, "тысяча тысячи тысяч": 1000}),
    **plain("amount", "миллион миллиона миллионов миллиард миллиарда миллиардов млн млрд тыс процент процента "
            "процентов км километр километра километров метр метра метров тенге рубль рубля рублей доллар доллара "
            "долларов евро человек человека людей тонн тонны градус градуса градусов раз голосов депутатов"),
    **{word: ("roman", value) for word, value in ROMAN.items()},
    **plain("suffix", "го й е я му м ю ое ого его ому ему ый ий ая ом ем ья"),
    **plain("decade_suffix", "х ые ых ми"),
    **inflected("shift", {
        f"прошл|{HARD}": -1, f"минувш|{HISSING}": -1, f"прошедш|{HISSING}": -1, f"позапрошл|{HARD}": -2,
        f"следующ|{HISSING}/след": 1, f"будущ|{HISSING}": 1, f"ближайш|{HISSING}": 1, f"грядущ|{HISSING}": 1,
        f"наступающ|{HISSING}": 1, "эт|от а у ой ом ого о и их им": 0, f"текущ|{HISSING}": 0, f"нынешн|{_SOFT}": 0,
    }),
    **inflected("past", {f"последн|{_SOFT}": -1}),
    **inflected("told_shift", {f"предыдущ|{HISSING}": -1}),
    **inflected("that", {"т|от ом ого ой у": 0}),
    "же": ("same", "же"),
    **valued("ago", {"назад": -1}),
    "тому": ("that_much", "тому"),
    "через": ("hence", 1),
    **valued("told_offset", {"позже позднее спустя": 1, "ранее раньше": -1}),
    **inflected("edge", {"начал|о е а у": "B", "конец/конц|е а у": "E", "середин|а е у ы": "M"}),
    **valued("vague_count", {"несколько нескольких нескольким": "X", "многие многих": "X", "пара пару пары": 2,
                             "десяток": 10}),
    **valued("length_word", {"полгода полугода": "6 M", "полчаса получаса": "30 TM", "полвека": "50 Y",
                             "полдня": "12 TH", "сутки": "1 D"}),
    **plain("one_and_half", "полтора полторы полутора"),
    **plain("on", "в во к ко"),
    **plain("preposition", "с со до от после перед между для под"),
    **plain("spanning", "за течение протяжении"),
    **plain("nearly", "почти более менее свыше около примерно порядка"),
    "чем": ("than", "чем"),
    "не": ("not_", "не"),
    "на": ("onto", "на"),
    "по": ("to", "по"),
    "и": ("and", "и"),
    "или": ("and", "или"),
    **inflected("every", {f"кажд|{HARD}": "every"}),
    **plain("times", "раз раза"),
    **valued("reference", {"сейчас теперь ныне": "PRESENT_REF", "недавно": "PAST_REF", "скоро вскоре": "FUTURE_REF"}),
    **valued("regularly", {"ежедневно": "P1D", "еженедельно": "P1W", "ежемесячно": "P1M", "ежеквартально": "P1Q",
                           "ежегодно": "P1Y", "ежечасно": "PT1H"}),
    **valued("era", {"настоящее": "PRESENT_REF"}),
    "время": ("time_word", "время"),
    "времени": ("time_word", "время"),
    "после": ("event_after", 1),
    **inflected("zone", {
        "московск|ому": "Europe/Moscow",
        "астанинск|ому/алматинск|ому/казахстанск|ому": "Asia/Almaty", "киевск|ому": "Europe/Kyiv",
        "ташкентск|ому": "Asia/Tashkent", "бишкекск|ому": "Asia/Bishkek", "гринвичу": "UTC",
    }),
    "мск": ("zone", "Europe/Moscow"),
    **inflected("remain", {"остал|ось ась ся ись/оста|ётся ется ются": "остаётся"}),
    **plain("date_word", "числа"),
    **inflected("release", {"верси|я и ю ей": "версия", "сборк|а и е у ой": "сборка"}),
    **plain("number_sign", "статья статьи статье статью пункт пункта пункте ст номер"),
}  # fmt: skip

MACROS = {
    "a_month": "(?:[month lower_month doubtmonth] | shortmonth dot?)",
    "a_day": "[day ordinal]",
    "some_weekday": "(?:weekday | doubtday | briefday dot?)",
    "year_word": "(?:unit | units | year_letter dot?)",
    "in_year": "(?:comma? (?:year | ordinal) year_word? | that same? unit | shift unit)?",
    "listed": "(?:(?:on? some_weekday comma?)? a_day)",
    "part_of": "(?:edge | ordinal half)?",
    "dated": "[month lower_month year year_letter full_date dotted_date]",
    "figure": "[day count decimal]",
    "number": "(?:vague_count | figure)",
    "bounded": "(?:not_? nearly than?)?",
    "any_unit": "[unit units]",
    "any_season": "[season doubtseason]",
    "in_zone": "(?:to zone time_word? | zone)?",
}

RULES = (
    Rule("date and time in figures", "timestamp zone?", numeric_days.timestamp),
    Rule("date in figures", "(?:some_weekday comma?)? [full_date dotted_date slashed_date]", numeric_days.numeric_day),
    Rule("day and month in figures", "some_weekday comma? day_and_month | ^ day_and_month dot? $"
         " | day_and_month (?= on clock)",
         numeric_days.numeric_day_of_month),
    Rule("day and month in figures", "(?<= preposition) day_and_month (?! [unit units amount])",
         numeric_days.numeric_day_of_month),
    Rule("day every year", "every a_day a_month", lengths.recurrence),
    Rule("date in figures", "day dash a_month dash [year day count]", numeric_days.dashed_day),
    Rule("list of days", "(?:listed comma){1,8} listed and listed a_month in_year"
         " | (?:a_day comma){2,8} a_day a_month in_year"
         " | some_weekday comma? a_day comma? and? (?:on? some_weekday comma? a_day comma? and?){0,8}"
         " on? some_weekday comma? a_day a_month"
         " in_year", day_lists.day_list),
    Rule("days of a month", "a_day [dash to and preposition] a_day a_month in_year", days.day_range),
    Rule("day and month", "(?:shift{0,4} some_weekday comma?)? a_day a_month in_year", days.calendar_day),
    Rule("weekday of a month", "[ordinal past shift] [weekday doubtday] (?:a_month in_year | shift? unit)",
         month_parts.weekday_of_month),
    Rule("week of a month", "[ordinal past] unit (?:a_month in_year | shift unit)", month_parts.week_of_month),
    Rule("week of a day", "(?<= [on onto]) unit preposition? a_day a_month in_year (?! [to dash])",
         month_parts.week_of_day),
    Rule("day of a shifted month", "[day ordinal] date_word shift unit", days.day_of_shifted_month),
    Rule("day of a near month", "[day ordinal] date_word", month_parts.bare_day),
    Rule("weekday after weeks", "hence (?:number any_unit | unit) on [weekday doubtday]"
         " | [weekday doubtday] hence (?:number any_unit | unit)", countdowns.weekday_after_weeks),
    Rule("days left", "(?:(?<= remain) | (?<= remain word)) bounded (?:number any_unit | unit)"
         " | (?<= dash) number any_unit (?= dot | $)", countdowns.remaining_until),
    Rule("days left", "bounded number any_unit remain", countdowns.remaining_until),
    Rule("month of a year", "part_of a_month (?:year | ordinal) year_word?", days.month),
    Rule("month of a told year", "part_of a_month (?:that same? unit | shift unit)", days.month),
    Rule("recurrence", "every ordinal? [unit weekday doubtday month season] | every [unit units]", lengths.recurrence),
    Rule("recurrence", "every figure any_unit | weekdays | regularly | figure? times [on onto] unit",
         lengths.recurrence),
    Rule("month told against now", "part_of shift [month lower_month]", days.month),
    Rule("month", "part_of [month lower_month]", days.month),
    Rule("weekday of a week", "[weekday doubtday] [on onto]? shift [unit units]", weekdays.weekday_of_week),
    Rule("weekend", "(?<= [on onto]) units", units.weekend),
    Rule("weekday", "shift{0,4} weekday | shift{1,4} doubtday", weekdays.weekday),
    Rule("relative day", "deictic", days.relative_day),
    Rule("time", "(?<= preposition) [day clock] [preposition to] [day clock] any_unit part_after? in_zone",
         times.clock_range),
    Rule("time", "(?<= [on onto preposition to]) [day clock] any_unit [part_after unit]? in_zone", times.hour_of_day),
    Rule("time", "[day clock] any_unit part_after in_zone", times.hour_of_day),
    Rule("stretch up to now", "bounded [shift past] number any_unit", lengths.duration),
    Rule("stretch up to now", "past [unit length_word]", lengths.duration),
    Rule("stretch up to now", "[past shift] units", units.plural_stretch),
    Rule("against a told date", "that same? unit | told_shift unit", units.following_unit),
    Rule("unit against now", "part_of shift{1,4} unit", units.shifted_unit),
    Rule("some time ago", "bounded (?:number any_unit | unit | length_word | one_and_half any_unit) that_much? ago",
         units.offset),
    Rule("some time ahead", "hence (?:number any_unit | unit | length_word | one_and_half any_unit) (?! event_after)",
         units.offset),
    Rule("some time from a stated date", "told_offset (?:number any_unit | unit | length_word)",
         units.offset_from_stated),
    Rule("some time from a told date", "(?:number any_unit | unit) told_offset", units.offset_from_stated),
    Rule("quarter", "part_of [ordinal roman day] any_unit shift unit", quarters.numbered_unit),
    Rule("quarter", "part_of [ordinal roman day] any_unit (?:year year_word?)?", quarters.numbered_unit),
    Rule("half", "ordinal half year year_word?", quarters.half),
    Rule("century", "part_of roman century_letter dot?", decades.century),
    Rule("decade", "part_of (?:decade | ordinal) units (?:roman | shift) [unit century_letter]", decades.decade),
    Rule("decade", "part_of (?:decade | ordinal) units?", decades.decade_or_year),
    Rule("season", "part_of any_season (?:year year_word? | shift unit | that same? unit)", units.season),
    Rule("season", "part_of shift any_season | season | (?<= preposition) doubtseason", units.season),
    Rule("half more", "one_and_half any_unit", lengths.duration),
    Rule("length", "bounded figure [to dash and] figure any_unit", lengths.duration),
    Rule("edge of a year", "part_of year year_word?", units.year),
    Rule("edge of this unit", "edge [unit units]", units.this_unit),
    Rule("length", "bounded number any_unit", lengths.duration),
    Rule("length", "bounded length_word", lengths.duration),
    Rule("length", "figure dash unit_adjective", lengths.adjective_length),
    Rule("length", "nearly unit | (?<= spanning) [unit units] | (?<= onto) unit", lengths.unit_length),
    Rule("vague reference", "(?<= on) era time_word | (?<= on) [past shift] time_word"
         " | (?<= on) shift (?= [comma dot] | $)", lengths.era),
    Rule("vague reference", "reference (?! event_after)", lengths.reference),
    Rule("time", "[day clock] part_after in_zone | clock (?:to zone time_word? | zone)", times.clock_time),
    Rule("time", "clock dash clock", times.clock_range),
    Rule("time", "(?<= dated) clock | (?<= dated comma) clock", times.clock_time),
    Rule("time", "(?<= [on onto preposition to]) [clock day_and_month] (?! [amount percent money]) | noon",
         times.clock_time),
)  # fmt: skip

GRAMMAR = Grammar(RULES, MACROS)
