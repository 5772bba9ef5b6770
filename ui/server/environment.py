"""What Gradio and the Hugging Face libraries read from the environment when they are imported."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_QUIET = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_RUN_HISTORY": "False",
    "GRADIO_MCP_SERVER": "False",
    "GRADIO_SSR_MODE": "False",
    "GRADIO_SHARE": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}


@contextmanager
def quiet_gradio() -> Iterator[None]:
    """Let Gradio send nothing anywhere, and keep its files in a folder of its own, gone afterwards.

    Call this before anything imports gradio.
    """
    if "gradio" in sys.modules:
        raise RuntimeError("gradio was imported before its environment was set")
    with tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder:
        os.environ.update(_QUIET, GRADIO_TEMP_DIR=folder)
        yield
