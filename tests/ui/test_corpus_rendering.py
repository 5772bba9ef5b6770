from __future__ import annotations

from datetime import UTC, date, datetime

from index.manifest import IndexManifest
from index.settings import ChunkerSettings
from index.stores.catalogue import Counts, Overview, StatementSummary
from tests.ui.terminal import Terminal
from ui.rendering.corpus import render_corpus

MANIFEST = IndexManifest(
    schema_version=1,
    product_version="1.2.3",
    built_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    embedding_model="bge-small-en-v1.5-int8",
    embedding_checksum="0123456789abcdef",
    dim=384,
    tokenizer="cl100k_base",
    chunker=ChunkerSettings(),
    statements=1,
    turns=1,
    passages=1,
    corpus_digest="fedcba9876543210",
    files={},
)


def _overview(years: dict[int, int], principals: dict[str, int]) -> Overview:
    return Overview(
        counts=Counts(sum(years.values()), 1, 1234),
        first=date(min(years), 1, 1) if years else None,
        last=date(max(years), 1, 1) if years else None,
        kinds={"speech": 1},
        years=years,
        principals=principals,
    )


def test_small_corpus(terminal: Terminal) -> None:
    printed = terminal(
        *render_corpus(
            _overview({2012: 3, 2013: 1200}, {"Anna": 7}), MANIFEST, {"content": 2_500_000}, ["/a"], []
        )
    )
    assert printed.startswith(
        "1,203 statements, dated 1 January 2012 to 1 January 2013\n"
        "1 turn, 1,234 passages\n\n"
        "Kinds (statements)\n  1  speech\n\n"
        "Principals (passages)\n  7  Anna\n\n"
        "Years (statements)\n      3  2012\n  1,200  2013\n\n"
        "Sources\n  /a\n\n"
        "Index\n  built 2026-01-02 03:04 UTC by version 1.2.3, schema 1\n"
    )
    assert "  2.5 MB on disk: content 2.5 MB\n" in printed


def test_large_corpus_is_summed_up(terminal: Terminal) -> None:
    years = dict.fromkeys(range(1989, 2013), 2)
    principals = {f"Speaker {number}": 100 - number for number in range(25)}
    printed = terminal(*render_corpus(_overview(years, principals), MANIFEST, {}, [], []))
    assert "Decades (statements)\n   2  1980s\n  20  1990s\n  20  2000s\n   6  2010s\n" in printed
    assert "   81  Speaker 19\n" in printed
    assert "  and 5 more (--json names all)\n" in printed
    assert "Speaker 20" not in printed


def test_undated_and_unnamed_corpus(terminal: Terminal) -> None:
    summary = StatementSummary("a", "Title", "speech", None, None, "a.txt", 1, 1, 1)
    lines = terminal(*render_corpus(_overview({}, {}), MANIFEST, {}, [], [summary])).splitlines()
    assert lines[0] == "0 statements"
    assert "undated     speech, a — Title" in lines
    assert not any(line.startswith(("Principals", "Years", "Decades")) for line in lines)
