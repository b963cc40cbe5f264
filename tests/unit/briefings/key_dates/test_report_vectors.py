from collections.abc import Sequence

import numpy as np
import pytest

from briefings.key_dates import report_vectors
from briefings.key_dates.report_vectors import ReportVectors, cosine


class Encoder:
    """Counts what it encodes; each text gets a unit vector of its own direction."""

    def __init__(self) -> None:
        self.encodings: list[str] = []

    async def encoded(self, texts: Sequence[str], role: str) -> np.ndarray:
        assert role == "passage"
        self.encodings += texts
        return np.eye(8, dtype=np.float32)[[int(text) for text in texts]]


@pytest.fixture
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture
def vectors(encoder: Encoder) -> ReportVectors:
    return ReportVectors(encoder)  # type: ignore[arg-type]  # all that is asked of models


async def test_a_text_is_encoded_once(vectors: ReportVectors, encoder: Encoder) -> None:
    await vectors.of(["1", "2"])
    found = await vectors.of(["2", "3"])
    assert encoder.encodings == ["1", "2", "3"]
    assert set(found) == {"2", "3"}
    assert await vectors.of([]) == {}


async def test_only_the_latest_are_kept(vectors: ReportVectors, encoder: Encoder, monkeypatch) -> None:
    monkeypatch.setattr(report_vectors, "MOST_KEPT", 2)
    assert set(await vectors.of(["1", "2", "3"])) == {"1", "2", "3"}
    await vectors.of(["1", "3"])
    assert encoder.encodings == ["1", "2", "3", "1"]


async def test_a_cosine_takes_both_texts(vectors: ReportVectors) -> None:
    found = await vectors.of(["1", "2"])
    assert [cosine(found, "1", other) for other in ("1", "2", "3")] == [1, 0, None]
