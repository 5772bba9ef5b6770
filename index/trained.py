"""Weights that were trained further than those of the packaged models, and ship with the product."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Any

from numpy.typing import NDArray

from index.errors import ModelUnavailable


def trained_weights(package: str, name: str) -> dict[str, NDArray[Any]]:
    """Return the initializers in the safetensors file `name` of `package`, by their names in the network.

    Raises:
        ModelUnavailable: the file is missing or damaged.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        with as_file(files(package) / name) as path:
            weights: dict[str, NDArray[Any]] = load_file(path)
    except (OSError, SafetensorError) as error:
        place = f"{package.replace('.', '/')}/{name}"
        raise ModelUnavailable(
            f"Trained weights ({place}) are missing or damaged: reinstall On Record."
        ) from error
    return weights
