"""What people write in English, Russian and Kazakh: leads, times of day, quiet hours, courtesies."""

from bot.said.courtesies import said_courtesy, said_for_all
from bot.said.leads import COUNTED, ON_THE_DAY, WORDS, said_leads
from bot.said.numbers import one_line
from bot.said.times import said_quiet, said_time

__all__ = [
    "COUNTED",
    "ON_THE_DAY",
    "WORDS",
    "one_line",
    "said_courtesy",
    "said_for_all",
    "said_leads",
    "said_quiet",
    "said_time",
]
