"""Training the layers on pairs of question and text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch  # noqa: TID253
from numpy.typing import NDArray
from torch import nn  # noqa: TID253

from eval.training.network import CrossEncoder
from eval.training.pairs import Pair
from eval.training.schedule import Schedule
from eval.training.states import States

_BATCH = 32
_RATE = 4e-5
_LIKE_LENGTH = 16  # batches are drawn from so many at once, sorted by length
_SURER = 1.0  # a found text must score so far below the one that answers, in logits

Logits = NDArray[np.float32]


def fit(
    network: CrossEncoder,
    pairs: Sequence[Pair],
    states: States,
    *,
    epochs: float = 1.0,
    seed: int = 0,
    said: Callable[[str], None] = print,
) -> None:
    """Train `network` in place with AdamW; weighted binary cross-entropy, linear warm-up and decay.

    Found texts that the untrained network likes as well as the one that answers may answer too, and
    are left out (Qu et al., "RocketQA", NAACL 2021: denoised hard negatives).
    """
    torch.manual_seed(seed)
    labels = torch.tensor([float(pair.label) for pair in pairs])
    weights = torch.tensor([pair.weight for pair in pairs])
    doubtful = _doubtful(pairs, score(network, states, _in_doubt(pairs)))
    chosen = np.array([i for i, pair in enumerate(pairs) if not pair.held_out and i not in doubtful])
    steps = max(1, int(epochs * len(chosen) / _BATCH))
    head = nn.ModuleList([network.pooler, network.classifier])
    schedule = Schedule([head, *reversed(network.layers)], _RATE, steps)
    for step, batch in zip(range(steps), _batches(chosen, states.lengths, seed), strict=False):
        network.train()
        hidden, there = states.batch(batch)
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(torch.from_numpy(hidden), torch.from_numpy(there)).float()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            logits, labels[batch], weight=weights[batch]
        )
        schedule.learn(loss)
        if step % 100 == 0:
            said(f"step {step} of {steps}: loss {loss.item():.3f}")


def score(network: CrossEncoder, states: States, chosen: NDArray[np.int64]) -> Logits:
    """Return the logits of the chosen pairs, shape (pairs of all,); those not chosen are nan."""
    network.eval()
    logits = np.full(len(states.lengths), np.nan, np.float32)
    ordered = chosen[np.argsort(states.lengths[chosen])]
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for first in range(0, len(ordered), _BATCH):
            batch = ordered[first : first + _BATCH]
            hidden, there = states.batch(batch)
            found = network(torch.from_numpy(hidden), torch.from_numpy(there))
            logits[batch] = found.float().numpy()
    return logits


def _in_doubt(pairs: Sequence[Pair]) -> NDArray[np.int64]:
    """Return the positions of found texts, and of the answers that they are compared with."""
    with_found = {pair.question for pair in pairs if pair.found}
    return np.array(
        [i for i, pair in enumerate(pairs) if pair.question in with_found and (pair.found or pair.label)],
        dtype=np.int64,
    )


def _doubtful(pairs: Sequence[Pair], logits: Logits) -> set[int]:
    answers: dict[int, float] = {}
    for pair, logit in zip(pairs, logits, strict=True):
        if pair.label:
            answers[pair.question] = max(answers.get(pair.question, -np.inf), float(logit))
    return {
        i
        for i, (pair, logit) in enumerate(zip(pairs, logits, strict=True))
        if pair.found and logit > answers.get(pair.question, np.inf) - _SURER
    }


def _batches(chosen: NDArray[np.int64], lengths: NDArray[np.int64], seed: int) -> Iterator[NDArray[np.int64]]:
    """Yield batches of like length, without end, every pair once before any comes again."""
    draw = np.random.default_rng(seed)
    while True:
        order = draw.permutation(chosen)
        for first in range(0, len(order), _BATCH * _LIKE_LENGTH):
            part = order[first : first + _BATCH * _LIKE_LENGTH]
            part = part[np.argsort(lengths[part])]
            starts = draw.permutation(range(0, len(part), _BATCH))
            yield from (part[start : start + _BATCH] for start in starts)
