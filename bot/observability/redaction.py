"""Secrets are blotted out of whatever is written, in each form in which they may stand there."""

import json
import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, quote_plus

BLOT = "<secret>"
TOKEN = r"\d{5,20}(?::|%3A)[A-Za-z0-9_-]{8,}"  # noqa: S105 - what a bot's token looks like
CREDENTIALS = r"(?<=://)[^\s/:@]*:[^\s/@]+(?=@)"
"""User and password in an address."""
SHORTEST = 4
"""Blotting out a shorter secret would blot out parts of words; in addresses it is found all the same."""
Redact = Callable[[str], str]


def redactor(secrets: Iterable[str] = ()) -> Redact:
    """Return what blots out these secrets, passwords in addresses, and whatever looks like a bot's token."""
    known = {form for secret in secrets if len(secret) >= SHORTEST for form in _forms(secret)}
    longest_first = (re.escape(form) for form in sorted(known, key=len, reverse=True))
    pattern = re.compile("|".join((*longest_first, CREDENTIALS, TOKEN)), re.IGNORECASE)
    return lambda text: pattern.sub(BLOT, text)


def _forms(secret: str) -> set[str]:
    """As it is, as in an address, as in JSON, as Python shows it."""
    escaped = {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], repr(secret)[1:-1]}
    return {secret, quote(secret), quote(secret, safe=""), quote_plus(secret)} | escaped
