"""What anybody can send gets a kind word, never a traceback."""

from bot.local.person import Person
from tests.in_process import InProcess


async def test_a_link_to_a_date_beyond_64_bits(bot: InProcess, reader: Person) -> None:
    await reader.says("/start kd_99999999999999999999")
    await bot.works()
    assert bot.said_in(reader.id)
    assert bot.complaints.lines == []
