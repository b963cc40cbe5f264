"""Wishes to be reminded, as people write them: of what, and how long before."""

import re
from dataclasses import dataclass

from bot.said import ON_THE_DAY, WORDS, said_leads
from briefings.leads import Leads

ASKED = re.compile(
    r"^(?:please,?\s+|пожалуйста,?\s+)?(?:(?:can|could|will) you\s+)?"
    r"(?:remind\s+(?:me|us)\b|напомни(?:те)?\b(?:,?\s*пожалуйста\b)?(?:\s+(?:мне|нам)\b)?)"
    r"(?:,?\s*(?:please|пожалуйста)\b)?"
    r"|(?:\b(?:маған|бізге)\s+)?\bеске\s+сал(?:шы|ыңыз|ыңызшы|ып\s+қой\w*|ып\s+жібер\w*)?$",
    re.IGNORECASE,
)
COUNTED = rf"\d{{1,4}}\s*(?:{WORDS}|[dhдч])(?!\w)"
ONE = rf"(?:{COUNTED}|(?:(?:an?|one|the|бір)\s+)?(?:{WORDS})(?!\w)|(?:on\s+)?(?:{ON_THE_DAY.pattern}))"
JOINED = r"(?:\s*,\s*|\s+)(?:(?:and|и|және)\s+)?(?:за\s+)?"
LEADS = re.compile(
    rf"(?<!\w)(?:за\s+{ONE}(?:{JOINED}{ONE})*(?:\s+до\b)?"
    rf"|{ONE}(?:{JOINED}{ONE})*\s+(?:before|ahead(?:\s+of)?|in\s+advance|earlier|бұрын|алдын)(?!\w)"
    rf"|{COUNTED}(?:{JOINED}{COUNTED})*$)",
    re.IGNORECASE,
)
AROUND = re.compile(
    r"^(?:(?:about|of|before|for|on|and|the|о|об|обо|про|до|перед|и|мне|нам|маған|бізге)\s+)+"
    r"|(?:\s+(?:туралы|жайлы|жөнінде|before|and|и|және|маған|бізге))+$",
    re.IGNORECASE,
)
"""small words that are left at the ends of what is wished for"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be reminded of, and how long before; None where they did not say."""

    words: str
    leads: Leads | None


def said_wish(text: str) -> Wish | None:
    """Read `remind me 2 days before the vote`; None for a text that does not ask for that."""
    words = text.strip().rstrip(".!?").rstrip()
    asked = ASKED.search(words)
    if asked is None:
        return None
    wish = part_wish(words[: asked.start()] + words[asked.end() :])
    return Wish(_bare(wish.words), wish.leads)


def part_wish(words: str) -> Wish:
    """Part what is wished for from how long before: `the vote 3 days and 2 hours before`."""
    said = LEADS.search(words)
    leads = said_leads(said[0]) if said else None
    if said is None or leads is None:
        return Wish(words.strip(), None)
    return Wish(_bare(f"{words[: said.start()]} {words[said.end() :]}"), leads)


def _bare(words: str) -> str:
    return AROUND.sub("", words.strip(" ,.:;")).strip()
