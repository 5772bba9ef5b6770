from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.transcript.parse import parse
from index.transcript.transcript import Transcript

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def sample() -> Callable[[str], Transcript]:
    """Parse a sample document by its name."""

    def parsed(name: str) -> Transcript:
        path = SAMPLES / f"{name}.txt"
        return parse(path.read_text(encoding="utf-8"), path.name)

    return parsed
