"""Date mentions are read out of TimeML and scored by stretch, by value and by day."""

from benchmarks.dates_score import Mention, align, read, score

SOURCE = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2019-05-02">May 2</TIMEX3></DCT>
<TEXT>Mayors &amp; judges meet <TIMEX3 tid="t1" type="DATE" value="2019-06-09">on June 9 </TIMEX3>,
not <TIMEX3 tid="t2" type="DATE" value="2019-04-30">on Tuesday</TIMEX3>.</TEXT></TimeML>"""
DOCUMENT = read(SOURCE)
START = DOCUMENT.text.index("on June 9")


def mention(text: str, value: str) -> dict[str, object]:
    start = DOCUMENT.text.index(text)
    return {"start": start, "end": start + len(text), "text": text, "type": "DATE", "value": value}


def test_a_document_is_its_text_its_day_and_its_mentions_without_white_space() -> None:
    assert DOCUMENT.text.startswith("Mayors & judges meet on June 9 ,")
    assert DOCUMENT.published == "2019-05-02"
    assert DOCUMENT.mentions[0] == Mention(START, START + len("on June 9"), "DATE", "2019-06-09")


def test_equal_stretches_are_paired_before_those_that_overlap() -> None:
    gold = [Mention(0, 5, "DATE", "2019"), Mention(6, 10, "DATE", "2020")]
    found = [Mention(3, 10, "DATE", "2020"), Mention(0, 5, "DATE", "2019")]
    assert align(gold, found) == [(gold[0], found[1]), (gold[1], found[0])]


def test_measures() -> None:
    """Of two mentions one is found whole with its value, the other in part, on another day; a third is none."""
    found = [mention("on June 9", "2019-06-09"), mention("Tuesday", "2019-05-07"), mention("judges", "P1D")]
    assert score({"one": DOCUMENT}, [{"id": "one", "mentions": found}]) == {
        "strict": 40.0,  # 1 of 3 found, 1 of 2 told: 2 * 1 / 5
        "relaxed": 80.0,
        "value": 40.0,
        "dates only": 50.0,  # two calendar dates on either side, as P1D is none
        "list of dates": 50.0,
        "future": 100.0,
    }


def test_nothing_found_scores_nothing() -> None:
    assert set(score({"one": DOCUMENT}, []).values()) == {0.0}
