"""How long the worst texts that people can send take, on their way through everything that reads texts.

    python benchmarks/hostile_corpus.py [--size 4096] [--article 200000] [--worst 25] [--only study]

Messages have at most 4,096 characters, articles 200 kB. Prints the slowest of all as milliseconds of processor time,
what read it, and what was read; inputs that are refused say so.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import briefings.models
from bot.desk.loading.material import _ADDRESS
from bot.phrases import (
    asks_for_everybody,
    parse_leads_phrase,
    parse_quiet_phrase,
    parse_time_phrase,
    recognise_courtesy,
)
from bot.phrases.intents import named, parse_stop_wish, parse_wish, split_wish
from bot.phrases.spoken_days import read_when
from bot.ui.markup import escape, plain
from bot.ui.splitting import split
from briefings.answers.index import prepared_passages
from briefings.answers.locations import places_in
from briefings.answers.question import understand
from briefings.answers.typing_errors import edit_distance
from briefings.dates import find_dates, read_day
from briefings.editorial.analysis import study
from briefings.intake import IntakeError
from briefings.intake.article import fingerprint
from briefings.intake.article_reading import from_markdown, from_record, from_text
from briefings.intake.characters import tidy_line, tidy_text, tidy_title
from briefings.key_dates.search import names_something, readings
from briefings.models.pieces import Splitter
from briefings.readers.pastes import join_parts
from briefings.text import LANGUAGES, Language, detect, split_sentences, stems, tokens
from briefings.text.terms import index_stems
from briefings.zones.zone_search import _find as find_zone

MESSAGE = 4096
"""code points"""
ARTICLE = 200_000
"""bytes of UTF-8"""
TOKENIZER = Path(briefings.models.__file__).with_name("tokenizer.json")
DAY = date(2019, 5, 2)
NOW = datetime(2019, 5, 2, tzinfo=UTC)

PIECES = (
    "a", "я", "ә", "1", ".", "-", "–", "_", "*", "#", "(", "[", "<", "&", "'", "ʼ", '"', "«", "|", "/", ":", ",",
    "?", "\u0301\u0323", "a\u0301", "\u200b", "a\u200b", "\u00ad", "\u202e", "\ud800", "😀", "👨\u200d👩\u200d👧", "ﷺ",
    "İ", "ß", "аa", "Aa", "a.", "1.", "1) ", "a\n", "1\n", "- a\n", "a\n\n", " \n", "\n", "\t", "\r", "\u2028",
    "\xa0", "  ", " , ", "a ", "б ", "қ ", "1 ", "1 1.1 ", "11:11 ", ":11", "1:", "1-", "1/1/", "1,1", "1.1.",
    "12.05.", "$1 ", "1% ", "№1 ", "a.a", "U.S. ", "т.е. ", "г. ", "A. ", "Mr. ", "p.m. ", "a-", "A-", "A'",
    "Ab Cd ", "Мәскеуде-", "Nur-", "don't ", "May ", "мая ", "мамыр ", "1 мая ", "June 9 ", "9 маусым ", "2019 ",
    "2019-01-01 ", "2019-", "01.02.2019 ", "Jan ", "Monday ", "last ", "last last ", "next ", "прошлый ", "келесі ",
    "two ", "twenty-", "двадцать ", "жиырма ", "half ", "every ", "from Monday to ", "с 1 по ", "Monday night ",
    "until ", "the day after ", "year ", "3 days ", "за день ", "3 days before ", "за 3 дня и ", "remind me ",
    "stop ", "еске сал ", "напомни ", "and ", "и ", "және ", "before ", "please ", "the ", "of ", "in ", "at noon ",
    "8 pm ", "в 8 ", "сағат 8 ", "how long ", "сколько ", "қанша ", "how ", "when is ", "what ", "election ",
    "выборы ", "сайлау ", "election on June 9 ", "will ", "was ", "said ", "in Almaty ",
    "The election is on June 9, 2019.\n", "Выборы пройдут 9 июня 2019 года. ",
    "Сайлау 2019 жылғы 9 маусымда өтеді. ", "It is on June 9. ", "May 1. ", "It opens on May 1 and 2 and 3. ",
    "https://a.b/ ", "https://", "www.a", "@a", "/a ", "[a](", "[a](b)", "![a](", "![](", "**a", "__a ", "*a ",
    "_a ", "`", "# a\n", "# ", "#a ", "> ", "---\n", "- - ", "<!--", "-->", "<a ", "<p>", "&amp;", "&#1;", "\\",
    "\\[", "title: a\n", "---\ntitle: a\n", "a: ", "{", "}", "%", "~", "Read more ", "Photo: ", "comments ",
    "1 comments ", "0:00 ", "© ", "Read also: a\n", "About the author\n", "live ",
)  # fmt: skip
FRAMES = (("", ""), ("remind me", "x of the vote"), ("11", " a"), ("# a ", " x"), ("The vote is on June 9.\n", "x\n"))
"""What stands before and after; an article needs a sentence."""
SENTENCE = "The regional council will meet on 9 June 2019 to vote on the budget.\n\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that reads texts."""

    name: str
    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Taken:
    """What it took to read a text."""

    seconds: float
    entry: str
    text: str
    refused: str

    def __str__(self) -> str:
        shown = ascii(self.text[:60])
        return f"{1000 * self.seconds:9.1f} ms  {self.entry:24} {shown} {self.refused}"


def _vectors_of(count: int) -> Any:
    import numpy as np

    from briefings.models.encoder import DIMENSIONS

    return np.zeros((count, DIMENSIONS), np.float32)


def _prepare(text: str) -> object:
    language = detect(text)
    spans = split_sentences(text, language)
    return prepared_passages(text, "A title", spans, _vectors_of(len(spans)), language, DAY)


def _study(text: str, language: Language | None = None) -> object:
    return study("A vote on the budget", text, language or detect(text), DAY, "Asia/Almaty")


def _loaded(text: str) -> object:
    """What happens to a paste from end to end, but for the models."""
    article = from_text(text)
    fingerprint(article.text)
    return _study(article.text, article.language), _prepare(article.text)


def _loaded_markdown(text: str) -> object:
    article = from_markdown(text)
    return _study(article.text, article.language)


def messages() -> list[Entry]:
    """What reads messages."""
    splitter = Splitter(TOKENIZER)
    return [
        Entry("wish", parse_wish),
        Entry("stop", parse_stop_wish),
        Entry("part_wish", split_wish),
        Entry("named", named),
        Entry("leads", parse_leads_phrase),
        Entry("time", parse_time_phrase),
        Entry("quiet", parse_quiet_phrase),
        Entry("courtesy", lambda text: (recognise_courtesy(text), asks_for_everybody(text))),
        Entry("question", lambda text: understand(text, DAY)),
        Entry("names of a question", lambda text: (understand(text, DAY).names, understand(text, DAY).counted)),
        Entry("terms", readings),
        Entry("grammar words", names_something),
        Entry("zone", lambda text: find_zone(text.strip()[:100].casefold(), NOW)),
        Entry("typed day", lambda text: (read_when(text, DAY, "Asia/Almaty"), read_day(text, DAY))),
        Entry("typed time", lambda text: read_when("9 June 2019" + text + "19:00", DAY, "Asia/Almaty")),
        Entry("address", lambda text: (_ADDRESS.fullmatch(text), _ADDRESS.search(text))),
        Entry("title", tidy_title),
        Entry("source", tidy_line),
        Entry("spelling", lambda text: edit_distance(text[:64], text[1:65], 2)),
        Entry("pieces", lambda text: splitter.split([text])),
        Entry("split message", lambda text: split(escape(text * 3))),
        Entry("plain", lambda text: plain(escape(text))),
        Entry("parts", lambda text: join_parts([text] * 10)),
        *(Entry(f"places {one}", lambda text, one=one: list(places_in(text, one))) for one in LANGUAGES),
    ]


def articles() -> list[Entry]:
    """What reads articles."""
    return [
        Entry("tidy", tidy_text),
        Entry("detect", detect),
        Entry("loaded", lambda text: _loaded(SENTENCE + text)),
        Entry("markdown", lambda text: _loaded_markdown(SENTENCE + text)),
        Entry("record", lambda text: from_record({"text": SENTENCE + text})),
        Entry("sentences", split_sentences),
        Entry("words", lambda text: (tokens(text), stems(text))),
        *(Entry(f"dates {one}", lambda text, one=one: find_dates(text, DAY, one)) for one in LANGUAGES),
        *(Entry(f"study {one}", lambda text, one=one: _study(text, one)) for one in LANGUAGES),
        *(Entry(f"index {one}", lambda text, one=one: list(index_stems(text, one))) for one in LANGUAGES),
        Entry("passages", _prepare),
    ]


def repeated(piece: str, length: int, frame: tuple[str, str] = ("", "")) -> str:
    """Return a text of so many code points that says one thing again and again, between two others."""
    before, after = frame
    room = max(length - len(before) - len(after), 1)
    return before + (piece * (room // len(piece) + 1))[:room] + after


def numbered(piece: str, length: int) -> str:
    """Return a text that says nearly the same again and again: no two rounds are equal."""
    rounds = (f"{piece.strip()} {number} N{chr(97 + number % 26)}{number}. " for number in range(length))
    text = ""
    parts: list[str] = []
    size = 0
    for one in rounds:
        parts.append(one)
        size += len(one)
        if size >= length:
            break
    return text.join(parts)[:length]


def inputs(length: int) -> Iterator[str]:
    """Yield hostile texts of so many code points."""
    for piece in PIECES:
        yield repeated(piece, length)
    for frame in FRAMES[1:]:
        yield from (repeated(piece, length, frame) for piece in PIECES if len(piece) < 3)
    yield from (numbered(piece, length) for piece in PIECES if len(piece) > 6)


def in_bytes(text: str, size: int) -> str:
    """Return as much of a text as so many bytes of UTF-8 take."""
    return (
        text.encode("utf-8", "replace")[:size].decode("utf-8", "ignore") if not _has_halves(text) else text[: size // 3]
    )


def _has_halves(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text[:10])


def take(entry: Entry, text: str) -> Taken:
    """Read a text and say what it took."""
    refused = ""
    start = time.process_time()
    try:
        entry.read(text)
    except IntakeError as error:
        refused = f"refused: {error.code}"
    return Taken(time.process_time() - start, entry.name, text, refused)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=MESSAGE)
    options.add_argument("--article", type=int, default=ARTICLE)
    options.add_argument("--worst", type=int, default=25)
    options.add_argument("--only", default="")
    given = options.parse_args()
    warm_up()
    for title, entries, texts in (
        ("messages", messages(), list(inputs(given.size))),
        ("articles", articles(), [in_bytes(text, given.article - len(SENTENCE)) for text in inputs(given.article)]),
    ):
        chosen = [entry for entry in entries if given.only in entry.name]
        taken = [take(entry, text) for entry in chosen for text in texts]
        print(f"{title}: {len(taken)} readings")
        for one in sorted(taken, key=lambda one: -one.seconds)[: given.worst]:
            print(one)


def warm_up() -> None:
    """Read the tables that are read once."""
    find_zone("almaty", NOW)
    for language in LANGUAGES:
        _study(SENTENCE, language)
    understand("When is the vote?", DAY)


if __name__ == "__main__":
    main()
