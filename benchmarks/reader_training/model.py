"""The network: multilingual-e5-small (a BERT of 12 layers of 384) with a span head, written out for speed on a CPU.

Plain batched products and a bf16 softmax train three to five times faster here than the stock attention does.
"""

import math
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 12, 12, 1536, 512
MASKED = -10_000.0


class _Softmax(torch.autograd.Function):
    """Softmax that stays in bf16 under autocast, which would otherwise compute it in fp32."""

    @staticmethod
    def forward(ctx: Any, scores: Tensor) -> Tensor:
        with torch.autocast("cpu", enabled=False):
            weights = torch.softmax(scores, -1)
        ctx.save_for_backward(weights)
        return weights

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> Tensor:
        (weights,) = ctx.saved_tensors
        return torch._softmax_backward_data(gradients[0].to(weights.dtype), weights, -1, weights.dtype)


def _softmax(scores: Tensor) -> Tensor:
    if torch.is_autocast_enabled("cpu"):
        return cast("Tensor", _Softmax.apply(scores))  # type: ignore[no-untyped-call]  # torch leaves it untyped
    return torch.softmax(scores, -1)


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.mix_norm(x + self.mix(self._attend(x, bias)))
        return cast("Tensor", self.out_norm(x + self.narrow(functional.gelu(self.widen(x)))))

    def _attend(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        size = WIDTH // HEADS
        query, key, value = self.qkv(x).view(batch, length, 3, HEADS, size).permute(2, 0, 3, 1, 4).unbind(0)
        weights = _softmax(torch.matmul(query * (1 / math.sqrt(size)), key.transpose(-1, -2)) + bias)
        return torch.matmul(weights, value).transpose(1, 2).reshape(batch, length, WIDTH)


class Reader(nn.Module):
    """Marks the start and the end of an answer; position 0 means "not here"."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.token_type = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.head = nn.Linear(WIDTH, 2)
        self.word.weight.requires_grad_(False)

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Hidden states, [batch, length, 384]."""
        x = self.norm(self.word(ids) + self.position.weight[: ids.shape[1]] + self.token_type)
        bias = ((1.0 - mask.to(x.dtype)) * MASKED)[:, None, None, :]
        if torch.is_autocast_enabled("cpu"):
            bias = bias.bfloat16()
        for layer in self.layers:
            x = layer(x, bias)
        return cast("Tensor", x)

    def forward(self, ids: Tensor, mask: Tensor, cmask: Tensor) -> tuple[Tensor, Tensor]:
        """Start and end logits; ``cmask`` is 1 on the passage and on position 0."""
        logits = self.head(self.encode(ids, mask).float()).float() + ((1.0 - cmask.float()) * MASKED)[:, :, None]
        return logits[:, :, 0], logits[:, :, 1]

    def body(self) -> dict[str, Tensor]:
        """All weights but the embedding rows, which are never trained: what a checkpoint holds."""
        return {name: value for name, value in self.state_dict().items() if name != "word.weight"}
