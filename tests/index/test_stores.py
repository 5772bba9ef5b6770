"""What the three stores must do, alone and together."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.chunker import Chunker, embedding_text
from index.errors import IndexDamaged, InvalidFilter, UnknownStatement
from index.passage import Passage
from index.settings import ChunkerSettings
from index.statement import Role, Statement, Turn
from index.stores.catalogue import Catalogue, Counts
from index.stores.content import ContentStore
from index.stores.content_writer import ContentWriter
from index.stores.filter import Filter
from index.stores.texts import texts_beside
from index.stores.vectors import VectorStore
from index.stores.words import WordStore
from tests.index.hashing_embedder import HashingEmbedder

CHUNKER = Chunker(ChunkerSettings(max_tokens=32, overlap_sentences=0))


def statement(
    name: str, when: date | None, kind: str, *turns: tuple[str | None, Role, str], text: str = ""
) -> Statement:
    spans = []
    for speaker, role, words in turns:
        text += f"{speaker}: "
        spans.append(Turn(speaker, role, len(text), len(text) + len(words)))
        text += words + "\n\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = f"/statements/{name}.txt"
    return Statement(name, name.title(), kind, when, "Oslo", source, None, "en", text, tuple(spans), digest)


STATEMENTS = [
    statement(
        "press-conference",
        date(2013, 9, 12),
        "press conference",
        (None, Role.QUESTIONER, "Will the fisheries treaty be signed this year?"),
        ("Ada Brook", Role.PRINCIPAL, "The treaty on fisheries will be signed in May. " * 12),
        ("Tom Reed", Role.QUESTIONER, "And what about the Erdoğan visit?"),
        ("Ada Brook", Role.PRINCIPAL, "We expect the visit in autumn. The WHO was told."),
    ),
    statement(
        "harbour-speech",
        date(2014, 1, 1),
        "speech",
        ("Carl Ostrom", Role.PRINCIPAL, "The harbour café opens again. Ships will return to it. " * 9),
    ),
    statement(
        "undated-note",
        None,
        "speech",
        ("Ada Brook", Role.PRINCIPAL, "Nobody spoke about the treaty. The harbour was empty."),
    ),
]


@dataclass(frozen=True)
class Stores:
    content: ContentStore
    vectors: VectorStore
    words: WordStore
    rows: NDArray[np.int64]
    passages: list[Passage]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    folder = tmp_path_factory.mktemp("stores")
    with closing(ContentWriter(folder / "content.sqlite")) as writer:
        for each in STATEMENTS:
            writer.add(each, CHUNKER.chunk(each))
        writer.finish()
    content = ContentStore.load(folder / "content.sqlite")
    rows = content.rows()
    passages = content.passages(rows.tolist())
    embedder = HashingEmbedder()
    vectors = VectorStore(embedder.dim)
    vectors.add(rows, embedder.embed_documents([embedding_text(passage) for passage in passages]))
    vectors.save(folder / "vectors.faiss")
    words = WordStore.create(folder / "words")
    words.add(zip(rows.tolist(), passages, strict=True))
    yield Stores(
        content,
        VectorStore.load(folder / "vectors.faiss", mapped=True),
        WordStore.load(folder / "words"),
        rows,
        passages,
    )
    content.close()


def test_statements_come_back_as_they_went_in(stores: Stores) -> None:
    assert [stores.content.statement(each.id) for each in STATEMENTS] == STATEMENTS
    with pytest.raises(UnknownStatement, match="'nowhere'"):
        stores.content.statement("nowhere")


def test_passages_come_back_as_they_went_in(stores: Stores) -> None:
    assert stores.passages == [passage for each in STATEMENTS for passage in CHUNKER.chunk(each)]
    assert len(stores.passages) > 10
    backwards = stores.content.passages(stores.rows[::-1].tolist())
    assert backwards == stores.passages[::-1]
    of_one = stores.content.passages_of("harbour-speech")
    assert [passage for _, passage in of_one] == CHUNKER.chunk(STATEMENTS[1])
    assert stores.content.passages([row for row, _ in of_one]) == [passage for _, passage in of_one]
    assert stores.content.passages([]) == []


def test_passages_beside_one_lie_in_its_turn(stores: Stores) -> None:
    for passage in stores.passages:
        of_one = [each for _, each in stores.content.passages_of(passage.statement_id)]
        (turn,) = (
            (turn.start, turn.end)
            for turn in stores.content.statement(passage.statement_id).turns
            if turn.start <= passage.start < turn.end
        )
        for distance in (0, 1, 2):
            beside = [
                each
                for each in of_one
                if 0 < abs(each.ordinal - passage.ordinal) <= distance and turn[0] <= each.start < turn[1]
            ]
            assert stores.content.passages_beside(passage, distance) == beside
    assert any(stores.content.passages_beside(passage, 1) for passage in stores.passages)


def test_a_row_without_a_passage_is_damage(stores: Stores) -> None:
    with pytest.raises(IndexDamaged, match="99999"):
        stores.content.passages([1, 99999])


ADA, OTHERS, NOBODY = frozenset({"Ada Brook"}), frozenset({"Carl Ostrom", "Tom Reed"}), frozenset({"Nobody"})
PERIODS = (
    (None, None),
    (date(2013, 9, 12), date(2013, 9, 12)),
    (date(2013, 9, 13), None),
    (None, date(2014, 1, 1)),
)
FILTERS = [
    Filter(speakers, roles, kinds, statements, since, until)
    for speakers, roles, kinds, statements, (since, until) in product(
        (None, ADA, OTHERS, NOBODY, frozenset[str]()),
        (None, frozenset({Role.PRINCIPAL}), frozenset({Role.QUESTIONER, Role.MODERATOR})),
        (None, frozenset({"speech"}), frozenset({"press conference", "speech"})),
        (None, frozenset({"undated-note", "press-conference"}), frozenset({"nowhere"})),
        PERIODS,
    )
]


def meets(passage: Passage, wanted: Filter) -> bool:
    return (
        (wanted.speakers is None or passage.speaker in wanted.speakers)
        and (wanted.roles is None or passage.role in wanted.roles)
        and (wanted.kinds is None or passage.kind in wanted.kinds)
        and (wanted.statements is None or passage.statement_id in wanted.statements)
        and (wanted.since is None or (passage.date is not None and passage.date >= wanted.since))
        and (wanted.until is None or (passage.date is not None and passage.date <= wanted.until))
    )


def test_all_engines_filter_alike(stores: Stores) -> None:
    everything = len(stores.rows)
    query = HashingEmbedder().embed_query("treaty harbour visit")
    all_words = " ".join(passage.text for passage in stores.passages)
    assert {row for row, _ in stores.words.search(all_words, everything)} == set(stores.rows.tolist())
    sizes = set()
    for wanted in FILTERS:
        expected = [
            row
            for row, passage in zip(stores.rows.tolist(), stores.passages, strict=True)
            if meets(passage, wanted)
        ]
        rows = stores.content.rows_matching(wanted)
        assert rows.tolist() == expected
        assert {row for row, _ in stores.vectors.search(query, everything, rows)} == set(expected)
        assert {row for row, _ in stores.words.search(all_words, everything, wanted)} == set(expected)
        sizes.add(len(expected))
    assert len(sizes) > 5


def test_a_filter_changes_no_score(stores: Stores) -> None:
    wanted = Filter(kinds=frozenset({"speech"}), since=date(2000, 1, 1))
    rows = set(stores.content.rows_matching(wanted).tolist())
    everything = dict(stores.words.search("harbour treaty ships", 100))
    filtered = dict(stores.words.search("harbour treaty ships", 100, wanted))
    assert filtered == pytest.approx({row: score for row, score in everything.items() if row in rows})


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidFilter, match="since 2014-01-02 and until 2014-01-01"):
        Filter(since=date(2014, 1, 2), until=date(2014, 1, 1))


def test_the_catalogue(stores: Stores) -> None:
    catalogue = Catalogue(stores.content.database)
    assert catalogue.counts() == Counts(3, 6, len(stores.rows))
    assert catalogue.dates() == (date(2013, 9, 12), date(2014, 1, 1))
    assert catalogue.statement_ids() == ["harbour-speech", "press-conference", "undated-note"]
    assert catalogue.kinds() == ["press conference", "speech"]
    assert catalogue.titles()["undated-note"] == "Undated-Note"
    assert catalogue.speakers() == ["Ada Brook", "Carl Ostrom", "Tom Reed"]
    assert catalogue.speakers(Role.PRINCIPAL) == ["Ada Brook", "Carl Ostrom"]
    summaries = catalogue.summaries()
    assert [summary.id for summary in summaries] == ["undated-note", "press-conference", "harbour-speech"]
    assert summaries[1].turns == 4
    assert summaries[1].characters == len(STATEMENTS[0].text)
    assert sum(summary.passages for summary in summaries) == len(stores.rows)
    overview = catalogue.overview()
    assert overview.kinds == {"speech": 2, "press conference": 1}
    assert overview.years == {2013: 1, 2014: 1}
    principals = [passage.speaker for passage in stores.passages if passage.role is Role.PRINCIPAL]
    assert overview.principals == {name: principals.count(name) for name in set(principals)}


def test_vectors_are_searched_exactly(stores: Stores) -> None:
    query = HashingEmbedder().embed_query("the fisheries treaty")
    scores = stores.vectors.vectors(stores.rows) @ query
    expected = sorted(
        zip(stores.rows.tolist(), scores.tolist(), strict=True), key=lambda hit: (-hit[1], hit[0])
    )
    found = stores.vectors.search(query, 7)
    assert [score for _, score in found] == pytest.approx([score for _, score in expected[:7]])
    assert stores.vectors.search(query, 1000)[-1][1] == pytest.approx(expected[-1][1])
    assert stores.vectors.search(query, 0) == []


@example([1] * 60, 2)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=60), st.integers(1, 70))
def test_equal_vectors_are_ranked_by_row(kinds: list[int], k: int) -> None:
    unit = np.eye(4, dtype=np.float32)
    order = np.random.default_rng(0).permutation(len(kinds))
    store = VectorStore(4)
    store.add(order + 1, unit[np.array(kinds)[order]])
    found = store.search(np.array([0.1, 0.4, 0.2, 0.3], dtype=np.float32), k)
    expected = sorted(range(len(kinds)), key=lambda row: ({1: 0, 3: 1, 2: 2, 0: 3}[kinds[row]], row))
    assert [row - 1 for row, _ in found] == expected[:k]


def test_vectors_can_be_removed() -> None:
    store = VectorStore(4)
    store.add(np.array([5, 7, 9]), np.eye(4, dtype=np.float32)[:3])
    store.remove(np.array([7, 8]))
    assert store.rows().tolist() == [5, 9]
    assert [row for row, _ in store.search(np.ones(4, dtype=np.float32), 10)] == [5, 9]
    assert store.vectors(np.array([9])).tolist() == [[0, 0, 1, 0]]
    with pytest.raises(IndexDamaged, match="no vector"):
        store.vectors(np.array([7]))


def test_words_are_found_by_stem_and_without_accents(stores: Stores) -> None:
    def texts(query: str) -> list[str]:
        return [stores.passages[row - 1].text for row, _ in stores.words.search(query, 3)]

    assert "visit" in texts("Erdogan visiting")[0]
    assert "café" in texts("CAFE")[0]
    assert stores.words.search("unheard-of", 5) == []


def test_equal_scores_are_ranked_by_row(stores: Stores) -> None:
    hits = stores.words.search("harbour cafe ships", 100)
    assert hits == sorted(hits, key=lambda hit: (-hit[1], hit[0]))
    assert len({score for _, score in hits}) < len(hits)
    for k in range(1, len(hits)):
        assert stores.words.search("harbour cafe ships", k) == hits[:k]


def test_stop_words_count_only_where_nothing_else_is_asked(stores: Stores) -> None:
    assert stores.words.search("What is it about the treaty?", 9) == stores.words.search("treaty", 9)
    assert stores.words.search("about it", 9)
    who = stores.words.search("What did the WHO do?", 9)
    assert [stores.passages[row - 1].text for row, _ in who] == [
        passage.text for passage in stores.passages if "WHO" in passage.text
    ]


@pytest.mark.parametrize(
    "text", ["", "  ", '"', "(((", "title:", "AND OR NOT", "+-&&||!(){}[]^~*?:\\/", "\0"]
)
def test_no_character_has_a_meaning_in_a_query(stores: Stores, text: str) -> None:
    assert stores.words.search(f"{text} treaty {text}", 5)[:1] == stores.words.search("treaty", 1)
    stores.words.search(text, 5)


@given(text=st.text())
def test_no_text_breaks_a_query(stores: Stores, text: str) -> None:
    assert len(stores.words.search(text, 3)) <= 3


def test_stores_can_be_shared_between_threads(stores: Stores) -> None:
    query = HashingEmbedder().embed_query("harbour")

    def ask(_: int) -> tuple[list[Passage], list[tuple[int, float]]]:
        hits = stores.vectors.search(query, 5)
        return stores.content.passages([row for row, _ in hits]), stores.words.search("harbour", 5)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(64)))
    assert all(answer == answers[0] for answer in answers)


def test_a_flipped_byte_never_becomes_a_quotation(tmp_path: Path) -> None:
    path = tmp_path / "content.sqlite"
    with closing(ContentWriter(path)) as writer:
        writer.add(STATEMENTS[0], CHUNKER.chunk(STATEMENTS[0]))
        writer.finish()
    (texts,) = texts_beside(path).iterdir()
    texts.write_bytes(texts.read_bytes().replace(b"will be signed in May", b"will be signed in Mai", 1))
    with closing(ContentStore.load(path)) as content:
        for read in (lambda: content.passages([2]), lambda: content.statement("press-conference")):
            with pytest.raises(IndexDamaged, match=rf"press-conference.*{texts.name}.* index --force"):
                read()


def test_rows_are_never_used_again_and_removed_text_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "content.sqlite"
    with closing(ContentWriter(path)) as writer:
        for each in STATEMENTS:
            writer.add(each, CHUNKER.chunk(each))
        last = int(writer.store.rows()[-1])
        writer.remove("undated-note")
        writer.finish()
    stored = b"".join(file.read_bytes() for file in (path, *texts_beside(path).iterdir()))
    assert b"harbour caf" in stored
    for gone in (b"Nobody spoke", b"undated-note", b"Undated-Note"):
        assert gone not in stored
    with closing(ContentWriter(path)) as writer:
        writer.add(STATEMENTS[2], CHUNKER.chunk(STATEMENTS[2]))
        assert int(writer.store.rows()[-1]) == last + 1
        assert Catalogue(writer.store.database).counts().turns == 6


def test_what_is_not_committed_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "content.sqlite"
    with closing(ContentWriter(path)) as writer:
        writer.add(STATEMENTS[0], CHUNKER.chunk(STATEMENTS[0]))
    with closing(ContentStore.load(path)) as content:
        assert content.rows().size == 0


def test_passages_that_break_their_promise_are_not_stored(tmp_path: Path) -> None:
    first, second, *_ = CHUNKER.chunk(STATEMENTS[0])
    with closing(ContentWriter(tmp_path / "content.sqlite")) as writer:
        with pytest.raises(ValueError, match="lies in no turn"):
            writer.add(STATEMENTS[0], [replace(first, end=second.end)])
        with pytest.raises(ValueError, match="does not stand before it"):
            writer.add(STATEMENTS[1], [replace(CHUNKER.chunk(STATEMENTS[1])[0], question="Never asked?")])


@pytest.mark.parametrize("content", [b"", b"not a store", b"IxM2" + bytes(40)])
def test_unreadable_files_are_damage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store"
    path.write_bytes(content)
    with pytest.raises(IndexDamaged, match="--force"):
        VectorStore.load(path, mapped=True)
    with pytest.raises(IndexDamaged, match="--force"), closing(ContentStore.load(path)) as store:
        store.rows()
    with pytest.raises(IndexDamaged, match="--force"):
        WordStore.load(path)
    with pytest.raises(IndexDamaged, match="--force"):
        ContentStore.load(tmp_path / "nothing").rows()


def test_a_published_store_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "content.sqlite"
    with closing(ContentWriter(path)) as writer:
        writer.finish()
    with closing(ContentStore.load(path)) as content, pytest.raises(IndexDamaged) as caught:
        content.database.execute("DELETE FROM statements")
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
