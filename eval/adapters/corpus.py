"""A data set as a corpus: its documents as files, indexed as any statements are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from eval.adapters.dataset import Dataset, DatasetQuestion, Place
from eval.bench import Bench, index_corpus
from eval.case import Case, GoldSpan, Unit
from eval.gold import relevant
from eval.opening import Models
from index.build_report import BuildProgress
from index.errors import UnknownStatement
from index.opened import open_index
from index.settings import IndexSettings
from index.statement import Role
from index.stores.content import ContentStore
from rag.filters import Filters

_ANYONE = Filters(roles=tuple(Role))  # an encyclopaedia has no principals
_NOT_FOUND = "the text of the gold answer does not stand in the indexed document"


def bench_of(
    dataset: Dataset,
    folder: Path,
    settings: IndexSettings,
    models: Models,
    progress: Callable[[BuildProgress], None] | None = None,
) -> Bench:
    """Write the documents of `dataset` under `folder`, index them there, and find its gold in them.

    Raises what `index.build.build` raises.
    """
    statements = _write(dataset, folder / "documents")
    index_dir = folder / "index"
    index_corpus(folder / "documents", index_dir, settings, models, progress)
    excluded = Counter(dataset.excluded)
    cases: list[Case] = []
    with open_index(index_dir, settings) as index:
        for question in dataset.questions:
            case = _case(question, statements, index.content)
            if case:
                cases.append(case)
            else:
                excluded[_NOT_FOUND] += 1
    return Bench(dataset.title, index_dir, settings, models, tuple(cases), dict(excluded))


def _write(dataset: Dataset, folder: Path) -> dict[str, str]:
    """Write every document once, and return its statement's id by its own; twins share a file."""
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, str] = {}
    statements: dict[str, str] = {}
    for document in dataset.documents:
        content = f"{_header(document.title)}{document.text}\n"
        if content not in written:
            written[content] = f"{len(written):07}"
            (folder / f"{written[content]}.txt").write_text(content, encoding="utf-8")
        statements[document.id] = written[content]
    return statements


def _header(title: str) -> str:
    """Return the lines above the text, so that no sentence of it is taken for the title."""
    return f"Title: {' '.join(title.split())}\n\n" if title.strip() else ""


def _case(question: DatasetQuestion, statements: Mapping[str, str], content: ContentStore) -> Case | None:
    spans = [_span(place, statements[place.document_id], content) for place in question.gold]
    found = [span for span in spans if span]
    if question.gold and not found:
        return None
    gold = _merged(found)
    by_document = {
        statements.get(document, document): grade for document, grade in question.relevance.items()
    }
    return Case(
        id=question.id,
        question=question.question,
        answerable=question.answerable,
        history=question.history,
        answers=tuple(dict.fromkeys(place.quote for place in question.gold)),
        gold=gold,
        relevance=relevant(gold, content) if gold else by_document,
        unit=Unit.PASSAGE if gold else Unit.STATEMENT,
        filters=_ANYONE,
        tags=question.tags,
    )


def _span(place: Place, statement_id: str, content: ContentStore) -> GoldSpan | None:
    """Return where the words stand in the statement, the occurrence nearest to where they should."""
    try:
        text = content.statement(statement_id).text
    except UnknownStatement:
        return None
    words = unicodedata.normalize("NFC", place.quote).split()
    body = text.find("\n\n") + 2 if text.startswith("Title: ") else 0
    found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), text)] if words else []
    if not found:
        return None
    start, end = min(found, key=lambda span: abs(span[0] - body - place.start))
    return GoldSpan(statement_id, start, end, text[start:end])


def _merged(spans: list[GoldSpan]) -> tuple[GoldSpan, ...]:
    """Return the spans without those that share characters with a longer one: annotators differ by a word."""
    kept: list[GoldSpan] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        if not any(other.touches(span.statement_id, span.start, span.end) for other in kept):
            kept.append(span)
    return tuple(kept)
