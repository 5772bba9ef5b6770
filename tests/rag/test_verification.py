from __future__ import annotations

from dataclasses import replace

import pytest

from index.errors import IndexDamaged
from index.statement import Role
from rag.generators.extractive import ExtractiveGenerator
from rag.selection import quotations
from rag.verification import verify
from tests.rag.passages import TALKS, evidence

CITATION = (
    ExtractiveGenerator()
    .generate(
        "How many?",
        [
            (quotation, TALKS)
            for quotation in quotations([evidence("They know the subject well.", 1.0)], lambda _: TALKS)
        ],
    )
    .citations[0]
)


def test_a_true_citation_passes() -> None:
    verify([CITATION], lambda _: TALKS)
    assert CITATION.quote == "We send twelve experts to Geneva. They know the subject well."


@pytest.mark.parametrize(
    "false",
    [
        replace(CITATION, quote=CITATION.quote.replace("twelve", "eleven")),
        replace(CITATION, start=CITATION.start + 1),
        replace(CITATION, speaker="Ben Roth"),
        replace(CITATION, role=Role.QUESTIONER),
        replace(CITATION, start=0, quote=TALKS.text[: CITATION.end]),
    ],
)
def test_a_false_citation_never_leaves(false: object) -> None:
    with pytest.raises(IndexDamaged, match="--force"):
        verify([false], lambda _: TALKS)  # type: ignore[list-item]
