"""Which version of the product runs."""

from __future__ import annotations

from importlib import metadata


def product_version() -> str:
    """Return the version, as in 1.2.0; "unknown" in a checkout that is not installed."""
    try:
        return metadata.version("onrecord")
    except metadata.PackageNotFoundError:
        return "unknown"
