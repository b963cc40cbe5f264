"""Trains the reader for a given number of minutes.

    PYTHONPATH=. python -m benchmarks.reader_training.train ROWS.jsonl.gz OUT.pt --minutes 60 [--start CHECKPOINT|ONNX]

The embedding rows and the three lowest layers keep the base's weights. The learning rate falls from layer to layer
towards the bottom, and linearly over the time given. A checkpoint is written every five minutes and at the end.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.multiprocessing as processes
from torch import Tensor
from torch.nn import functional
from torch.optim import AdamW

from .base import base_reader, exported_body, full_tokenizer, installed_package
from .features import Batch, Example, batches, examples
from .model import LAYERS, Reader
from .rows import read_rows

FROZEN, LAYER_DECAY, HEAD_RATE, WEIGHT_DECAY = 3, 0.93, 5e-4, 0.01
BATCH, WARM_UP, HELD_OUT, SAVE_SECONDS = 16, 0.04, 400, 300


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train, on how many processes, from which learning rate down to which share of it."""

    seconds: float
    rate: float
    last: float
    workers: int

    def share_of_rate(self, passed: float) -> float:
        """A short warm-up, then a straight line down."""
        done = passed / self.seconds
        return min(1.0, done / WARM_UP) * (1 - (1 - self.last) * done)


def optimiser(reader: Reader, rate: float) -> AdamW:
    """AdamW over the layers that learn, each group with its own full rate under ``full``."""
    groups = [_group(list(reader.head.parameters()), min(HEAD_RATE, 4 * rate), 0.0)]
    for number in range(FROZEN, LAYERS):
        weights = list(reader.layers[number].parameters())
        layer_rate = rate * LAYER_DECAY ** (LAYERS - 1 - number)
        groups.append(_group([p for p in weights if p.ndim > 1], layer_rate, WEIGHT_DECAY))
        groups.append(_group([p for p in weights if p.ndim == 1], layer_rate, 0.0))
    return AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)


def _group(weights: list[Tensor], rate: float, decay: float) -> dict[str, object]:
    return {"params": weights, "lr": rate, "full": rate, "weight_decay": decay}


def freeze(reader: Reader) -> list[Tensor]:
    """Switch learning off below the fourth layer; the weights that still learn."""
    for part in (reader.word, reader.position, reader.norm, *reader.layers[:FROZEN]):
        part.requires_grad_(False)
    reader.token_type.requires_grad_(False)
    return [weight for weight in reader.parameters() if weight.requires_grad]


def loss_of(reader: Reader, batch: Batch) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        starts, ends = reader(batch.ids, batch.mask, batch.cmask)
    return (functional.cross_entropy(starts, batch.starts) + functional.cross_entropy(ends, batch.ends)) / 2


def endless(pool: Sequence[Example], rng: random.Random) -> Iterator[Batch]:
    while True:
        yield from batches(pool, BATCH, rng)


def train(reader: Reader, pool: Sequence[Example], out: Path, plan: Plan) -> None:
    """Train with one process for each core, all on the same weights and none waiting for another (Hogwild!, 2011).

    Two threads of one process would wait for each other at every product whenever another program takes a core.
    """
    reader.share_memory()
    spawn: Any = processes.spawn  # type: ignore[attr-defined]  # torch leaves it out of __all__
    context = spawn(worker, (reader, pool, plan), plan.workers, join=False)
    while not context.join(timeout=SAVE_SECONDS):
        torch.save(reader.body(), out)
    torch.save(reader.body(), out)


def worker(number: int, reader: Reader, pool: Sequence[Example], plan: Plan) -> None:
    """One process: its own order of the examples and its own moments, until the time is over."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    learning, adam = freeze(reader), optimiser(reader, plan.rate)
    began, average = time.monotonic(), 0.0
    for step, batch in enumerate(endless(pool, random.Random(number)), 1):
        passed = time.monotonic() - began
        if passed >= plan.seconds:
            break
        for group in adam.param_groups:
            group["lr"] = group["full"] * plan.share_of_rate(passed)
        loss = loss_of(reader, batch)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        adam.step()
        adam.zero_grad(set_to_none=True)
        average += (loss.item() - average) * max(0.02, 1 / step)
        if step % 50 == 0:
            print(f"worker {number} step {step} loss {average:.3f} at {passed:.0f} s", flush=True)


@torch.no_grad()
def held_out_figures(reader: Reader, held_out: Sequence[Example]) -> str:
    """Share of spans marked exactly, and of absent answers rejected, on rows kept out of training."""
    exact: list[bool] = []
    rejected: list[bool] = []
    for batch in batches(held_out, 20, random.Random(0)):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            starts, ends = reader(batch.ids, batch.mask, batch.cmask)
        right = (starts.argmax(1) == batch.starts) & (ends.argmax(1) == batch.ends)
        for good, place in zip(right.tolist(), batch.starts.tolist(), strict=True):
            (exact if place else rejected).append(good)
    return f"exact {sum(exact) / max(1, len(exact)):.3f}, rejected {sum(rejected) / max(1, len(rejected)):.3f}"


def starting_reader(start: Path | None) -> Reader:
    reader = base_reader(installed_package())
    if start is not None:
        body = exported_body(start) if start.suffix == ".onnx" else torch.load(start)
        reader.load_state_dict(body, strict=False)
    return reader


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--last", type=float, default=0.0)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    torch.manual_seed(1)
    tokenizer = full_tokenizer(installed_package())
    pool = list(examples(read_rows(given.rows), tokenizer, random.Random(3)))
    random.Random(2).shuffle(pool)
    reader = starting_reader(given.start)
    train(reader, pool[HELD_OUT:], given.out, Plan(given.minutes * 60, given.rate, given.last, given.workers))
    print(held_out_figures(reader, pool[:HELD_OUT]))


if __name__ == "__main__":
    main()
