"""A packaged network as a graph whose weights can be read and written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LAYERS = 12
_LAYER_WEIGHT = re.compile(r"(?:/bert)?/encoder/(layer\.\d+)/(.+)/MatMul_quant")
_EXACT = 1e-4  # of a step: so near, a number lies on the grid
_INPUTS = ["input_ids", "attention_mask", "token_type_ids"]

Array = NDArray[Any]


@dataclass(frozen=True)
class PackagedGraph:
    """`model.onnx` of a BERT in int8, as onnxruntime's dynamic quantisation writes it.

    A matrix W is stored as integers with one scale, or one a column: W = scale * integers, zero being 0.
    `weights` take the place of its initializers of those names, as an earlier training wrote them.
    """

    path: Path
    weights: Mapping[str, Array] = field(default_factory=dict)

    @cached_property
    def _model(self) -> Any:
        import onnx

        return onnx.load(str(self.path))

    @cached_property
    def arrays(self) -> dict[str, Array]:
        """All initializers by name, those of `weights` in place of the packaged ones."""
        from onnx import numpy_helper

        packaged = {item.name: numpy_helper.to_array(item) for item in self._model.graph.initializer}
        return {**packaged, **self.weights}

    @cached_property
    def prefix(self) -> str:
        """What stands before the names of BERT's own weights: "bert." under a head, else nothing."""
        return "bert." if any(name.startswith("bert.") for name in self.arrays) else ""

    @cached_property
    def stored_as(self) -> dict[str, str]:
        """The name in the graph of each quantised matrix, by its name in BERT ("layer.8.output.dense")."""
        names: dict[str, str] = {}
        for node in self._model.graph.node:
            if node.op_type == "MatMulInteger":
                stored = node.input[1].removesuffix("_quantized")
                layer = _LAYER_WEIGHT.match(node.name)
                known = f"{layer[1]}.{layer[2].replace('/', '.')}" if layer else stored
                names[known.removeprefix("bert.").removesuffix(".weight")] = stored
        return names

    def matrix(self, name: str) -> NDArray[np.float32]:
        """Return a quantised matrix as floats, shape (inputs, outputs)."""
        stored = self.stored_as[name]
        integers = self.arrays[f"{stored}_quantized"].astype(np.float32)
        return np.asarray(integers * self.arrays[f"{stored}_scale"], dtype=np.float32)

    def quantised(self, name: str, matrix: NDArray[np.float32]) -> dict[str, Array]:
        """Return the initializers that store `matrix` under `name`; the same matrix gives the same ones.

        Each number is rounded up or down at random, the likelier the nearer. The packaged numbers lie on the
        grid, and most changes are smaller than half of its step: to the nearest, all of these would be lost.

        Source: Gupta et al., "Deep Learning with Limited Numerical Precision", ICML 2015, section 3.
        """
        stored = self.stored_as[name]
        a_column = self.arrays[f"{stored}_scale"].ndim > 0
        scale = np.asarray(np.abs(matrix).max(axis=0 if a_column else None) / 127, dtype=np.float32)
        draws = np.random.default_rng(list(name.encode())).uniform(_EXACT, 1 - _EXACT, matrix.shape)
        # safetensors writes the memory as it lies, so it must lie in the order of the rows
        integers = np.ascontiguousarray(np.clip(np.floor(matrix / scale + draws), -127, 127), dtype=np.int8)
        return {f"{stored}_quantized": integers, f"{stored}_scale": scale}

    def lower(self, layers: int) -> Any:
        """Return a session of the first `layers` layers alone, or of the embeddings where that is 0.

        It gives their hidden states.
        """
        import onnxruntime
        from onnx.utils import Extractor

        last = f"encoder/layer.{layers - 1}/output" if layers else "embeddings"
        states = f"/{self.prefix.replace('.', '/')}{last}/LayerNorm/Add_1_output_0"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        cut = Extractor(self._model).extract_model(_INPUTS, [states])
        return onnxruntime.InferenceSession(
            cut.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
