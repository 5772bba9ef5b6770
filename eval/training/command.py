"""What the training commands share: their options, and how they say how they get on."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def parser(prog: str, description: str, output: Path) -> argparse.ArgumentParser:
    """Return the options of a training that writes its weights to `output`, unless told otherwise."""
    options = argparse.ArgumentParser(prog=prog, description=description)
    options.add_argument(
        "--index", type=Path, help="an index of the corpus as it is, instead of building one"
    )
    options.add_argument("--epochs", type=float, default=1.0, help="times through all questions (default: 1)")
    options.add_argument(
        "--output", type=Path, default=output, help="where to write the weights (default: %(default)s)"
    )
    return options


def say(line: str) -> None:
    """Write a line to standard output at once: a training takes long."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
