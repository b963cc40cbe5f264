from datetime import date

import numpy as np

from briefings.answers.index import prepared_passages
from briefings.models.encoder import DIMENSIONS
from briefings.text import split_sentences

TEXT = "The fair is on June 9. Nobody came on May 2 or on May 3, 2019. The mayor spoke. It closes on July 1."


def test_each_passage_has_the_dates_that_it_tells() -> None:
    spans = split_sentences(TEXT, "en")
    vectors = np.zeros((len(spans), DIMENSIONS), np.float32)
    passages = prepared_passages(TEXT, "Fair", spans, vectors, "en", date(2019, 5, 5)).passages
    told = [[(passage.text[one.start : one.end], one.value) for one in passage.dates] for passage in passages]
    assert told == [
        [("June 9", "2019-06-09")],
        [("May 2", "2019-05-02"), ("May 3, 2019", "2019-05-03")],
        [],
        [("July 1", "2019-07-01")],
    ]
