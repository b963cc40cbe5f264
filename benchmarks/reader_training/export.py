"""Writes a trained reader as a small ONNX file, with the pieces of the shipped tokenizer only.

    PYTHONPATH=. python -m benchmarks.reader_training.export CHECKPOINT.pt TOKENIZER.json ENCODER.onnx FOLDER

The folder gets all that the setting ``MODELS`` wants: the reader, the encoder given, and what they have in common once.

Opset 17; inputs ``ids`` (int64), ``mask`` and ``cmask`` (float), outputs ``start`` and ``end``, all [batch, length].
Matrices take 8 bits a weight in blocks of 32 (``MatMulNBits``), embedding rows the 4 bits in which the base model
comes (``GatherBlockQuantized``).
"""

import argparse
import tempfile
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import ModelProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from tokenizers import Tokenizer

from .base import base_reader, installed_package
from .e5_package import BLOCK, Package
from .model import WIDTH, Reader
from .share_weights import write_folder

OPSET = 17
DOMAIN = "com.microsoft"
NAMES = ("ids", "mask", "cmask", "start", "end")


def kept_pieces(package: Package, tokenizer: Tokenizer) -> npt.NDArray[np.int64]:
    """For each piece of the shipped tokenizer its row in the base model."""
    rows = {piece: row for row, piece in enumerate(package.pieces)}
    return np.array([rows[str(tokenizer.id_to_token(number))] for number in range(tokenizer.get_vocab_size())])


def small_reader(checkpoint: Path, package: Package, kept: npt.NDArray[np.int64]) -> Reader:
    """The trained reader with the kept embedding rows only."""
    whole = base_reader(package).state_dict()
    reader = Reader(len(kept))
    rows = {"word.weight": whole["word.weight"][torch.from_numpy(kept)]}
    reader.load_state_dict(whole | torch.load(checkpoint) | rows)
    return reader.eval()


def traced(reader: Reader) -> ModelProto:
    """The network as an ONNX graph in floats, batch and length open."""
    ids, ones = torch.randint(4, 1000, (2, 40)), torch.ones(2, 40)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "float.onnx"
        torch.onnx.export(
            reader,
            (ids, ones, ones),
            str(path),
            input_names=NAMES[:3],
            output_names=NAMES[3:],
            opset_version=OPSET,
            dynamic_axes={name: {0: "batch", 1: "length"} for name in NAMES},
            dynamo=False,
        )
        return onnx.load(path)


def quantised(model: ModelProto) -> ModelProto:
    quantizer = MatMulNBitsQuantizer(model, bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4)
    quantizer.process()
    return cast("ModelProto", quantizer.model.model)


def with_small_embeddings(model: ModelProto, package: Package, kept: npt.NDArray[np.int64]) -> ModelProto:
    """The model with its float rows replaced by the base's own 4-bit rows."""
    graph = model.graph
    floats = next(tensor for tensor in graph.initializer if list(tensor.dims) == [len(kept), WIDTH])
    place, gather = next((n, node) for n, node in enumerate(graph.node) if floats.name in node.input)
    graph.initializer.remove(floats)
    graph.initializer.extend(embedding_tensors(package, kept))
    rows = helper.make_node(
        "GatherBlockQuantized",
        ["embedding", gather.input[1], "embedding_scale"],
        ["embedded_half"],
        domain=DOMAIN,
        bits=4,
        block_size=BLOCK,
        gather_axis=0,
        quantize_axis=1,
    )
    cast = helper.make_node("Cast", ["embedded_half"], [gather.output[0]], to=TensorProto.FLOAT)
    graph.node.remove(gather)
    graph.node.insert(place, rows)
    graph.node.insert(place + 1, cast)
    return model


def embedding_tensors(package: Package, kept: npt.NDArray[np.int64]) -> list[TensorProto]:
    """Two weights a byte, the earlier one low, and a half-precision scale for each block."""
    blocks = package.blocks("emb.word", WIDTH)[kept]
    scales = blocks[:, :, :2].copy().view("<f2").reshape(len(kept), -1)
    nibbles = np.concatenate([blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4], 2).reshape(len(kept), WIDTH)
    packed = (nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)).astype(np.uint8)
    return [numpy_helper.from_array(packed, "embedding"), numpy_helper.from_array(scales, "embedding_scale")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    package = installed_package()
    kept = kept_pieces(package, Tokenizer.from_file(str(given.tokenizer)))
    model = quantised(traced(small_reader(given.checkpoint, package, kept)))
    reader = with_small_embeddings(model, package, kept)
    write_folder(onnx.load(given.encoder), reader, given.tokenizer, given.folder)


if __name__ == "__main__":
    main()
