"""Find the date mentions of a text and resolve them in reading order."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice

from briefings.dates.agreement import agree
from briefings.dates.anchoring import SENTENCES_BACK, Sentence
from briefings.dates.calendar import Bounds, bounds
from briefings.dates.compose import compose, link_ranges
from briefings.dates.figure_order import told_order
from briefings.dates.figures import settle_figures
from briefings.dates.grammar import Match
from briefings.dates.language_rules import Speech, speech_of
from briefings.dates.mention import DateMention, Kind, Precision
from briefings.dates.phrase import Passage, Phrase, Placed, Reading
from briefings.dates.quick_sentences import sentences
from briefings.dates.token_classes import Token, read_tokens
from briefings.dates.visible import visible
from briefings.text.detection import Language, detect


def find_dates(
    text: str, published: date | None, language: Language | None = None, most: int | None = None
) -> tuple[DateMention, ...]:
    """All date mentions of the text in order, without overlaps, or the first `most`.

    Relative mentions count from `published`; without it they stay unresolved and carry the flag "unresolved".
    `language` is detected where it is not given; words in the other script are read in theirs.
    """
    seen = visible(text)
    reader = _Reader(seen.text, published, language or detect(seen.text))
    found = reader.read(sentences(seen.text))
    return tuple(seen.restore(mention, text) for mention in islice(found, most))


SENSIBLE_YEARS = range(100, 9900)
"""Of publication: nothing relative is counted at the ends of the calendar."""
MIDNIGHT = 24
"""The end of a day, which a clock on that day never shows."""


class _Reader:
    """Reads the sentences of one text in order, remembering what was told."""

    def __init__(self, text: str, published: date | None, language: Language) -> None:
        self._text = text
        self._language = language
        sensible = published if published and published.year in SENSIBLE_YEARS else None
        self._passage = Passage(sensible, order=told_order(text))

    def read(self, spans: Iterable[tuple[int, int]]) -> Iterator[DateMention]:
        """The mentions of the sentences in order; each waits for the next one, which may tell its day."""
        before: deque[Sentence] = deque(maxlen=SENTENCES_BACK)
        waiting = Sentence((), [])
        for start, end in spans:
            sentence = self._sentence(start, end)
            yield from self._finish(waiting, before, sentence)
            before.append(waiting)
            waiting = sentence
        yield from self._finish(waiting, before, None)

    def _sentence(self, start: int, end: int) -> Sentence:
        speech = speech_of(self._text[start:end], self._language)
        if speech is None:
            return Sentence((), [])
        self._passage.american = speech.american
        tokens = settle_figures(read_tokens(self._text, start, end, speech.lexicon))
        composed = compose(tokens, list(self._place(tokens, speech)))
        return Sentence(tokens, agree(tokens, composed))

    def _finish(self, sentence: Sentence, before: Sequence[Sentence], after: Sentence | None) -> Iterator[DateMention]:
        sentence.anchor(before, after, self._passage.published)
        for placed in link_ranges(self._text, sentence.tokens, sentence.placed):
            yield self._mention(sentence.tokens, placed)

    def _place(self, sentence: Sequence[Token], speech: Speech) -> Iterator[Placed]:
        spelled = speech.grammar.spell(sentence)
        at = 0
        while match := speech.grammar.match(spelled, at):
            match, readings = self._resolve(sentence, speech, spelled, match)
            for reading in readings:
                self._passage.tell(reading.value)
                first, last = reading.tokens or (match.first, match.last)
                yield Placed(first, last, reading, match.rule.name)
            at = match.last if readings else match.first + 1

    def _resolve(
        self, sentence: Sequence[Token], speech: Speech, spelled: str, match: Match
    ) -> tuple[Match, Sequence[Reading]]:
        """What the first rule says, or a later one where it declines."""
        for candidate in chain([match], speech.grammar.others(spelled, match)):
            phrase = Phrase(sentence, candidate.first, candidate.last, self._passage, speech.cues)
            if readings := candidate.rule.resolve(phrase):
                return candidate, readings
        return match, ()

    def _mention(self, sentence: Sequence[Token], placed: Placed) -> DateMention:
        reading = placed.reading
        start, end = sentence[placed.first].start, sentence[placed.last - 1].end
        extent = bounds(reading.value)
        hour, minute = reading.time if reading.time and reading.time[0] < MIDNIGHT else (None, None)
        return DateMention(
            start=start,
            end=end,
            text=self._text[start:end],
            type=reading.type,
            value=reading.value,
            first=extent.first if extent else None,
            last=extent.last if extent else None,
            precision=_precision(reading, extent),
            kind=kind_of(reading, extent.precision if extent else None),
            rule=placed.rule,
            anchor=reading.anchor,
            flags=reading.flags,
            hour=hour,
            minute=minute,
            zone=reading.zone,
        )


def _precision(reading: Reading, extent: Bounds | None) -> Precision:
    if reading.time and reading.time[1] is None:
        return "hour"
    if extent is None:
        return "minute" if reading.time else "vague"
    return extent.precision


def kind_of(reading: Reading, precision: Precision | None) -> Kind:
    """Point, span, duration, recurrence or vague."""
    if reading.type == "DURATION":
        return "duration"
    if reading.type == "SET":
        return "recurrence"
    if reading.value.endswith("_REF"):
        return "vague"
    return "point" if precision in ("day", "part", "hour", "minute", None) else "span"
