"""The layers of the packaged networks, as they are trained."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import torch  # noqa: TID253
from torch import Tensor, nn  # noqa: TID253
from torch.nn import functional  # noqa: TID253

from eval.training.packaged import LAYERS, Array, PackagedGraph

_HEADS = 12
_EPSILON = 1e-12


class Layer(nn.Module):
    """One layer of BERT (Devlin et al., NAACL 2019), with the weights of the packaged model."""

    def __init__(self, graph: PackagedGraph, name: str, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.matrices = nn.ModuleDict(
            {key: _linear(graph, f"{name}.{part}") for key, part in _MATRICES.items()}
        )
        self.norms = nn.ModuleDict({key: _norm(graph, f"{name}.{part}") for key, part in _NORMS.items()})

    def forward(self, states: Tensor, there: Tensor) -> Tensor:
        """Return the next states, shape (pairs, tokens, width); `there` tells padding from tokens."""
        query, key, value = (self._heads(self.matrices[name](states)) for name in ("query", "key", "value"))
        attended = functional.scaled_dot_product_attention(
            query, key, value, there[:, None, None, :], self.dropout if self.training else 0.0
        )
        joined = attended.transpose(1, 2).reshape(states.shape)
        states = self.norms["attended"](states + self._drop(self.matrices["joined"](joined)))
        raised = functional.gelu(self.matrices["up"](states))
        result: Tensor = self.norms["output"](states + self._drop(self.matrices["down"](raised)))
        return result

    def _heads(self, states: Tensor) -> Tensor:
        pairs, tokens, width = states.shape
        return states.view(pairs, tokens, _HEADS, width // _HEADS).transpose(1, 2)

    def _drop(self, states: Tensor) -> Tensor:
        return functional.dropout(states, self.dropout, self.training)


class UpperLayers(nn.Module):
    """The layers from `first` on, with the weights of the packaged network."""

    def __init__(self, graph: PackagedGraph, first: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.names = [f"layer.{number}" for number in range(first, LAYERS)]
        self.layers = nn.ModuleList([Layer(graph, name, dropout) for name in self.names])

    def upper(self, states: Tensor, there: Tensor) -> Tensor:
        """Return the last states, shape (texts, tokens, width), of those of the layer below `first`."""
        for layer in self.layers:
            states = layer(states, there)
        return states

    def arrays(self, graph: PackagedGraph) -> dict[str, Array]:
        """Return the initializers that put these weights into the packaged network."""
        found: dict[str, Array] = {}
        for name, layer in zip(self.names, cast("list[Layer]", self.layers), strict=True):
            for key, part in _MATRICES.items():
                found |= _stored(graph, f"{name}.{part}", layer.matrices[key])
            for key, part in _NORMS.items():
                for kind in ("weight", "bias"):
                    stored = f"{graph.prefix}encoder.{name}.{part}.{kind}"
                    found[stored] = _numbers(getattr(layer.norms[key], kind))
        return found


class CrossEncoder(UpperLayers):
    """From hidden states of question and text to the logit that the text answers the question."""

    def __init__(self, graph: PackagedGraph, first: int, dropout: float = 0.1) -> None:
        super().__init__(graph, first, dropout)
        self.pooler = _linear(graph, "pooler.dense")
        self.classifier = _linear(graph, "classifier")

    def forward(self, states: Tensor, there: Tensor) -> Tensor:
        """Return logits, shape (pairs,)."""
        pooled = torch.tanh(self.pooler(self.upper(states, there)[:, 0]))
        dropped = functional.dropout(pooled, self.dropout, self.training)
        logits: Tensor = self.classifier(dropped)[:, 0]
        return logits

    def arrays(self, graph: PackagedGraph) -> dict[str, Array]:
        """Return the initializers that put these weights into the packaged network."""
        found = super().arrays(graph)
        for name, linear in (("pooler.dense", self.pooler), ("classifier", self.classifier)):
            found |= _stored(graph, name, linear)
        return found


class QueryEncoder(UpperLayers):
    """From hidden states of queries to their vectors."""

    def forward(self, states: Tensor, there: Tensor) -> Tensor:
        """Return unit vectors, shape (queries, width)."""
        vectors: Tensor = functional.normalize(self.upper(states, there)[:, 0].float(), dim=-1)
        return vectors


_MATRICES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "up": "intermediate.dense",
    "down": "output.dense",
}
_NORMS = {"attended": "attention.output.LayerNorm", "output": "output.LayerNorm"}


def _bias_of(graph: PackagedGraph, name: str) -> str:
    if name.startswith("layer."):
        return f"{graph.prefix}encoder.{name}.bias"
    return "classifier.bias" if name == "classifier" else f"{graph.prefix}{name}.bias"


def _linear(graph: PackagedGraph, name: str) -> nn.Linear:
    matrix = graph.matrix(name)
    linear = nn.Linear(*matrix.shape)
    linear.weight.data = torch.tensor(matrix.T.copy())
    linear.bias.data = torch.tensor(graph.arrays[_bias_of(graph, name)].copy())
    return linear


def _norm(graph: PackagedGraph, name: str) -> nn.LayerNorm:
    weight = graph.arrays[f"{graph.prefix}encoder.{name}.weight"]
    norm = nn.LayerNorm(len(weight), eps=_EPSILON)
    norm.weight.data = torch.tensor(weight.copy())
    norm.bias.data = torch.tensor(graph.arrays[f"{graph.prefix}encoder.{name}.bias"].copy())
    return norm


def _stored(graph: PackagedGraph, name: str, linear: nn.Module) -> dict[str, Array]:
    return graph.quantised(name, _numbers(linear.weight).T) | {_bias_of(graph, name): _numbers(linear.bias)}


def _numbers(values: Tensor | Any) -> Any:
    return np.ascontiguousarray(values.detach().numpy().astype(np.float32))
