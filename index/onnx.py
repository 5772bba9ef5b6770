"""Running a packaged transformer on onnxruntime."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Encoding

_PAD_ID = 0  # [PAD] of the BERT vocabulary that all packaged models share


class OnnxModel:
    """A tokenizer and a network, fed in small batches of like length.

    Each batch runs on one thread, and as many at once as there are cores: threads that share a batch
    wait for each other. Small batches of like length were the fastest, since padding costs more than
    a larger batch wins. Safe to share between threads, which then share the cores.
    """

    def __init__(
        self,
        folder: Path,
        *,
        max_tokens: int,
        batch_size: int = 8,
        batch_tokens: int | None = None,
        threads: int | None = None,
        weights: Mapping[str, NDArray[Any]] | None = None,
    ) -> None:
        """Load `model.onnx` and `tokenizer.json` from `folder`.

        `max_tokens` cuts longer inputs (1 to 512). A batch holds at most `batch_size` inputs and, padding
        included, `batch_tokens` tokens where that is given. `threads` is the number of batches at once,
        by default one a core. `weights` take the place of the network's initializers of those names,
        whose types and shapes they must have.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(max_tokens)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._weights = [  # the session reads them where they lie
            (name, onnxruntime.OrtValue.ortvalue_from_numpy(array)) for name, array in (weights or {}).items()
        ]
        for name, value in self._weights:
            options.add_initializer(name, value)
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._threads = threads or _cores()
        self._workers = ThreadPoolExecutor(self._threads, thread_name_prefix="onnx")
        self._batch_size = batch_size
        self._batch_tokens = batch_tokens or batch_size * max_tokens

    def run(
        self, inputs: Sequence[str] | Sequence[tuple[str, str]]
    ) -> Iterator[tuple[list[int], NDArray[np.float32]]]:
        """Yield, batch by batch, the positions of its inputs and the network's first output.

        The batches come in order of length, the longest inputs first, not in the order of `inputs`.
        """
        encodings = self._tokenizer.encode_batch(list(inputs))
        running: deque[tuple[list[int], Future[NDArray[np.float32]]]] = deque()
        for positions in self._batches([len(encoding.ids) for encoding in encodings]):
            batch = [encodings[position] for position in positions]
            running.append((positions, self._workers.submit(self._forward, batch)))
            if len(running) > 2 * self._threads:  # outputs are large: no more of them than needed
                yield _finished(running)
        while running:
            yield _finished(running)

    def _batches(self, lengths: Sequence[int]) -> Iterator[list[int]]:
        """Yield positions by falling length, in batches that keep to both limits."""
        batch: list[int] = []
        for position in sorted(range(len(lengths)), key=lambda position: -lengths[position]):
            padded = (len(batch) + 1) * lengths[batch[0] if batch else position]
            if batch and (len(batch) == self._batch_size or padded > self._batch_tokens):
                yield batch
                batch = []
            batch.append(position)
        if batch:
            yield batch

    def _forward(self, batch: Sequence[Encoding]) -> NDArray[np.float32]:
        width = max(len(encoding.ids) for encoding in batch)
        shape = (len(batch), width)
        ids = np.full(shape, _PAD_ID, dtype=np.int64)
        mask = np.zeros(shape, dtype=np.int64)
        types = np.zeros(shape, dtype=np.int64)
        for line, encoding in enumerate(batch):
            length = len(encoding.ids)
            ids[line, :length] = encoding.ids
            mask[line, :length] = 1
            types[line, :length] = encoding.type_ids
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        output: NDArray[np.float32] = self._session.run(None, feed)[0]
        return output


def _finished(
    running: deque[tuple[list[int], Future[NDArray[np.float32]]]],
) -> tuple[list[int], NDArray[np.float32]]:
    positions, output = running.popleft()
    return positions, output.result()


def _cores() -> int:
    """Return the number of cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux tells
        return os.cpu_count() or 1
