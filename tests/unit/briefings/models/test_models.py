import shutil
from pathlib import Path

import numpy as np
import pytest

from briefings.models import ModelError, Models
from briefings.models.models import SHIPPED


@pytest.fixture(scope="module")
def models() -> Models:
    return Models.load()


def test_vectors_have_unit_length(models: Models):
    vectors = models.encode(["The vote is on Sunday.", "Выборы в воскресенье."], "passage")
    assert vectors.shape == (2, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-3)


def test_like_meanings_lie_close_across_languages(models: Models):
    question = models.encode(["когда выборы?"], "query")[0]
    vote, oil = models.encode(["The election will be held in June.", "The price of oil rose."], "passage")
    assert question @ vote > question @ oil


def test_the_order_of_texts_is_kept_whatever_their_length(models: Models):
    texts = ["short", "a much longer sentence about the election in the capital", "middle sized one"]
    together = models.encode(texts, "passage")
    alone = np.array([models.encode([text], "passage")[0] for text in texts])
    assert together == pytest.approx(alone, abs=0.02)


def test_nothing_to_encode_gives_nothing(models: Models):
    assert models.encode([], "query").shape == (0, 384)


def test_the_reader_marks_the_answer(models: Models):
    text = "The mayor of Taraz opened the bridge on Monday."
    ((reading,),) = models.read(["Who opened the bridge?"], [text], [[(0, len(text))]])
    assert reading is not None
    assert "mayor" in text[reading.start : reading.end]
    assert reading.margin > 0


def test_the_reader_sees_that_an_answer_is_not_there(models: Models):
    text = "Tomatoes need warm nights and much water."
    ((reading,),) = models.read(["Who opened the bridge?"], [text], [[(0, len(text))]])
    assert reading is not None
    assert reading.margin < 0


async def test_both_can_be_called_without_blocking(models: Models):
    assert len(await models.encoded(["word"], "query")) == 1
    assert len(await models.reads(["who?"], ["somebody"], [[(0, 8)]])) == 1


def copy_of_models(folder: Path, *names: str) -> Path:
    for name in names:
        shutil.copy(SHIPPED / name, folder)
    return folder


@pytest.mark.parametrize("missing", ["encoder.onnx", "reader.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(tmp_path: Path, missing: str):
    folder = copy_of_models(tmp_path, *({"encoder.onnx", "reader.onnx", "tokenizer.json"} - {missing}))
    with pytest.raises(ModelError, match=missing):
        Models.load(folder)


@pytest.mark.parametrize("damaged", ["encoder.onnx", "reader.onnx", "tokenizer.json"])
def test_a_damaged_file_is_named_in_one_line(tmp_path: Path, damaged: str):
    folder = copy_of_models(tmp_path, "encoder.onnx", "reader.onnx", "tokenizer.json")
    (folder / damaged).write_bytes(b"{}")
    with pytest.raises(ModelError, match=damaged) as complaint:
        Models.load(folder)
    assert "\n" not in str(complaint.value)


def test_a_reader_of_another_make_is_asked_for_its_own_files(tmp_path: Path):
    (tmp_path / "model.onnx").write_bytes(b"nothing")
    with pytest.raises(ModelError, match=r"model\.onnx"):
        Models.load(tmp_path)
