"""Roman numbers of quarters and centuries, in Latin letters or in the Cyrillic ones that look like them."""


def _roman(number: int) -> str:
    tens, units = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[units]


_LOOKALIKE = str.maketrans("xi", "хі")

ROMAN: dict[str, int] = {
    spelling: number
    for number in range(1, 23)
    for latin in [_roman(number)]
    for spelling in (latin, latin.translate(_LOOKALIKE), latin.replace("x", "х"))
}
"""Small letters, 1 to 22."""
