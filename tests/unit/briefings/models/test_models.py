import shutil
from pathlib import Path

import numpy as np
import pytest

from briefings.models import ModelError, Models
from briefings.models.encoder import Role
from briefings.models.files import SHIPPED

FILES = ("encoder.onnx", "reader.onnx", "shared.bin", "tokenizer.json")
KERNELS_DIFFER = 0.002
"""The figures were taken before the models shared their weights; another processor rounds its sums otherwise."""


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


@pytest.mark.parametrize(
    ("role", "text", "first_numbers"),
    [
        ("query", "When is the election?", [0.0647, -0.0561, -0.0399, -0.0566, 0.0383, -0.0469]),
        ("passage", "Выборы пройдут 2 июня.", [0.0404, -0.0308, -0.0007, -0.0404, 0.0558, -0.0211]),
        ("passage", "Сайлау 2 маусымда өтеді.", [0.0555, -0.0376, -0.0273, -0.0486, 0.0401, -0.0198]),
    ],
)
def test_vectors_are_those_of_the_encoder_as_first_exported(models: Models, role: Role, text: str, first_numbers):
    assert models.encode([text], role)[0][:6] == pytest.approx(first_numbers, abs=KERNELS_DIFFER)


@pytest.mark.parametrize(
    ("question", "passage", "span", "margin"),
    [
        ("Who opened the bridge?", "The mayor of Taraz opened the bridge on Monday.", "The mayor of Taraz", 8.005),
        ("Когда пройдут выборы?", "Выборы пройдут 2 июня.", "2 июня", 12.728),
        ("Сайлау қашан өтеді?", "Сайлау 2 маусымда өтеді.", "2 маусымда", 12.863),
    ],
)
def test_readings_are_those_of_the_reader_as_first_exported(models: Models, question, passage, span, margin):
    ((reading,),) = models.read([question], [passage], [[(0, len(passage))]])
    assert reading is not None
    assert passage[reading.start : reading.end] == span
    assert reading.margin == pytest.approx(margin, abs=100 * KERNELS_DIFFER)


async def test_both_can_be_called_without_blocking(models: Models):
    assert len(await models.encoded(["word"], "query")) == 1
    assert len(await models.reads(["who?"], ["somebody"], [[(0, 8)]])) == 1


def copy_of_models(folder: Path, *names: str) -> Path:
    for name in names:
        shutil.copy(SHIPPED / name, folder)
    return folder


@pytest.mark.parametrize("missing", FILES)
def test_a_missing_file_is_named(tmp_path: Path, missing: str):
    folder = copy_of_models(tmp_path, *({*FILES} - {missing}))
    with pytest.raises(ModelError, match=missing):
        Models.load(folder)


@pytest.mark.parametrize("damaged", ["encoder.onnx", "reader.onnx", "tokenizer.json"])
def test_a_damaged_file_is_named_in_one_line(tmp_path: Path, damaged: str):
    folder = copy_of_models(tmp_path, *FILES)
    (folder / damaged).write_bytes(b"{}")
    with pytest.raises(ModelError, match=damaged) as complaint:
        Models.load(folder)
    assert "\n" not in str(complaint.value)


@pytest.mark.parametrize("changed", FILES)
def test_a_single_changed_byte_is_seen_where_checksums_are_recorded(tmp_path: Path, changed: str):
    folder = copy_of_models(tmp_path, *FILES, "checksums.txt")
    with (folder / changed).open("r+b") as file:
        file.seek(-1000, 2)
        (old,) = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([old ^ 1]))
    with pytest.raises(ModelError, match=rf"{changed} is damaged \(its checksum"):
        Models.load(folder)


def test_a_reader_of_another_make_is_asked_for_its_own_files(tmp_path: Path):
    (tmp_path / "model.onnx").write_bytes(b"nothing")
    with pytest.raises(ModelError, match=r"model\.onnx"):
        Models.load(tmp_path)
