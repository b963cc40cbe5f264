"""Greetings and thanks as people write them in English, Russian and Kazakh."""

import re
from typing import Literal

HELLO = re.compile(
    r"hi|hello|hey|good (?:morning|day|afternoon|evening)|привет|здравствуй(?:те)?|добр(?:ый день|ый вечер|ое утро)"
    r"|с[әа]лем|с[әа]леметсі[зң] бе|қайырлы (?:таң|күн|кеш)"
)
THANKS = re.compile(
    r"(?:many |big )?thanks|thank you|thx|(?:большое )?спасибо|благодарю|(?:көп )?рақмет|(?:көп )?рахмет"
)
"""nothing but the courtesy; with more words it may be a question"""


def said_courtesy(text: str) -> Literal["hello", "thanks"] | None:
    """Read a message that only greets or thanks; None for anything else."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    if HELLO.fullmatch(words):
        return "hello"
    return "thanks" if THANKS.fullmatch(words) else None
