"""English: words and rules."""

from briefings.dates import clock_times as times
from briefings.dates import days, feasts, lengths, quarters, units
from briefings.dates.direction import Cues
from briefings.dates.grammar import Grammar, Rule
from briefings.dates.lexicon import Entries, counted, plain, valued
from briefings.dates.token_classes import Value

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_UNITS: dict[str, Value] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E",
}  # fmt: skip

LEXICON: Entries = {
    **counted("month", _MONTHS),
    "march": ("doubtmonth", 3),
    "may": ("doubtmonth", 5),
    **valued("shortmonth", {
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep sept": 9, "oct": 10, "nov": 11,
        "dec": 12,
    }),
    **counted("weekday", _WEEKDAYS),
    **valued("shortday", {"mon": 1, "tue tues": 2, "wed": 3, "thu thur thurs": 4, "fri": 5, "sat": 6, "sun": 7}),
    **{day + "s": ("weekdays", i) for i, day in enumerate(_WEEKDAYS.split(), 1)},
    **valued("unit", _UNITS),
    **{word + "s": ("units", value) for word, value in _UNITS.items()},
    "century": ("unit", "C"),
    "centuries": ("units", "C"),
    "half": ("half", "H"),
    **valued("deictic", {"today": 0, "yesterday": -1, "tomorrow": 1}),
    "tonight": ("tonight", "TNI"),
    **valued("part", {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}),
    **valued("parts", {"mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI"}),
    **valued("noon", {"noon midday": 12, "midnight": 24}),
    **valued("season", {"summer": "SU", "winter": "WI", "autumn": "FA"}),
    **valued("doubtseason", {"spring": "SP", "fall": "FA"}),
    **counted("numeral", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
               "sixteen seventeen eighteen nineteen"),
    **counted("numeral", "twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    **valued("scale", {"hundred": 100, "thousand": 1000}),
    **counted("ordinal_numeral", "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
               "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"),
    "thirtieth": ("ordinal_numeral", 30),
    **counted("decade", "twenties thirties forties fifties sixties seventies eighties nineties", 1920, 10),
    **plain("amount", "million billion trillion percent pct km kilometers kilometres miles meters metres feet pounds "
           "kilograms kg tons tonnes dollars euros cents tenge rubles roubles people barrels acres square degrees "
           "troops soldiers votes seats points men women children students protesters shares"),
    **plain("suffix", "st nd rd th"),
    "s": ("s", "s"),
    **valued("shift", {"last": -1, "next coming": 1, "this": 0}),
    "past": ("past", -1),
    **valued("told_shift", {"following": 1, "previous preceding": -1, "same": 0}),
    "that": ("that", 0),
    "ago": ("ago", -1),
    **valued("told_offset", {"earlier": -1, "later": 1, "afterward afterwards": 1}),
    **valued("event_offset", {"before": -1, "after": 1}),
    **plain("partial", "early late mid sometime"),
    **plain("edge", "beginning start end middle close outset"),
    **valued("vague_count", {"few several some many": "X", "couple": 2, "dozen": 12}),
    **valued("a", {"a an": 1}),
    **plain("preposition", "in since until till by during between"),
    **plain("spanning", "within over throughout"),
    "for": ("lasting", "for"),
    **plain("taking", "take takes took taken taking lasts lasted lasting spend spends spent spending wait waits waited "
           "waiting"),
    **plain("on", "on at about around"),
    **plain("every", "every each"),
    **plain("nearly", "nearly almost"),
    **plain("bound", "least most"),
    **plain("comparison", "more less"),
    **plain("to", "to through"),
    **{word: (word, word) for word in "the of and or so from than up right as near latest period long short old fiscal "
       "additional full other these those present moment term".split()},
    **valued("reference", {"currently nowadays presently": "PRESENT_REF", "recently lately": "PAST_REF",
                            "soon shortly": "FUTURE_REF"}),
    **plain("ended", "ended ending"),
    "now": ("now", "PRESENT_REF"),
    "future": ("era", "FUTURE_REF"),
    "current": ("current", "PRESENT_REF"),
    "recent": ("recent", "PAST_REF"),
    **valued("regularly", {"daily": "P1D", "weekly": "P1W", "monthly": "P1M",
                            "annually yearly": "P1Y", "hourly": "PT1H"}),
    **valued("whole_length", {"daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y",
                              "hourlong": "PT1H", "decadelong": "P10Y"}),
    **valued("feast_day", {"labor": (9, 1, 1), "memorial": (5, 1, -1), "veterans": (11, 11), "columbus": (10, 1, 2),
                           "presidents": (2, 1, 3), "valentine": (2, 14)}),
    **plain("new", "new"),
    **plain("eve", "eve"),
    **valued("holiday", {"christmas": (12, 25), "thanksgiving": (11, 4, 4), "halloween": (10, 31)}),
    **valued("half_of_day", {"am a.m. a.m": 0, "pm p.m. p.m": 12}),
    **plain("often", "once twice"),
    "o": ("o_letter", "o"),
    "clock": ("clock_word", "clock"),
    **valued("zone", {
        "gmt utc": "UTC", "est edt et": "America/New_York", "cst cdt": "America/Chicago", "mst mdt": "America/Denver",
        "pst pdt": "America/Los_Angeles", "cet cest": "Europe/Paris", "msk": "Europe/Moscow", "bst": "Europe/London",
    }),
    **valued("city_zone", {
        "almaty astana": "Asia/Almaty", "moscow": "Europe/Moscow", "kyiv": "Europe/Kyiv", "tashkent": "Asia/Tashkent",
        "bishkek": "Asia/Bishkek", "london": "Europe/London", "paris berlin brussels": "Europe/Berlin",
    }),
    "time": ("time_name", "time"),
    "q": ("quarter_letter", "Q"),
    **plain("number_sign", "article room page flight route highway version resolution windows paragraph section "
          "number"),
    **plain("named", "black bloody good super ash palm holy"),
    **plain("paper", "times telegraph mail"),
}  # fmt: skip

MACROS = {
    "a_month": "(?:[month doubtmonth] | shortmonth dot?)",
    "a_day": "[day ordinal]",
    "some_weekday": "(?:weekday | shortday dot?)",
    "in_year": "(?:comma? year)?",
    "part_of": "(?:the? edge of | partial dash? | told_offset)?",
    "figure": "[day count decimal]",
    "number": "(?:a? vague_count of? | figure)",
    "bounded": "(?:nearly | on bound | comparison than | up to)?",
    "any_unit": "[unit units]",
    "any_season": "[season doubtseason]",
    "in_zone": "(?:zone | open zone close | city_zone time_name)?",
    "stop": "(?=[comma dot close preposition on spanning lasting semicolon colon mark dash] | $)",
}

RULES = (
    Rule("date in figures", "full_date | dotted_date | slashed_date", days.numeric_day),
    Rule("days of a month", "a_month day dash day in_year (?! any_unit)", days.day_range),
    Rule("days of a month", "a_month a_day [to and] a_day (?:comma? year | stop)", days.day_range),
    Rule("days of a month", "the? a_day [dash to and] the? a_day of? a_month in_year", days.day_range),
    Rule("day every year", "every a_month a_day", lengths.recurrence),
    Rule("day and month", "(?:shift{0,4} some_weekday comma? the?)? a_month a_day in_year (?! any_unit)",
         days.calendar_day),
    Rule("day and month", "(?:shift{0,4} some_weekday comma?)? the? a_day of? a_month in_year", days.calendar_day),
    Rule("month of a year", "part_of a_month (?:comma | of)? year", days.month),
    Rule("month of a short year", "a_month quote [count day] (?! any_unit)", days.month_of_short_year),
    Rule("recurrence", "every weekday part | every part | weekday parts | every vague_count units",
         lengths.recurrence),
    Rule("recurrence", "nearly? every other? [unit weekday season] | nearly? every a_month", lengths.recurrence),
    Rule("recurrence", "number? [often paper] a unit", lengths.recurrence),
    Rule("recurrence", "every figure units | weekdays", lengths.recurrence),
    Rule("recurrence", "(?<! [amount percent]) regularly", lengths.regularly),
    Rule("recurrence", "(?<= on) units", lengths.weekends),
    Rule("month told against now", "part_of the? shift{1,4} a_month | part_of a_month shift unit", days.month),
    Rule("month", "part_of month", days.bare_month),
    Rule("month", "(?:the? edge of | partial dash?) a_month", days.month),
    Rule("month", "(?<=[preposition spanning lasting to from every of]) (?:doubtmonth | shortmonth dot)"
         " | (?<= preposition [month doubtmonth] and) doubtmonth", days.month),
    Rule("feast", "shift? holiday unit | shift holiday | (?<=[preposition on]) holiday (?! eve)", feasts.holiday),
    Rule("feast", "feast_day quote? s? quote? unit (?! event_offset) | holiday eve | new unit quote s [unit eve]",
         feasts.feast_day),
    Rule("weekday", "(?<! named) (?:the told_shift | [partial told_offset]? shift{0,4}) weekday (?! paper)",
         days.weekday),
    Rule("relative day", "the unit event_offset deictic", days.day_beside),
    Rule("relative day", "[partial told_offset]? deictic", days.relative_day),
    Rule("part of the next day", "the? [shift told_shift] part | the part event_offset stop", times.part_of_next_day),
    Rule("part of this day", "[partial told_offset]? shift part | tonight | partial dash? part", times.part_of_day),
    Rule("stretch up to now", "bounded the? [shift past] number [to dash or] number dash? any_unit", lengths.duration),
    Rule("stretch up to now", "bounded the? [shift past] number dash? any_unit (?! dash old) (?:or so)?",
         lengths.duration),
    Rule("stretch up to now", "the? past unit", lengths.duration),
    Rule("unit against the report", "the? (?:latest | full)? unit dash [ago told_offset] ordinal? dash? [unit period]?",
         quarters.year_before),
    Rule("unit against the report", "the latest [unit period]", quarters.latest_quarter),
    Rule("unit before the last", "the unit event_offset shift", units.before_last),
    Rule("against a told date", "part_of the told_shift unit | part_of that unit", units.following_unit),
    Rule("half or last quarter", "the? [ordinal shift] half of? year | the? shift unit of year"
         " | the? year (?:quote s)? ordinal dash? [unit half]", quarters.half),
    Rule("half in a report", "the? ordinal dash? half (?! of)", quarters.reported_half),
    Rule("unit against now", "part_of the? shift{1,4} fiscal? unit", units.shifted_unit),
    Rule("later in this unit", "[partial told_offset] preposition the unit", units.within_unit),
    Rule("units ahead", "the? shift units", lengths.vague_duration),
    Rule("some time ago", "units ago | long ago", units.recent),
    Rule("some time ago", "bounded (?:number any_unit (?:or so)? | a unit (?:or so)?) ago", units.offset),
    Rule("some time from now", "bounded (?:number any_unit | a unit) from [now deictic]", units.from_now),
    Rule("part of a told day", "that part", times.part_of_stated_day),
    Rule("some time from a told date", "bounded (?:number any_unit | a unit) told_offset", units.offset_from_stated),
    Rule("the day before or after", "the unit event_offset stop | figure any_unit event_offset stop",
         units.offset_from_stated),
    Rule("a year before the report", "unit dash [ago told_offset] | the unit a unit ago", quarters.year_before),
    Rule("quarter", "part_of the? ordinal dash? unit of (?:the? shift)? [year unit]", quarters.numbered_unit),
    Rule("quarter", "part_of the? ordinal dash? unit (?:comma? year | shift unit)?", quarters.numbered_unit),
    Rule("quarter", "quarter_letter day year?", quarters.quarter),
    Rule("decade", "[the partial] (?:partial dash?)? dash? quote? [year count day] quote s", units.decade),
    Rule("decade", "(?:the? [ordinal shift] half of)? the? (?:partial dash?)? quote? decade", units.decade),
    Rule("season", "part_of the? any_season of? year | part_of shift any_season", units.season),
    Rule("season", "part_of (?<= [spanning lasting preposition on of]) the any_season | (?<= preposition) season",
         units.season),
    Rule("season", "(?<= [spanning lasting preposition on of] the) any_season | the season", units.season),
    Rule("year", "unit dash? edge year", units.year),
    Rule("short year", "(?<= [preposition of]) quote [count day] (?! any_unit)", units.short_year),
    Rule("edge of this unit", "the? edge of the unit | unit quote s edge | unit dash? edge", units.this_unit),
    Rule("half of a unit", "half dash? a? unit", lengths.half_unit),
    Rule("half more", "(?:a | figure) unit and a half | figure and a half units"
         " | figure dash and dash a dash half dash unit", lengths.duration),
    Rule("length", "bounded year units | day fraction any_unit", lengths.duration),
    Rule("length", "any_unit dash long", lengths.unit_length),
    Rule("length", "whole_length", lengths.whole_length),
    Rule("length", "units told_offset", lengths.vague_duration),
    Rule("length", "bounded the? ordinal? figure [to dash or] figure dash? any_unit (?! dash? old)", lengths.duration),
    Rule("length", "bounded (?:the ordinal?)? number dash? any_unit (?! dash? old | a unit)(?: dash long | period)?",
         units.length_ahead),
    Rule("length", "(?:nearly | on bound | comparison than | up to) a unit | (?<= [spanning lasting taking]) a unit"
         " | a additional unit", lengths.duration),
    Rule("length", "(?<= preposition) a unit (?! [dash of])", units.one_ahead),
    Rule("recent time", "recent units (?:and units)?", units.recent),
    Rule("some length", "(?<= [spanning lasting taking]) units | (?<! partial) units (?= of)", lengths.vague_duration),
    Rule("quarter that ended", "the fiscal? unit (?= ended [month shortmonth doubtmonth])", quarters.ended_quarter),
    Rule("length", "the fiscal? unit (?= ended)", lengths.unit_length),
    Rule("this unit", "the [current full fiscal]? unit (?! year)", units.definite_unit),
    Rule("year", "(?:the? edge of | partial dash?)? (?:the? fiscal? unit | the? fiscal)? year (?:or told_offset)?",
         units.year),
    Rule("vague reference", "(?<= on) [the that] [moment time_name] (?! of) | (?<= on) present stop"
         " | [these those] units",
         lengths.moment),
    Rule("vague reference", "(?<= [preposition spanning of lasting]) the [near short long] term", lengths.term),
    Rule("vague reference", "(?<! as) right? [reference now] (?! as | event_offset) | current", lengths.reference),
    Rule("vague reference", "(?<= [preposition on]) the near? era | (?<= [preposition on]) the past",
         lengths.reference),
    Rule("time", "[day clock] half_of_day in_zone | clock (?:zone | city_zone time_name)"
         " | [day count] o_letter quote clock_word",
         times.clock_time),
    Rule("time", "(?<! open) [year count] zone", times.military_time),
    Rule("time", "[day count clock] preposition the part | (?<= [preposition on from to]) clock | noon",
         times.clock_time),
)  # fmt: skip

GRAMMAR = Grammar(RULES, MACROS)

_PAST = (
    "said told was were had did has have been made took came went became began left met held got gave found saw knew "
    "thought brought bought sold sent spent lost won led kept fell rose grew broke spoke wrote ran hit cut shot put "
    "died since ago last previous former late fled heard felt paid stood struck sought swore drew flew threw tore "
    "chose drove ate froze hid rode rose shook stole woke wore beat bent bound built burst caught dealt dug fought "
    "forgot forgave laid leapt lent meant overcame proved read rang sang sank slept slid spun stuck stung swam swept "
    "swung taught understood undertook withdrew won wound lay sat shone shut split spread sprang withheld upheld "
    "follows"
)
_FUTURE = (
    "will ll shall scheduled due slated plans plan planning expected expects going upcoming deadline expires "
    "expire until till next tomorrow may might could should must would supposed hopes hoping intends reconvenes "
    "resumes begins starts opens closes ends kicks arrives departs leaves runs convenes meet meets takes faces future "
    "begin open resume reopen reopens goes go flies plays hosts travels airs await awaits likely targeted"
)
_NOT_PAST_ENDINGS = "united indeed hundred exceed proceed succeed sacred hatred limited speed"

CUES = Cues(
    governing_past=frozenset("since ended ending".split()),
    governing_future=frozenset("until till by due effective starting".split()),
    transparent=frozenset("the on at about around early late a as of next this coming".split()),
    past=frozenset(_PAST.split()),
    future=frozenset(_FUTURE.split()),
    past_endings=("ed",),
    future_endings=(),
    not_verbs=frozenset(_NOT_PAST_ENDINGS.split()),
    future_participles=frozenset({"planned", "intended"}),
    infinitive="to",
    attributive=frozenset("the a an his her its their this that these those our my your which whom".split()),
    appointing=frozenset("for is are".split()),
    touching=frozenset("in on early late".split()),
    passive=frozenset("be is are being".split()),
    pluperfect=frozenset({"had", "previously", "originally"}),
)
