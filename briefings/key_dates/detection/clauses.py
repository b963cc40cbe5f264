"""Which words tie an event to a day, and which tear them apart, in three languages."""

from dataclasses import dataclass

from briefings.text.detection import Language


@dataclass(frozen=True, slots=True)
class Ties:
    """Words and beginnings of words that decide whether a sentence tells when an event happens.

    `staging` begin words that put an event on a day ("scheduled", "состоится"), `ahead` those for the future.
    `blocking` are words between an event and a day that make the day somebody else's ("said", "после").
    After one of `prepositions` the event is not what the verb speaks of ("registration for the marathon closes"),
    unless one of `relatives` takes it up again ("the marathon, which starts") or the words are of `scheduling`.
    `verb_endings` are those that a verb may have, an empty one where verbs cannot be told.
    `accompanying` make the event a mere circumstance of what happened ("during a marathon").
    `doubting` make it uncertain, `cancelling` words and `denying` phrases untrue, `moving` true only for the day that
    follows one of `towards` or stands beside a word of `resuming`.
    """

    staging: tuple[str, ...]
    ahead: tuple[str, ...]
    blocking: frozenset[str]
    scheduling: tuple[str, ...]
    verb_endings: tuple[str, ...]
    prepositions: frozenset[str]
    relatives: tuple[str, ...]
    accompanying: frozenset[str]
    doubting: frozenset[str]
    cancelling: tuple[str, ...]
    denying: tuple[str, ...]
    moving: tuple[str, ...]
    resuming: tuple[str, ...]
    towards: tuple[str, ...]


_ENGLISH = Ties(
    staging=("hold", "held", "host", "schedul", "set", "due", "plan", "slated", "begin", "began", "start", "open",
             "take", "took", "will", "polls", "occur", "happen", "struck", "hit", "kick", "convene", "resume",
             "conclude", "end", "expire", "stage", "gather", "run", "called", "clos"),
    ahead=("will", "schedul", "set", "due", "plan", "slated", "expect", "upcoming", "begins", "starts",
           "opens"),
    blocking=frozenset(
        "said says told announced reported after before since because who whom whose when while if unless until "
        "although though nominated registered arrested detained resigned against warned urged signed despite than "
        "following ahead sentenced ago that agreed".split()
    ),
    scheduling=("schedul", "plan", "set", "due", "slated"),
    verb_endings=("",),
    prepositions=frozenset("for of to on about against from before ahead in at with".split()),
    relatives=("which", "that", ","),
    accompanying=frozenset("during amid throughout because".split()),
    doubting=frozenset("could might possible possibly perhaps if whether would may rumored rumoured proposed".split()),
    cancelling=("cancel", "scrap", "annul", "abandon", "called-off"),
    denying=("called off", "call off", "calls off", "not take place", "not be held", "not go ahead", "not happen",
             "will not open", "put off indefinitely", "postponed indefinitely"),
    moving=("postpon", "delay", "reschedul", "moved", "push"),
    resuming=("resum",),
    towards=("to", "until", "till", "for"),
)  # fmt: skip

_RUSSIAN = Ties(
    staging=("состо", "пройд", "прош", "провед", "провод", "проход", "начн", "начин", "начал", "откр", "заверш",
             "законч", "назнач", "намеч", "запланир", "планир", "будет", "будут", "произош", "случи", "прогрем",
             "ожида", "предсто", "приед", "прибуд", "старту", "вступ", "истека", "продл", "проголос", "собер",
             "продолж", "возобнов", "закр"),
    ahead=("состоится", "состоятся", "пройд", "провед", "начн", "начина", "откро", "заверш", "назнач", "намеч",
           "запланир", "планир", "будет", "будут", "ожида", "предсто", "приед", "прибуд", "старту", "истека"),
    blocking=frozenset(
        "сказал сказала заявил заявила заявили сообщил сообщила сообщили сообщает объявил объявила после до перед "
        "когда если пока поскольку чтобы выдвинул выдвинула задержали арестовали накануне против подписал "
        "подписала призвал призвали кто чей что".split()
    ),
    scheduling=("назнач", "заплан", "намеч"),
    verb_endings=("т", "тся", "л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"),
    prepositions=frozenset("на о об к ко для про из от против перед в во за".split()),
    relatives=("котор", ","),
    accompanying=frozenset("время ходе разгар из-за ради".split()),
    doubting=frozenset("может могут мог могли возможно вероятно если бы предложил предложили якобы ли".split()),
    cancelling=("отмен", "аннулир", "сорван"),
    denying=("не состо", "не пройд", "не будет", "не будут", "не откро", "не начн"),
    moving=("перенес", "перенос", "отлож", "отсроч", "сдвин"),
    resuming=("возобнов",),
    towards=("на", "до"),
)  # fmt: skip

_KAZAKH = Ties(
    staging=("өт", "бол", "баста", "аш", "белгілен", "жоспар", "тағайындал", "ұйымдастыр", "аяқтал", "жалғас",
             "келе", "қойыл", "күт", "жабыл", "жүр"),
    ahead=("өтеді", "өтпек", "өтетін", "өтуі", "болады", "болмақ", "басталады", "ашылады", "белгілен", "жоспар",
           "тағайындал", "аяқталады", "күтіл", "келеді", "өткізіледі", "өткізбек", "өткізеді"),
    blocking=frozenset("деді айтты хабарлады мәлімдеді кейін соң бұрын егер ұсталды қамалды бері қарсы деп".split()),
    scheduling=("белгілен", "жоспар"),
    verb_endings=("",),
    prepositions=frozenset(),
    relatives=(",",),
    accompanying=frozenset("кезінде барысында тұсында".split()),
    doubting=frozenset("мүмкін егер бәлкім ықтимал ұсынды".split()),
    cancelling=("тоқтатыл", "жойыл", "болмайды", "өтпейді"),
    denying=("күші жойылды", "өткізілмейді", "ашылмайды", "басталмайды"),
    moving=("шегер", "ауыстыр", "кейінге", "жылжыт"),
    resuming=("жалғас",),
    towards=("ға", "ге", "қа", "ке"),
)  # fmt: skip

TIES: dict[Language, Ties] = {"en": _ENGLISH, "ru": _RUSSIAN, "kk": _KAZAKH}
