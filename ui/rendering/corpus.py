"""What a corpus and its index hold, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from index.manifest import IndexManifest
from index.stores.catalogue import Overview, StatementSummary
from rag.answer import CorpusSpan
from rag.wording import searched
from ui.printable import one_line
from ui.rendering.layout import Indented, block, counted, tally

_SPEAKERS_SHOWN = 20
_YEARS_SHOWN = 20


def render_corpus(
    overview: Overview,
    manifest: IndexManifest,
    disk: Mapping[str, int],
    sources: Sequence[str],
    statements: Sequence[StatementSummary],
) -> list[RenderableType]:
    """Return the parts of what `onrecord info` prints; `disk` maps each store to its bytes."""
    span = CorpusSpan(overview.counts.statements, overview.first, overview.last)
    size = f"{counted(overview.counts.turns, 'turn')}, {counted(overview.counts.passages, 'passage')}"
    parts: list[RenderableType] = [
        Text(f"{searched(span)}\n{size}"),
        block("Kinds (statements)", tally(overview.kinds)),
        *_speakers(overview.principals),
    ]
    if overview.years:
        parts.append(_years(overview.years))
    if statements:
        parts.append(Group(*map(_summary, statements)))
    return [*parts, block("Sources", *(Text(one_line(source)) for source in sources)), _index(manifest, disk)]


def _speakers(passages: Mapping[str, int]) -> list[RenderableType]:
    if not passages:
        return []
    lines = [tally(dict(list(passages.items())[:_SPEAKERS_SHOWN]))]
    if len(passages) > _SPEAKERS_SHOWN:
        lines.append(Text(f"and {len(passages) - _SPEAKERS_SHOWN} more (--json names all)", style="dim"))
    return [block("Principals (passages)", *lines)]


def _years(statements: Mapping[int, int]) -> RenderableType:
    if len(statements) <= _YEARS_SHOWN:
        return block("Years (statements)", tally({str(year): count for year, count in statements.items()}))
    decades: Counter[str] = Counter()
    for year, count in statements.items():
        decades[f"{year // 10 * 10}s"] += count
    return block("Decades (statements)", tally(decades))


def _summary(summary: StatementSummary) -> RenderableType:
    when = summary.date.isoformat() if summary.date else "undated   "
    line = f"{when}  {one_line(summary.kind)}, {one_line(summary.id)} — {one_line(summary.title)}"
    return Indented(Text(line), "", " " * 12)


def _index(manifest: IndexManifest, disk: Mapping[str, int]) -> RenderableType:
    chunker = manifest.chunker
    facts = (
        f"built {manifest.built_at:%Y-%m-%d %H:%M} UTC by version {manifest.product_version}, "
        f"schema {manifest.schema_version}",
        f"embedding model {manifest.embedding_model}, {manifest.dim} dimensions, "
        f"checksum {manifest.embedding_checksum[:12]}",
        f"passages of at most {chunker.max_tokens} {manifest.tokenizer} tokens, "
        f"overlapping by {chunker.overlap_sentences}",
        f"corpus digest {manifest.corpus_digest[:12]}",
        f"{size(sum(disk.values()))} on disk: "
        + ", ".join(f"{name} {size(used)}" for name, used in disk.items()),
    )
    return block("Index", *(Text(one_line(fact)) for fact in facts))


def size(amount: float) -> str:
    """Return a number of bytes as people read it: 3.4 MB."""
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:,.0f} {unit}" if unit == "bytes" or amount >= 100 else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:,.1f} GB"
