"""Running a packaged transformer on onnxruntime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Encoding

_PAD_ID = 0  # [PAD] of the BERT vocabulary that all packaged models share


class OnnxModel:
    """A tokenizer and a network, fed in small batches of like length.

    Length-sorted batches of 4 to 8 were the fastest on two cores: padding costs more there than
    a larger batch wins.
    """

    def __init__(
        self,
        folder: Path,
        *,
        max_tokens: int,
        batch_size: int = 8,
        batch_tokens: int | None = None,
        threads: int | None = None,
    ) -> None:
        """Load `model.onnx` and `tokenizer.json` from `folder`.

        `max_tokens` cuts longer inputs (1 to 512). A batch holds at most `batch_size` inputs and, padding
        included, `batch_tokens` tokens where that is given. `threads` defaults to one a core.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(max_tokens)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or 0
        options.log_severity_level = 3
        # Waiting threads that spin gain nothing on an idle machine and halve the speed of a busy one.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._batch_size = batch_size
        self._batch_tokens = batch_tokens or batch_size * max_tokens

    def run(
        self, inputs: Sequence[str] | Sequence[tuple[str, str]]
    ) -> Iterator[tuple[list[int], NDArray[np.float32]]]:
        """Yield, batch by batch, the positions of its inputs and the network's first output.

        The batches come in order of length, not in the order of `inputs`.
        """
        encodings = self._tokenizer.encode_batch(list(inputs))
        for positions in self._batches([len(encoding.ids) for encoding in encodings]):
            yield positions, self._forward([encodings[position] for position in positions])

    def _batches(self, lengths: Sequence[int]) -> Iterator[list[int]]:
        """Yield positions in order of length, in batches that keep to both limits."""
        batch: list[int] = []
        for position in sorted(range(len(lengths)), key=lengths.__getitem__):
            padded = (len(batch) + 1) * lengths[position]
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
