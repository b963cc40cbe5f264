"""Cleaning pasted web pages; every page here is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.intake.clean import clean

FIRST = "The mayor of Kokshetau opened the new bridge on Tuesday after two years of work."
SECOND = "It cost 3.4 billion tenge, a third more than planned."
THIRD = "Buses will cross the bridge from September 1, the transport office said."
ARTICLE = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
HEADLINE = "New Bridge Opens in Kokshetau"


@pytest.mark.parametrize(
    "rubbish",
    ["Accessibility links", "Skip to main content", "Breaking News",
     "please wait",
     "No media source currently available",
     "0:00 0:01:02 0:00", "Share on Facebook", "Print", "Comments (15)", "12,345 views", "Subscribe", "Advertisement",
     "Read more: Ice Breaks Bridge Upstream", "WATCH: Crowds cross the bridge for the first time.", "Photo: A. Kim",
     "We use cookies to make this site better.", "Subscribe to our newsletter.", "© 2026 Northern Herald",
     "Главная", "Перейти к содержанию", "Подождите, пожалуйста", "Поделиться в Telegram", "Комментарии (3)", "Реклама",
     "Читайте также: Лёд сломал мост", "ВИДЕО: Первые машины на мосту", "СМОТРИТЕ ВИДЕО:",
     "Подпишитесь на наш канал!", "25 просмотров",
     "Басты бет", "Негізгі мазмұнға өту", "Күте тұрыңыз", "Бөлісу", "Пікір қалдыру", "Жарнама",
     "Тағы оқыңыз: Көпір сынды", "Бейне: Көпір ашылды", "Біздің Telegram арнамызға жазылыңыз!"],
)  # fmt: skip
@pytest.mark.parametrize("place", [0, 1, 2])
def test_leavings_go_wherever_they_stand(rubbish: str, place: int) -> None:
    paragraphs = ARTICLE.split("\n\n")
    page = "\n\n".join([*paragraphs[:place], rubbish, *paragraphs[place:]])
    assert clean(page).text == ARTICLE


def test_headline_above_the_article_is_its_title() -> None:
    page = f"Politics\nBusiness\nSports and Culture Today\n\n{HEADLINE}\n\nPrint\n\n{ARTICLE}"
    assert clean(page).title == HEADLINE
    assert clean(page).text == ARTICLE


def test_the_only_line_above_the_article_is_its_headline_whatever_its_words() -> None:
    assert clean(f"Two Banks, Finally One Town\n\n{ARTICLE}").title == "Two Banks, Finally One Town"
    assert clean(f"Politics\n\n{ARTICLE}").title is None
    assert clean(f"Politics\n\nWeather and Traffic Today\n\n{ARTICLE}").title is None


def test_headline_that_comes_again_goes() -> None:
    page = f"{HEADLINE}\n\n{FIRST}\n\n{HEADLINE}\n\n{SECOND}\n\n{THIRD}"
    assert clean(page).text == ARTICLE


def test_article_without_headline_has_no_title() -> None:
    assert clean(ARTICLE).title is None


def test_name_of_a_film_goes_with_its_player() -> None:
    page = f"{FIRST}\n\nDrone Flies Over the River\nplease wait\n0:00 0:01:10 0:00\n\n{SECOND}\n\n{THIRD}"
    assert clean(page).text == ARTICLE


def test_headlines_after_read_also_go() -> None:
    page = f"{FIRST}\n\nSEE ALSO:\nIce Breaks Bridge Upstream\nFerry Stops for the Winter\n\n{SECOND}\n\n{THIRD}"
    assert clean(page).text == ARTICLE


def test_caption_that_stands_there_twice_goes() -> None:
    page = f"{FIRST}\n\nThe bridge is seen at night.\nThe bridge is seen at night.\n\n{SECOND}\n\n{THIRD}"
    assert clean(page).text == ARTICLE


def test_text_that_stands_there_twice_is_kept_once() -> None:
    assert clean(f"{ARTICLE}\n\n{ARTICLE}").text == ARTICLE
    assert clean(f"{FIRST}\n{FIRST}").text == FIRST


def test_author_box_goes_and_its_newsroom_is_the_source() -> None:
    box = (
        "  • 16x9 Image\n\n    Northern News Service\n\n    Northern News Service reports from three regions every day."
    )
    cleaned = clean(f"{ARTICLE}\n\n{box}")
    assert cleaned.text == ARTICLE
    assert cleaned.source == "Northern News Service"


def test_author_is_no_source() -> None:
    cleaned = clean(f"{ARTICLE}\n\nSaltanat Bek\n\nSaltanat Bek writes about cities and their rivers.")
    assert cleaned.text == ARTICLE
    assert cleaned.source is None


def test_headed_author_box_goes() -> None:
    assert clean(f"{ARTICLE}\n\nAbout the author\n\nShe writes about rivers and the people there.").text == ARTICLE


def test_menu_below_the_article_goes() -> None:
    assert clean(f"{ARTICLE}\n\nContacts\nOur Team\nVacancies").text == ARTICLE


def test_lines_with_numbers_stay_above_and_below() -> None:
    page = f"March 3, 2026\n\n{ARTICLE}\n\nMay 12 – hearing"
    assert clean(page).text == page


def test_announced_list_stays_below() -> None:
    page = f"{ARTICLE}\n\nThe city asks drivers for three things:\n\n• patience\n• lower speed\n• winter tyres"
    assert clean(page).text == page


def test_subheadings_inside_the_article_stay() -> None:
    page = f"{FIRST}\n\nWhat it cost\n\n{SECOND}\n\n{THIRD}"
    assert clean(page).text == page


@pytest.mark.parametrize(
    "sentence",
    ["Related charges against two engineers were dropped in March.",
     "Recommended by the board, the plan passed on Friday.",
     "Subscribe, the opposition told its voters, to no promises.",
     "Copyright law changes on June 9 in all five countries.",
     "Video from the scene shows forty people on the bridge.",
     "Share prices of the builder rose by four percent.",
     "Print media lost half of their readers in ten years.",
     "Live broadcasts of the session begin at ten in the morning.",
     "Новости о мосте обсуждали весь вечер.",
     "Реклама на мосту будет запрещена с мая.",
     "Жарнама көпірде мамырдан бастап тыйым салынады."],
)  # fmt: skip
def test_sentences_that_begin_like_leavings_stay(sentence: str) -> None:
    page = f"{FIRST}\n\n{sentence}\n\n{THIRD}"
    assert clean(page).text == page


def test_wrapped_lines_become_one_paragraph() -> None:
    wrapped = (
        "The mayor of Kokshetau opened the new bridge on Tuesday after\n"
        "two years of work, and said that buses would cross it from the\n"
        "first of September, if the weather allows the last repairs to\n"
        "be done in time."
    )
    assert clean(wrapped).text == wrapped.replace("\n", " ")


SENTENCES = st.lists(
    st.sampled_from(["The council of {} met on May {} and voted.", "Police in {} detained {} people at night.",
                     "В городе {} задержали {} человек после митинга.", "{} қаласында {} адам ұсталды."]),
    min_size=1, max_size=6,
)  # fmt: skip
LEAVINGS = st.lists(
    st.sampled_from(["Menu", "Share", "please wait", "0:00 0:02:10 0:00", "Реклама", "Бөлісу", "Next Story"])
)


@given(st.data())
def test_no_sentence_is_ever_lost(data: st.DataObject) -> None:
    shapes = data.draw(SENTENCES)
    sentences = [shape.format(f"Aksu{number}", number + 2) for number, shape in enumerate(shapes)]
    page: list[str] = data.draw(LEAVINGS)
    for sentence in sentences:
        page += [sentence, *data.draw(LEAVINGS)]
    kept = clean("\n\n".join(page)).text.split("\n\n")
    assert [line for line in kept if line in sentences] == sentences


@given(st.text())
def test_any_text_can_be_cleaned(text: str) -> None:
    clean(text)


@given(st.text(alphabet="ab .\n•:!0", max_size=300))
def test_clean_text_stays_clean(text: str) -> None:
    once = clean(text).text
    assert len(clean(once).text) <= len(once)
