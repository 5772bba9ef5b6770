"""The words of passages, searched by BM25."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Document, FieldType, Occur, Query, SchemaBuilder

from index.dates import long_date
from index.errors import IndexDamaged
from index.passage import Passage
from index.stores.analysis import analyzer, query_terms
from index.stores.filter import Filter
from index.stores.ranking import Scored, best

_BOOSTS = {"text": 1.0, "question": 0.5, "title": 0.5, "speaker": 0.25}
"""The searched fields. What the passage itself says counts most; its context only helps."""

_ANALYZER = "english_words"
_WRITER_BYTES = 64 * 2**20


class WordStore:
    """A Tantivy index of passages, keyed by their rows.

    Scores are BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, with
    Tantivy's k1 = 1.2 and b = 0.75), summed over the searched fields. Tantivy goes on counting
    removed passages in its document frequencies until it merges the segments that hold them, and
    scores should depend on the corpus, not on its history. Hence a small store is written anew after
    a removal, and a large one once a share of it is dead.
    """

    def __init__(self, index: tantivy.Index) -> None:
        index.register_tokenizer(_ANALYZER, analyzer())
        self._index = index
        self._searcher = index.searcher()

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make an empty store in `folder`, which must not exist."""
        folder.mkdir()
        return cls(tantivy.Index(_schema(), path=str(folder), reuse=False))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the store in `folder`.

        Raises:
            IndexDamaged: a file is missing, cut short, or of another version.
        """
        try:
            if os.access(folder, os.W_OK):
                return cls(_opened(folder))
            # Tantivy makes lock files even to read; where it may not, it gets a folder of links.
            with tempfile.TemporaryDirectory() as links:
                for path in folder.iterdir():
                    if path.suffix != ".lock":
                        (Path(links) / path.name).symlink_to(path.resolve())
                return cls(_opened(Path(links)))
        except (ValueError, OSError) as error:
            raise IndexDamaged(
                f"The words of the index cannot be read from {folder}: "
                "rebuild it with `onrecord index --force`."
            ) from error

    def __len__(self) -> int:
        return self._searcher.num_docs

    def rows(self) -> NDArray[np.int64]:
        """Return the rows that have a word entry, in no particular order."""
        hits = self._searcher.search(Query.all_query(), max(1, len(self)), count=False).hits
        found = self._searcher.fast_field_values("row", [address for _, address in hits])
        return np.array(found, dtype=np.int64)

    def add(self, passages: Iterable[tuple[int, Passage]]) -> None:
        """Add passages under their rows and make them durable; no row may be in the store yet."""
        # One thread gives the same order of documents in every build of the same corpus.
        writer = self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        for row, passage in passages:
            writer.add_document(_document(row, passage))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def remove(self, statement_ids: Iterable[str]) -> None:
        """Remove the passages of statements, and make that durable."""
        writer = self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        for statement_id in statement_ids:
            writer.delete_documents_by_term("statement", statement_id)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def uses(self, stem: str) -> bool:
        """Tell whether a searched field of any passage has a word with this stem."""
        return any(self._searcher.doc_freq(field, stem) > 0 for field in _BOOSTS)

    def search(self, text: str, k: int, filter: Filter | None = None) -> list[Scored]:  # noqa: A002
        """Return at most `k` rows by falling BM25 score, ties by row.

        `text` is data: no character in it has a meaning of its own. The filter acts inside the
        search, and does not touch the scores.
        """
        terms = query_terms(text)
        if k < 1 or not terms:
            return []
        query = self._query(terms, filter)
        searcher = self._searcher

        def fetch(limit: int) -> list[Scored]:
            hits = searcher.search(query, limit, count=False).hits
            rows = searcher.fast_field_values("row", [address for _, address in hits])
            return [(int(row or 0), float(score)) for row, (score, _) in zip(rows, hits, strict=True)]

        return best(fetch, k)

    def _query(self, terms: list[str], filter: Filter | None) -> Query:  # noqa: A002
        schema = self._index.schema
        words = [
            (Occur.Should, Query.boost_query(Query.term_query(schema, field, term, "freq"), boost))
            for term in terms
            for field, boost in _BOOSTS.items()
        ]
        conditions = [
            (Occur.Must, Query.const_score_query(condition, 0.0))
            for condition in (_conditions(schema, filter) if filter else ())
        ]
        return Query.boolean_query([(Occur.Must, Query.boolean_query(words)), *conditions])


def _opened(folder: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(folder))
    # The files never change after publication: without this a thread would watch them.
    index.config_reader(reload_policy="manual")
    return index


def _schema() -> tantivy.Schema:
    builder = SchemaBuilder()
    for field in _BOOSTS:
        builder.add_text_field(field, tokenizer_name=_ANALYZER, index_option="freq")
    for field in ("exact_speaker", "role", "kind", "statement"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    # Signed, because an unsigned field makes the Python binding panic on a range.
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_integer_field("row", fast=True)
    return builder.build()


def _document(row: int, passage: Passage) -> Document:
    document = Document()
    document.add_integer("row", row)
    document.add_text("text", passage.text)
    document.add_text("title", passage.title)
    document.add_text("role", passage.role.value)
    document.add_text("kind", passage.kind)
    document.add_text("statement", passage.statement_id)
    if passage.question:
        document.add_text("question", passage.question)
    if passage.speaker:
        document.add_text("speaker", passage.speaker)
        document.add_text("exact_speaker", passage.speaker)
    if passage.date:
        document.add_text("title", long_date(passage.date))
        document.add_integer("day", passage.date.toordinal())
    return document


def _conditions(schema: tantivy.Schema, filter: Filter) -> Iterable[Query]:  # noqa: A002
    values = {
        "exact_speaker": filter.speakers,
        "role": filter.roles,
        "kind": filter.kinds,
        "statement": filter.statements,
    }
    for field, wanted in values.items():
        if wanted is not None:
            yield Query.term_set_query(schema, field, sorted(str(value) for value in wanted))
    if filter.since or filter.until:
        since = filter.since.toordinal() if filter.since else None
        until = filter.until.toordinal() if filter.until else None
        yield Query.range_query(schema, "day", FieldType.Integer, since, until)
