"""Averages the weights of checkpoints of one training: steadier in every language than its last one alone.

    PYTHONPATH=. python -m benchmarks.reader_training.average OUT.pt CHECKPOINT.pt CHECKPOINT.pt …

After Wortsman and others, "Model soups", 2022.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def averaged(bodies: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    return {name: torch.stack([body[name] for body in bodies]).mean(0) for name in bodies[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    given = parser.parse_args()
    torch.save(averaged([torch.load(path) for path in given.checkpoints]), given.out)


if __name__ == "__main__":
    main()
