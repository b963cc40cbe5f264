from datetime import date

from briefings.text.terms import beginnings, day_stems, index_stems, terms_of, title_stems


def test_terms_leave_out_what_only_carries_grammar():
    assert [term.text for term in terms_of("Who was detained in Almaty?", "en")] == ["detained", "Almaty"]


def test_a_capital_at_the_beginning_makes_no_name():
    first, second = terms_of("Police met Toqaev", "en")[0], terms_of("Police met Toqaev", "en")[-1]
    assert not first.is_name
    assert second.is_name


def test_a_term_is_found_by_its_stem_its_sound_or_its_concept():
    assert "#arrest" in terms_of("detained", "en")[0].index_stems
    assert "=tkv" in terms_of("with Toqaev", "en")[0].index_stems


def test_a_phrase_is_one_term():
    assert [term.text for term in terms_of("Why did he step down?", "en")] == ["step down"]


def test_a_word_that_is_said_twice_is_one_term():
    assert len(terms_of("bridge after bridge", "en")) == 1


def test_passages_are_indexed_by_the_same_marks():
    found = set(index_stems("Police arrested Toqaev's driver.", "en"))
    assert {"#arrest", "#police", "=tkv"} <= found


def test_each_day_of_a_short_span_is_found_with_and_without_its_year():
    assert set(day_stems([(date(2019, 6, 8), date(2019, 6, 9))])) == {
        "@2019-06-08", "@--06-08", "@2019-06-09", "@--06-09",
    }  # fmt: skip


def test_longer_kazakh_words_are_also_found_by_how_they_begin():
    assert "~сақта" in set(index_stems("Тарихи ескерткіш сақталған.", "kk"))
    assert list(beginnings(["сақтай", "сот"], "kk")) == ["~сақта"]
    assert list(beginnings(["election"], "en")) == []


def test_a_headline_has_stems_of_its_own():
    assert {"^bridg", "^=atr"} <= set(title_stems("A bridge for Atyrau", "en"))


def test_a_month_is_found_as_a_month():
    assert set(day_stems([(date(2019, 3, 1), date(2019, 3, 31))])) == {"@2019-03", "@--03"}


def test_a_year_is_no_day():
    assert set(day_stems([(date(2016, 1, 1), date(2016, 12, 31))])) == set()
