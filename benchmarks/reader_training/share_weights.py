"""Stores what an encoder and a reader have in common once, and writes the folder that the bot opens.

    PYTHONPATH=. python -m benchmarks.reader_training.share_weights ENCODER.onnx READER.onnx TOKENIZER.json FOLDER

Tensors that are equal byte for byte go into ``shared.bin`` (ONNX external data) in the order of the encoder; the rest
stays within ``encoder.onnx`` and ``reader.onnx``. ``checksums.txt`` is what ``sha256sum`` writes and checks. The models
given may share their weights already. The same models give the same bytes: a new reader with the same frozen layers
leaves ``encoder.onnx`` and ``shared.bin`` as they are.
"""

import argparse
import shutil
from collections.abc import Container
from pathlib import Path

import onnx
from onnx import ModelProto, TensorProto

from briefings.models.files import CHECKSUMS, checksum
from briefings.models.models import ENCODER, READER, TOKENIZER
from briefings.models.sessions import COMMON

ALIGNMENT = 64
"""In bytes: a line of a processor's cache."""
SMALLEST = 1024
"""In bytes; smaller tensors stay where they are: the runtime wants shapes and axes at hand."""

Content = tuple[int, tuple[int, ...], bytes]


def share(encoder: ModelProto, reader: ModelProto) -> bytes:
    """Make both refer to their common tensors, and return these as the content of ``shared.bin``."""
    theirs = {_content(tensor) for tensor in reader.graph.initializer}
    data, places = _laid_out([_content(tensor) for tensor in encoder.graph.initializer], theirs)
    for model in (encoder, reader):
        for tensor in model.graph.initializer:
            if (content := _content(tensor)) in places:
                _refer(tensor, places[content], len(content[-1]))
    return data


def _content(tensor: TensorProto) -> Content:
    return tensor.data_type, tuple(tensor.dims), tensor.raw_data


def _laid_out(tensors: list[Content], common: Container[Content]) -> tuple[bytes, dict[Content, int]]:
    data, places = bytearray(), dict[Content, int]()
    for content in tensors:
        if content in common and content not in places and len(content[-1]) >= SMALLEST:
            data += bytes(-len(data) % ALIGNMENT)
            places[content] = len(data)
            data += content[-1]
    return bytes(data), places


def _refer(tensor: TensorProto, offset: int, length: int) -> None:
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", COMMON), ("offset", offset), ("length", length)):
        tensor.external_data.add(key=key, value=str(value))


def write_folder(encoder: ModelProto, reader: ModelProto, tokenizer: Path, folder: Path) -> None:
    """Write all that a folder of models holds, checksums last; the models are changed as `share` does."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / COMMON).write_bytes(share(encoder, reader))
    for name, model in ((ENCODER, encoder), (READER, reader)):
        (folder / name).write_bytes(model.SerializeToString(deterministic=True))
    if tokenizer.resolve() != (folder / TOKENIZER).resolve():
        shutil.copyfile(tokenizer, folder / TOKENIZER)
    names = (ENCODER, READER, COMMON, TOKENIZER)
    (folder / CHECKSUMS).write_text("".join(f"{checksum(folder / name)}  {name}\n" for name in names))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("encoder", "reader", "tokenizer", "folder"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    write_folder(onnx.load(given.encoder), onnx.load(given.reader), given.tokenizer, given.folder)


if __name__ == "__main__":
    main()
