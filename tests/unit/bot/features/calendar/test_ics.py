from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.features.calendar.calendar_view import calendar
from bot.features.calendar.ics import Event, calendar_file

NOW = datetime(2019, 5, 3, 4, 5, 6, tzinfo=UTC)
VOTE = Event("key-date-12@bot", 2, "Vote; council, new", date(2019, 6, 9), date(2019, 6, 9))


def lines(file: bytes) -> list[str]:
    """Unfold as RFC 5545 section 3.1 says."""
    return file.decode().replace("\r\n ", "").split("\r\n")


def test_a_day_is_a_whole_day_that_ends_before_the_next() -> None:
    written = lines(calendar_file("Dates", [VOTE], NOW))
    assert written[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20190609" in written
    assert "DTEND;VALUE=DATE:20190610" in written
    assert "DTSTAMP:20190503T040506Z" in written
    assert written[-2:] == ["END:VCALENDAR", ""]


def test_a_moved_date_replaces_its_entry_by_a_higher_sequence() -> None:
    written = lines(calendar_file("Dates", [VOTE], NOW))
    assert "UID:key-date-12@bot" in written
    assert "SEQUENCE:1" in written


def test_an_instant_is_told_in_utc() -> None:
    noon = datetime.fromisoformat("2019-06-09T12:00:00+06:00")
    written = lines(calendar_file("Dates", [Event("1", 1, "x", noon.date(), noon.date(), noon)], NOW))
    assert "DTSTART:20190609T060000Z" in written


def test_the_last_day_there_is_does_not_overflow() -> None:
    written = lines(calendar_file("Dates", [Event("1", 1, "x", date.max, date.max)], NOW))
    assert "DTSTART;VALUE=DATE:99991231" in written


def test_the_first_years_keep_their_zeros() -> None:
    written = lines(calendar_file("Dates", [Event("1", 1, "x", date(33, 4, 3), date(33, 4, 3))], NOW))
    assert "DTSTART;VALUE=DATE:00330403" in written


def test_signs_with_a_meaning_are_escaped() -> None:
    event = Event("1", 1, "a;b,c\\d", NOW.date(), NOW.date(), description="one\r\ntwo")
    written = lines(calendar_file("Dates", [event], NOW))
    assert r"SUMMARY:a\;b\,c\\d" in written
    assert r"DESCRIPTION:one\ntwo" in written


@given(st.text(max_size=400), st.text(max_size=400))
def test_no_line_is_longer_than_75_octets_and_no_text_breaks_out(name: str, url: str) -> None:
    file = calendar_file(
        name, [Event("1", 1, name, NOW.date(), NOW.date(), description=name, place=name, url=url)], NOW
    )
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert sum(line.startswith("END:VEVENT") for line in lines(file)) == 1


def test_a_key_date_that_editors_moved_tells_no_sentence_of_another_day(vote, moment_in) -> None:
    refuted = tuple(replace(one, agrees=False) for one in vote.evidence)
    written = lines(calendar([replace(vote, evidence=refuted, moved_by_hand_at=NOW)], moment_in()))
    assert "DESCRIPTION:✍️ Moved by the editors on 3 May 2019." in written


def test_a_key_date_tells_its_proof(vote, moment_in) -> None:
    written = lines(calendar([vote], moment_in("ru")))
    assert "X-WR-CALNAME:Важные даты" in written
    assert "SUMMARY:Council vote (на английском)" in written
    assert "LOCATION:Oskemen" in written
    assert "URL:https://news.example/vote" in written
    described = next(line for line in written if line.startswith("DESCRIPTION:"))
    assert r"The city council will hold a vote on June 9\, its speaker said.\nCity council" in described


def test_a_second_parser_reads_what_was_written() -> None:
    noon = datetime(2019, 6, 9, 6, tzinfo=UTC)
    debates = Event("key-date-13@bot", 1, "Дебаты 🗳", noon.date(), noon.date(), noon, "CANCELLED")
    read = Calendar.from_ical(calendar_file("Dates", [VOTE, debates], NOW))
    day, moment = read.walk("VEVENT")
    assert (str(day["SUMMARY"]), day["SEQUENCE"], str(day["UID"])) == ("Vote; council, new", 1, "key-date-12@bot")
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2019, 6, 9), date(2019, 6, 10))
    assert (str(moment["SUMMARY"]), str(moment["STATUS"])) == ("Дебаты 🗳", "CANCELLED")
    assert moment["DTSTART"].dt == noon


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=300))
def test_whatever_its_name_a_second_parser_reads_it_back(text: str) -> None:
    (event,) = Calendar.from_ical(calendar_file("Dates", [replace(VOTE, name=text)], NOW)).walk("VEVENT")
    assert str(event["SUMMARY"]) == text
