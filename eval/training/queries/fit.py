"""Training the layers that read queries, against the vectors of all passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch  # noqa: TID253
from numpy.typing import NDArray
from torch import Tensor  # noqa: TID253

from eval.training.network import QueryEncoder
from eval.training.queries.answering import Query
from eval.training.schedule import Schedule
from eval.training.states import States

_BATCH = 64
_RATE = 5e-5
_TEMPERATURE = 0.03
_LEFT_OUT = -1e4  # a logit that counts as nothing

Vectors = NDArray[np.float32]


def fit(
    network: QueryEncoder,
    queries: Sequence[Query],
    states: States,
    vectors: Vectors,
    *,
    epochs: float = 1.0,
    seed: int = 0,
    said: Callable[[str], None] = print,
) -> None:
    """Train `network` in place: of all passages those that answer shall lie nearest.

    `vectors`, shape (passages, dim), stay as they are, so that the softmax runs over all of them rather
    than over those of a batch. The loss is the negative logarithm of the share of those that answer.

    Source of the loss: Karpukhin et al., "Dense Passage Retrieval for Open-Domain Question Answering",
    EMNLP 2020, equation 2, there with one answering passage.
    """
    torch.manual_seed(seed)
    chosen = np.array(
        [n for n, query in enumerate(queries) if not query.held_out for _ in range(query.times)]
    )
    steps = max(1, int(epochs * len(chosen) / _BATCH))
    schedule = Schedule([*reversed(network.layers)], _RATE, steps)
    passages = torch.from_numpy(vectors)
    for step, batch in zip(range(steps), _batches(chosen, seed), strict=False):
        network.train()
        loss = _loss(_vectors(network, states, batch) @ passages.T, [queries[n] for n in batch])
        schedule.learn(loss)
        if step % 50 == 0:
            said(f"step {step} of {steps}: loss {loss.item():.3f}")


def blend(network: QueryEncoder, untrained: QueryEncoder, share: float) -> None:
    """Move the weights of `network` back towards `untrained`: `share` of them, 0 to 1, stays trained.

    What was learnt for questions in other words than the text's is kept, and so is what the packaged
    network does for others. Source: Wortsman et al., "Robust Fine-Tuning of Zero-Shot Models", CVPR
    2022, equation 1.
    """
    with torch.no_grad():
        for weight, packaged in zip(network.parameters(), untrained.parameters(), strict=True):
            weight.copy_(torch.lerp(packaged, weight, share))


def recall(
    network: QueryEncoder, queries: Sequence[Query], states: States, vectors: Vectors, depth: int
) -> float:
    """Return the share of the held-out queries with an answering passage among the nearest `depth`.

    It lies in 0 to 1; without held-out queries it is nan.
    """
    network.eval()
    passages = torch.from_numpy(vectors)
    held_out = np.array([n for n, query in enumerate(queries) if query.held_out], dtype=np.int64)
    hits: list[bool] = []
    with torch.no_grad():
        for first in range(0, len(held_out), _BATCH):
            batch = held_out[first : first + _BATCH]
            nearest = (_vectors(network, states, batch) @ passages.T).topk(min(depth, len(vectors))).indices
            hits += [
                not set(row).isdisjoint(queries[n].answering)
                for n, row in zip(batch, nearest.tolist(), strict=True)
            ]
    return float(np.mean(hits)) if hits else float("nan")


def _vectors(network: QueryEncoder, states: States, batch: NDArray[np.int64]) -> Tensor:
    hidden, there = states.batch(batch)
    with torch.autocast("cpu", torch.bfloat16):
        vectors: Tensor = network(torch.from_numpy(hidden), torch.from_numpy(there))
    return vectors


def _loss(cosines: Tensor, batch: Sequence[Query]) -> Tensor:
    logits = cosines / _TEMPERATURE
    answering = torch.zeros_like(logits, dtype=torch.bool)
    beside = torch.zeros_like(answering)
    for line, query in enumerate(batch):
        answering[line, list(query.answering)] = True
        beside[line, list(query.beside)] = True
    logits = logits.masked_fill(beside, _LEFT_OUT)
    right = logits.masked_fill(~answering, _LEFT_OUT)
    return (torch.logsumexp(logits, 1) - torch.logsumexp(right, 1)).mean()


def _batches(chosen: NDArray[np.int64], seed: int) -> Iterator[NDArray[np.int64]]:
    """Yield batches without end, every query as often as it is chosen before any comes again."""
    draw = np.random.default_rng(seed)
    while True:
        order = draw.permutation(chosen)
        yield from (order[first : first + _BATCH] for first in range(0, len(order), _BATCH))
