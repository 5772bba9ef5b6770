"""What a command does not need, it does not load."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.ui.command_line import CommandLine

_HEAVY = {
    "torch",
    "sentence_transformers",
    "transformers",
    "gradio",
    "tiktoken",
    "pandas",
    "scipy",
    "sklearn",
}
_MODELS = {"faiss", "onnxruntime", "tokenizers", "tantivy", "numpy", "pydantic_settings", "rich", "sentencex"}


def _loaded(command: CommandLine, *arguments: str) -> set[str]:
    """Return the top-level modules that a command has loaded when it ends."""
    script = (
        "import sys\n"
        "from ui.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=command.folder,
        env=command.environment(),
        capture_output=True,
        timeout=120,
        check=True,
    )
    return set(ran.stderr.decode().split())


@pytest.mark.parametrize("arguments", [("--help",), ("ask", "--help"), ("index", "--help"), ("--version",)])
def test_help_loads_no_engine(onrecord: CommandLine, arguments: tuple[str, ...]) -> None:
    loaded = _loaded(onrecord, *arguments)
    assert "typer" in loaded
    assert not loaded & (_HEAVY | _MODELS)


def test_asking_loads_no_framework(seeds: CommandLine) -> None:
    loaded = _loaded(seeds, "ask", "How many projects does the joint plan include?")
    assert {"faiss", "onnxruntime"} <= loaded
    assert not loaded & _HEAVY


@pytest.mark.parametrize("arguments", [("info",), ("show", "000_8de327bb625e098c")])
def test_looking_loads_no_model(seeds: CommandLine, arguments: tuple[str, ...]) -> None:
    assert not _loaded(seeds, *arguments) & (_HEAVY | {"onnxruntime", "tokenizers"})
