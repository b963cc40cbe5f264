from datetime import date

from briefings.answers.question import understand
from briefings.answers.windows import LONGEST_WINDOW, WINDOWS, reworded, windows

TODAY = date(2019, 5, 3)


def test_a_passage_is_read_with_its_neighbours(look):
    passages = look("The rally was in Taraz. Forty people came. It rained.")
    (window,) = windows(understand("How many came?", TODAY), passages[1:2])
    assert window.text == "The rally was in Taraz. Forty people came. It rained."
    assert [window.text[start:end] for start, end in window.parts][1] == "Forty people came."


def test_a_window_begins_with_its_headline(look):
    passages = look("It began at noon. She spoke to forty people.", title="Aliya Serik in Taraz")
    (window,) = windows(understand("Who spoke?", TODAY), passages[1:])
    assert window.text == "Aliya Serik in Taraz It began at noon. She spoke to forty people."
    assert [window.text[start:end] for start, end in window.parts] == [one.passage.text for one in passages]


def test_a_kazakh_window_has_no_headline(look):
    (around,) = look("Қырық адам келді.", title="Тараздағы жиын", language="kk")
    (window,) = windows(understand("Қанша адам келді?", TODAY), [around])
    assert window.text == "Қырық адам келді."


def test_a_headline_that_opens_the_text_is_read_once(look):
    (around,) = look("Forty people came.", title="Forty people came.")
    (window,) = windows(understand("How many came?", TODAY), [around])
    assert (window.text, window.parts) == ("Forty people came.", ((0, 18),))


def test_what_was_read_once_is_not_read_again(look):
    passages = look("The rally was in Taraz. Forty people came. It rained.")
    assert len(windows(understand("How many came?", TODAY), passages)) == 1


def test_windows_are_few_and_short(look):
    passages = look(
        " ".join(f"Sentence number {number} tells of the long road to Taraz." for number in range(80)), title="The road"
    )
    chosen = windows(understand("Where does the road go?", TODAY), passages[::7])
    assert len(chosen) == WINDOWS
    assert all(len(window.text) <= LONGEST_WINDOW for window in chosen)


def test_full_matches_are_read_alone(look):
    passages = look("Police detained Omar. Police detained Aliya.")
    texts = [window.text for window in windows(understand("Who was detained?", TODAY), passages)]
    assert texts == ["Police detained Omar.", "Police detained Aliya."]


def test_a_question_is_asked_in_the_words_of_the_passage():
    question = understand("Who was arrested?", TODAY)
    assert reworded(question, "Police detained Omar.") == "Who was detained?"
    assert reworded(question, "The detention of Omar.") == "Who was arrested?"
