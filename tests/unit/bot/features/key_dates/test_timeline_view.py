from dataclasses import replace
from datetime import date

from bot.features.key_dates.timeline_view import Stretch, side_and_offset, timeline
from briefings.model.briefing import When


def test_dates_stand_under_their_months_after_today(vote, moment_in, seen, pressed) -> None:
    july = replace(vote, id=13, name="Trial", when=When("2019-07-01", date(2019, 7, 1), date(2019, 7, 1), "day"))
    message = timeline(Stretch((vote, july), 0, has_earlier=True, has_later=False), moment_in())
    assert seen(message) == (
        "🧭 Timeline\n\n— today: Friday, 3 May 2019 —\n\n"
        "June 2019\n• Council vote — Sunday, 9 June 2019 — in 37 days\n\n"
        "July 2019\n• Trial — Monday, 1 July 2019 — in 59 days"
    )
    assert pressed(message) == {"Council vote": "date:12", "Trial": "date:13", "‹": "timeline:-1"}


def test_what_lies_behind_comes_before_today(vote, moment_in, seen, pressed) -> None:
    passed = replace(vote, when=When("2019-05-01", date(2019, 5, 1), date(2019, 5, 1), "day"), status="cancelled")
    message = timeline(Stretch((passed,), -1, has_earlier=False, has_later=True), moment_in("ru"))
    assert seen(message) == (
        "🧭 Хронология\n\nмай 2019 года\n❌ Council vote (на английском) — среда, 1 мая 2019 года\n\n"
        "— сегодня: пятница, 3 мая 2019 года —"
    )
    assert pressed(message) == {
        "Council vote (на английском)": "date:12",
        "• Сегодня •": "timeline:0",
        "›": "timeline:0",
    }


def test_an_empty_timeline_says_so(moment_in, seen) -> None:
    assert "There are no key dates yet." in seen(timeline(Stretch((), 0, False, False), moment_in()))


def test_a_timeline_whose_dates_have_all_passed_says_so(moment_in, seen, pressed) -> None:
    message = timeline(Stretch((), 0, has_earlier=True, has_later=False), moment_in())
    assert seen(message) == (
        "🧭 Timeline\n\n— today: Friday, 3 May 2019 —\n\nNothing lies ahead in the briefings right now."
    )
    assert pressed(message) == {"‹": "timeline:-1"}


def test_pages_behind_count_backwards() -> None:
    assert side_and_offset(0) == ("ahead", 0)
    assert side_and_offset(2) == ("ahead", 10)
    assert side_and_offset(-1) == ("past", 0)
    assert side_and_offset(-3) == ("past", 10)
