"""A reader of another make: a tiny one that sees an answer in the word "Almaty", written byte by byte."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

from briefings.models import ModelError, Models

WORDS = ("[PAD]", "[CLS]", "[SEP]", "[UNK]", "where", "is", "it", "?", "the", "fair", "in", "Almaty", ".")
FLOAT, INT64 = 1, 7


def number(value: int) -> bytes:
    """A varint of the protobuf wire format."""
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + number(value >> 7)


def field(tag: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return number(tag << 3) + number(value)
    raw = value.encode() if isinstance(value, str) else value
    return number(tag << 3 | 2) + number(len(raw)) + raw


def node(kind: str, given: Iterable[str], made: str) -> bytes:
    """A NodeProto of onnx.proto3."""
    return field(1, b"".join(field(1, name) for name in given) + field(2, made) + field(4, kind))


def table(name: str, values: np.ndarray) -> bytes:
    """A TensorProto that the graph holds."""
    return field(5, field(1, len(values)) + field(2, FLOAT) + field(8, name) + field(9, values.tobytes()))


def value(tag: int, name: str, kind: int) -> bytes:
    """An input or output of two dimensions of any size."""
    shape = b"".join(field(1, field(2, size)) for size in ("batch", "sequence"))
    return field(tag, field(1, name) + field(2, field(1, field(1, kind) + field(2, shape))))


def model(outputs: tuple[str, str] = ("start_logits", "end_logits"), inputs: tuple[str, ...] = ()) -> bytes:
    """A ModelProto that gives each piece the score of its word."""
    scores = np.array([9 if word == "Almaty" else 1 if word == "[CLS]" else 0 for word in WORDS], np.float32)
    graph = table("scores", scores) + field(2, "reader")
    graph += b"".join(node("Gather", ("scores", "input_ids"), name) for name in outputs)
    graph += b"".join(value(11, name, INT64) for name in ("input_ids", "attention_mask", *inputs))
    graph += b"".join(value(12, name, FLOAT) for name in outputs)
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))


def tokenizer() -> Tokenizer:
    made = Tokenizer(WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.pre_tokenizer = BertPreTokenizer()
    made.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    return made


def folder_with(path: Path, reader: bytes) -> Path:
    (path / "model.onnx").write_bytes(reader)
    tokenizer().save(str(path / "tokenizer.json"))
    return path


@pytest.mark.parametrize("inputs", [(), ("token_type_ids",)])
def test_a_reader_of_another_make_marks_its_answer(tmp_path: Path, inputs: tuple[str, ...]):
    models = Models.load(folder_with(tmp_path, model(inputs=inputs)))
    texts = ["The fair is in Almaty.", "The fair."]
    (reported,), (untold,) = models.read(["where is it?"] * 2, texts, [[(0, len(text))] for text in texts])
    assert reported is not None
    assert (texts[0][reported.start : reported.end], reported.margin) == ("Almaty", 16)
    assert untold is not None
    assert untold.margin < 0


def test_a_question_longer_than_what_is_read_is_cut(tmp_path: Path):
    models = Models.load(folder_with(tmp_path, model()))
    ((found,),) = models.read(["is it? " * 300], ["The fair is in Almaty."], [[(0, 22)]])
    assert found is not None
    assert found.margin == 16


def test_the_encoder_is_the_one_shipped(tmp_path: Path):
    models = Models.load(folder_with(tmp_path, model()))
    assert models.encode(["where is it?"], "query").shape == (1, 384)


def test_a_model_that_reads_nothing_is_complained_of_in_one_line(tmp_path: Path):
    with pytest.raises(ModelError, match="start_logits") as complaint:
        Models.load(folder_with(tmp_path, model(outputs=("logits", "hidden"))))
    assert "\n" not in str(complaint.value)
