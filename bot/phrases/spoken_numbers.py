"""Numbers in words, in the cases in which people count days and hours."""

_UNITS = (
    "one один одна одну одного бір",
    "two два две двух двое екі",
    "three три трех трое үш",
    "four четыре четырех четверо төрт",
    "five пять пяти бес",
    "six шесть шести алты",
    "seven семь семи жеті",
    "eight восемь восьми сегіз",
    "nine девять девяти тоғыз",
    "ten десять десяти",
    "eleven одиннадцать одиннадцати",
    "twelve двенадцать двенадцати",
    "thirteen тринадцать тринадцати",
    "fourteen четырнадцать четырнадцати",
    "fifteen пятнадцать пятнадцати",
    "sixteen шестнадцать шестнадцати",
    "seventeen семнадцать семнадцати",
    "eighteen восемнадцать восемнадцати",
    "nineteen девятнадцать девятнадцати",
)
_TENS = (
    "он",
    "twenty двадцать двадцати жиырма",
    "thirty тридцать тридцати отыз",
    "forty сорок сорока қырық",
    "fifty пятьдесят пятидесяти елу",
    "sixty шестьдесят шестидесяти алпыс",
    "seventy семьдесят семидесяти жетпіс",
    "eighty восемьдесят восьмидесяти сексен",
    "ninety девяносто тоқсан",
)
_UNIT_OF = {word: number for number, words in enumerate(_UNITS, 1) for word in words.split()}
_TEN_OF = {word: 10 * number for number, words in enumerate(_TENS, 1) for word in words.split()}

NUMBER = rf"(?:(?:{'|'.join(_TEN_OF)})(?:[\s-]+(?:{'|'.join(_UNIT_OF)}))?|{'|'.join(_UNIT_OF)})"
"""a pattern of 1 to 99 in words, in small letters, е for ё; the end of the word is left to the caller"""


def number_of(words: str) -> int:
    """Return the number that `NUMBER` matched: `двадцать один` is 21; a `KeyError` for anything else."""
    return sum(_TEN_OF.get(word) or _UNIT_OF[word] for word in words.replace("-", " ").split())


def fold(text: str) -> str:
    """One spelling for all: no capitals, е for ё."""
    return text.casefold().replace("ё", "е")


def one_line(text: str) -> str:
    """One space for all white space: patterns for what people type need not repeat blanks, which can take long."""
    return " ".join(text.split())
