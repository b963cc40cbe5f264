"""English: the words that tell whether a date lies behind or ahead."""

from briefings.dates.direction import Cues

_PAST = (
    "said told was were had did has have been made took came went became began left met held got gave found saw knew "
    "thought brought bought sold sent spent lost won led kept fell rose grew broke spoke wrote ran hit cut shot put "
    "died since ago last previous former late fled heard felt paid stood struck sought swore drew flew threw tore "
    "chose drove ate froze hid rode rose shook stole woke wore beat bent bound built burst caught dealt dug fought "
    "forgot forgave laid leapt lent meant overcame proved read rang sang sank slept slid spun stuck stung swam swept "
    "swung taught understood undertook withdrew won wound lay sat shone shut split spread sprang withheld upheld "
    "follows used couldn wouldn didn wasn weren"
)
_FUTURE = (
    "will ll shall scheduled due slated plans plan planning expected expects going upcoming deadline expires "
    "expire tomorrow may might could should must would supposed hopes hoping intends reconvenes "
    "resumes begins starts opens closes ends kicks arrives departs leaves runs convenes meet meets takes faces "
    "begin open resume reopen reopens goes go flies plays hosts travels airs await awaits likely targeted can hold "
    "holds stops performs visits continues return returns arrive arrives features prepare prepares preparing brace "
    "braces bracing forecast forecasters expect comes debuts premieres speaks testifies decides hears gathers "
    "unveils celebrates"
)
_NOUNS = (
    "will plan plans hopes starts opens closes ends kicks leaves runs meet takes faces open hold visits stops return "
    "returns features"
)
_NOT_PAST_ENDINGS = "united indeed hundred exceed proceed succeed sacred hatred limited speed"
_IMPLICATIVE = (
    "tried trying attempting manage fail refuse began start continu came went used forced help returned able unable "
    "declin attempted stopped appeared seemed rushed traveled travelled flew gathered turned met assembled convened"
)

CUES = Cues(
    governing_past=frozenset("since ended ending".split()),
    governing_future=frozenset("until till by due effective starting beginning ahead".split()),
    transparent=frozenset("the on at about around early late a as of next this coming".split()),
    past=frozenset(_PAST.split()),
    future=frozenset(_FUTURE.split()),
    past_endings=("ed",),
    future_endings=(),
    not_verbs=frozenset(_NOT_PAST_ENDINGS.split()),
    future_participles=frozenset({"planned", "intended", "needed", "required", "wanted"}),
    infinitive="to",
    implicative=tuple(_IMPLICATIVE.split()),
    marking=frozenset("mark honor honour commemorate celebrate remember protest mourn".split()),
    attributive=frozenset("the a an his her its their this that these those our my your which whom".split()),
    appointing=frozenset("for is are".split()),
    touching=frozenset("in on early late".split()),
    nouns=frozenset(_NOUNS.split()),
    passive=frozenset("be is are being get getting".split()),
    progressive=frozenset("is are am re".split()),
    setting=tuple("moved postpone reschedul delay pushed shifted extend adjourn brought".split()),
    setting_links=frozenset({"to"}),
    openers=frozenset("that which who whom whose when where while because although though if whether but".split()),
    imperatives=frozenset("join watch don catch visit come see bring call tune buy register apply vote submit".split()),
    undone=frozenset({("did", "not"), ("didn", "'", "t"), ("didn", "’", "t")}),
    comparing=frozenset({"than", "as"}),
    past_if_denied=frozenset({"could", "would"}),
    denied=frozenset("say comment elaborate discuss confirm identify answer speak talk reveal disclose rule".split()),
    denying=frozenset("neither nor nobody none no".split()),
    happened=frozenset(
        "ruling attack attacks crash shooting blast explosion explosions earthquake quake fire win loss "
        "victory defeat death deaths killing killings murder arrest raid storm landslide collapse "
        "accident announcement statement decision bombing bombings strikes violence".split()
    ),
    finishing="by",
    before="before",
    pluperfect=frozenset({"had", "previously", "originally"}),
)
