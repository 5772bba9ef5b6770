"""Hidden states below the layers that are trained, computed once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_WIDTH = 384
_MOST_TOKENS = 320
_BATCH = 4
_THREADS = 2


@dataclass(frozen=True)
class States:
    """Hidden states of all inputs, one after the other: `values` has the shape (tokens, 384).

    Input i has the rows `offsets[i]` to `offsets[i + 1]`.
    """

    values: NDArray[np.float16]
    offsets: NDArray[np.int64]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """The number of tokens of each input."""
        return np.diff(self.offsets)

    def batch(self, chosen: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Return the padded states, shape (inputs, tokens, 384), and where they are no padding."""
        lengths = self.lengths[chosen]
        states = np.zeros((len(chosen), int(lengths.max()), _WIDTH), np.float32)
        there = np.zeros(states.shape[:2], bool)
        for line, (pair, length) in enumerate(zip(chosen, lengths, strict=True)):
            states[line, :length] = self.values[self.offsets[pair] : self.offsets[pair + 1]]
            there[line, :length] = True
        return states, there


def compute(
    session: Any, tokenizer_file: Path, texts: Sequence[tuple[str, str]] | Sequence[str], scratch: Path
) -> States:
    """Return the states of `texts`, or of pairs of them; they are kept in the file `scratch`.

    It takes some 800 bytes a token.
    """
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.enable_truncation(_MOST_TOKENS)
    tokenizer.no_padding()
    encodings = tokenizer.encode_batch(list(texts))
    lengths = np.array([len(encoding.ids) for encoding in encodings])
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    values = np.lib.format.open_memmap(scratch, "w+", np.float16, (int(offsets[-1]), _WIDTH))

    def forward(chosen: NDArray[np.int64]) -> None:
        width = int(lengths[chosen].max())
        feed = {name: np.zeros((len(chosen), width), np.int64) for name in ("ids", "mask", "types")}
        for line, pair in enumerate(chosen):
            feed["ids"][line, : lengths[pair]] = encodings[pair].ids
            feed["mask"][line, : lengths[pair]] = 1
            feed["types"][line, : lengths[pair]] = encodings[pair].type_ids
        inputs = zip(("input_ids", "attention_mask", "token_type_ids"), feed.values(), strict=True)
        (states,) = session.run(None, dict(inputs))
        for line, pair in enumerate(chosen):
            values[offsets[pair] : offsets[pair + 1]] = states[line, : lengths[pair]]

    with ThreadPoolExecutor(_THREADS) as workers:
        list(workers.map(forward, _by_length(lengths)))
    return States(values, offsets)


def _by_length(lengths: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    order = np.argsort(-lengths)
    for first in range(0, len(order), _BATCH):
        yield order[first : first + _BATCH]
