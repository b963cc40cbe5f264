"""What people write in English, Russian and Kazakh: leads, times of day, quiet hours, courtesies."""

from bot.phrases.courtesies import asks_for_everybody, recognise_courtesy
from bot.phrases.spoken_leads import COUNTED, ON_THE_DAY, WORDS, parse_leads_phrase
from bot.phrases.spoken_numbers import one_line
from bot.phrases.spoken_times import parse_quiet_phrase, parse_time_phrase

__all__ = [
    "COUNTED",
    "ON_THE_DAY",
    "WORDS",
    "asks_for_everybody",
    "one_line",
    "parse_leads_phrase",
    "parse_quiet_phrase",
    "parse_time_phrase",
    "recognise_courtesy",
]
