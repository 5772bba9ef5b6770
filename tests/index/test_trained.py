from __future__ import annotations

import sys
from pathlib import Path

import pytest

from index.errors import ModelUnavailable
from index.trained import trained_weights


@pytest.mark.parametrize(
    ("package", "name", "prefix", "first", "besides"),
    [
        ("index.embedders", "queries.safetensors", "encoder", 4, 0),
        ("rag", "reranker.safetensors", "bert.encoder", 0, 6),
    ],
)
def test_the_shipped_weights_are_those_of_whole_layers(
    package: str, name: str, prefix: str, first: int, besides: int
) -> None:
    """A layer has six matrices with scales and biases, and two norms; pooler and classifier are matrices."""
    weights = trained_weights(package, name)
    layers = 12 - first
    assert len(weights) == layers * (6 * 3 + 2 * 2) + besides
    for number in range(first, 12):
        assert weights[f"{prefix}.layer.{number}.output.dense.bias"].shape == (384,)
    assert f"{prefix}.layer.{first - 1}.output.dense.bias" not in weights


def test_missing_weights_are_named() -> None:
    with pytest.raises(ModelUnavailable, match=r"Trained weights \(rag/nothing\.safetensors\) are missing"):
        trained_weights("rag", "nothing.safetensors")


def test_damaged_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "torn"
    package.mkdir()
    package.joinpath("__init__.py").touch()
    package.joinpath("half.safetensors").write_bytes(b"\x10\x00\x00\x00\x00\x00\x00\x00{")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModelUnavailable, match=r"torn/half\.safetensors.*reinstall On Record"):
        trained_weights("torn", "half.safetensors")
    sys.modules.pop("torn")
