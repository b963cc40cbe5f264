"""Greetings, thanks and the wish that all be reminded, as people write them in English, Russian and Kazakh."""

import re
from typing import Literal

WORD = re.compile(r"\w+")
HELLO = re.compile(
    r"hi|hello|hey|good (?:morning|day|afternoon|evening)|привет|здравствуй(?:те)?|добр(?:ый день|ый вечер|ое утро)"
    r"|с[әа]лем|с[әа]леметсі[зң] бе|қайырлы (?:таң|күн|кеш)"
)
THANKS = re.compile(
    r"(?:many |big )?thanks|thank you|thx|(?:большое )?спасибо|благодарю|(?:көп )?рақмет|(?:көп )?рахмет"
)
"""nothing but the courtesy; with more words it may be a question"""
FOR_ALL = re.compile(
    r"(?:please )?remind (?:everybody|everyone|all of us|us all|the (?:whole )?group)(?: in (?:this|the|our) group)?"
    r"|напоминай(?:те)? (?:всем|всем нам|всей группе|группе)(?: в (?:этой |нашей )?группе)?"
    r"|(?:осы |біздің |бүкіл )?(?:топқа|топтың|топтағы барлығына|бәріміздің|бәрімізге) (?:есіне|еске) сал(?:шы|ыңыз)?"
)


def asks_for_everybody(text: str) -> bool:
    """Read `remind everybody in this group`, without saying of what."""
    return FOR_ALL.fullmatch(_words(text)) is not None


def recognise_courtesy(text: str) -> Literal["hello", "thanks"] | None:
    """Read a message that only greets or thanks; None for anything else."""
    words = _words(text)
    if HELLO.fullmatch(words):
        return "hello"
    return "thanks" if THANKS.fullmatch(words) else None


def _words(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
