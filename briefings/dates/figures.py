"""Figures in the company they keep: "9th", "1990s", "twenty five" are one token; prices, models and scores are none."""

from collections.abc import Sequence

from briefings.dates.token_classes import Token, Value, glued

FIGURES = frozenset({"day", "count", "year", "decimal"})
HIDDEN = FIGURES | {"day_and_month"}
CLOCKS = frozenset({"clock", "day_and_month"})
SUFFIXED = FIGURES | CLOCKS
_NUMERALS = frozenset({"numeral", "ordinal_numeral", "scale"})
PLURAL_OR_NEUTER = "е"
"""The suffix of "1-е мая" and of "90-е годы"."""
_HIDING_BEFORE = frozenset({"money", "number_sign"})
_HIDING_AFTER = frozenset({"percent", "money", "amount"})


def settle_figures(tokens: Sequence[Token]) -> list[Token]:
    """Join number words and glued suffixes, and hide the figures that count something other than time."""
    if any(token.kind in _NUMERALS for token in tokens):
        tokens = _join_numerals(tokens)
    if any(token.kind in SUFFIXED for token in tokens):
        return _hide(_join_suffixes(tokens))
    return list(tokens)


def _join_numerals(tokens: Sequence[Token]) -> list[Token]:
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _numeral_end(tokens, at) if tokens[at].kind in _NUMERALS else at
        if end > at:
            joined.append(_numeral(tokens[at:end]))
        else:
            joined.append(tokens[at])
        at = max(end, at + 1)
    return joined


def _numeral_end(tokens: Sequence[Token], at: int) -> int:
    """Where the number that starts at a token ends: "twenty-five", "тридцать первое", "two thousand"."""
    end = at
    while (
        end < len(tokens) and tokens[end].kind in _NUMERALS and (end == at or _continues(tokens[end - 1], tokens[end]))
    ):
        end += 1
        if end + 1 < len(tokens) and tokens[end].kind == "dash" and _continues(tokens[end - 1], tokens[end + 1]):
            end += 1
            end += tokens[end].kind in _NUMERALS
    return end


def _continues(left: Token, right: Token) -> bool:
    if left.kind not in _NUMERALS or right.kind not in _NUMERALS or left.kind == "ordinal_numeral":
        return False
    high, low = left.value, right.value
    if not isinstance(high, int) or not isinstance(low, int):
        return False
    if right.kind == "scale":
        return high < low
    return low < 10 <= high or low < 100 <= high or (13 <= high <= 20 <= low < 100)


def _numeral(parts: Sequence[Token]) -> Token:
    values = [(part.kind, part.value) for part in parts if isinstance(part.value, int)]
    total, spoken_year = 0, False
    for kind, value in values:
        assert isinstance(value, int)
        if kind == "scale":
            total = max(total, 1) * value
        elif 13 <= total <= 20 and 10 <= value < 100:
            total, spoken_year = total * 100 + value, True
        else:
            total += value
    kind = "ordinal" if parts[-1].kind == "ordinal_numeral" else "year" if spoken_year or total == 2000 else "count"
    return Token(parts[0].start, parts[-1].end, kind, total)


def _join_suffixes(tokens: Sequence[Token]) -> list[Token]:
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        width = _suffix_width(tokens, at) if token.kind in SUFFIXED else 0
        joined.append(_with_suffix(token, tokens[at + width]) if width else token)
        at += width + 1
    return joined


def _suffix_width(tokens: Sequence[Token], at: int) -> int:
    """How many tokens after a figure are its glued suffix: 1 in "9th", 2 in "9-го", 0 without one."""
    if at + 1 < len(tokens) and glued(tokens[at], tokens[at + 1]):
        if tokens[at + 1].kind in ("suffix", "decade_suffix", "s"):
            return 1
        if at + 2 < len(tokens) and tokens[at + 1].kind == "dash" and glued(tokens[at + 1], tokens[at + 2]):
            return 2 if tokens[at + 2].kind in ("suffix", "decade_suffix") else 0
    return 0


def _with_suffix(figure: Token, suffix: Token) -> Token:
    if figure.kind in CLOCKS:
        return figure._replace(end=suffix.end)
    number: Value = figure.value
    ten = isinstance(number, int) and number % 10 == 0
    plural = suffix.kind in ("decade_suffix", "s") or suffix.value == PLURAL_OR_NEUTER
    if plural and ten and isinstance(number, int) and (number >= 1000 or 40 <= number < 100 or suffix.kind == "s"):
        return Token(figure.start, suffix.end, "decade", number)
    return Token(figure.start, suffix.end, "ordinal" if suffix.kind != "s" else "opaque", number)


def _hide(tokens: list[Token]) -> list[Token]:
    for at, token in enumerate(tokens):
        if token.kind in HIDDEN and _counts_other_things(tokens, at):
            tokens[at] = token._replace(kind="opaque")
    return tokens


def _counts_other_things(tokens: Sequence[Token], at: int) -> bool:
    if at + 1 < len(tokens):
        after = tokens[at + 1]
        if after.kind in _HIDING_AFTER or (after.kind == "word" and glued(tokens[at], after)):
            return True
    return at > 0 and _hidden_by_left(tokens, at)


def _hidden_by_left(tokens: Sequence[Token], at: int) -> bool:
    before, figure = tokens[at - 1], tokens[at]
    if before.kind in _HIDING_BEFORE:
        return True
    if not glued(before, figure):
        return False
    if before.kind == "dash":
        return at > 1 and glued(tokens[at - 2], before) and tokens[at - 2].kind in ("word", "opaque")
    return before.kind in ("word", "opaque")
