from __future__ import annotations

import sys
from pathlib import Path

import pytest

from index.errors import ModelUnavailable
from index.trained import trained_weights


@pytest.mark.parametrize(
    ("package", "name"), [("index.embedders", "queries.safetensors"), ("rag", "reranker.safetensors")]
)
def test_the_shipped_weights_are_those_of_whole_layers(package: str, name: str) -> None:
    weights = trained_weights(package, name)
    biases = [key for key in weights if key.endswith("layer.11.output.dense.bias")]
    assert [weights[key].shape for key in biases] == [(384,)]


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
