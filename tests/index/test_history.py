"""The states that are kept, and the way back."""

from __future__ import annotations

import os

import pytest

from index.build import build
from index.errors import IndexDamaged, IndexNotFound, NoSuchGeneration
from index.generation import current
from index.history import history, rollback
from index.settings import HistorySettings
from tests.index.corpus_folder import SUMMIT, TREATY, Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS

KEPT = HASHING_SETTINGS.history


@pytest.fixture
def grown(corpus: Corpus) -> Corpus:
    """Three states: two statements, a third one, and one of them changed while one is gone."""
    corpus.build()
    corpus.write("summit.txt", SUMMIT)
    corpus.build()
    (corpus.sources / "2014" / "harbour.md").unlink()
    corpus.write("2013-09-12-treaty.txt", TREATY.replace("May", "June"))
    corpus.build()
    return corpus


def test_history_tells_what_each_state_changed(grown: Corpus) -> None:
    states = history(grown.index_dir)
    assert [state.generation for state in states] == ["000001", "000002", "000003"]
    assert [state.published for state in states] == [False, False, True]
    assert [state.statements for state in states] == [2, 3, 2]
    assert [(state.added, state.changed, state.removed) for state in states] == [
        (None, None, None),
        (1, 0, 0),
        (0, 1, 1),
    ]
    assert all(state.bytes > 0 and state.built_at and not state.unreadable for state in states)


@pytest.mark.parametrize("kept", [2, 5])
def test_as_many_states_are_kept_as_the_settings_say(corpus: Corpus, kept: int) -> None:
    settings = HASHING_SETTINGS.model_copy(update={"history": HistorySettings(generations=kept)})
    for month in ("May", "June", "July", "August"):
        corpus.write("2013-09-12-treaty.txt", TREATY.replace("May", month))
        build(corpus.index_dir, [corpus.sources], settings, embedder=corpus.embedder)
    assert len(history(corpus.index_dir)) == min(kept, 4)


def test_a_clock_that_was_set_back_does_not_disturb_the_order(grown: Corpus) -> None:
    manifest = current(grown.index_dir).manifest
    text = manifest.read_text()
    manifest.write_text(text.replace('"built_at": "20', '"built_at": "21'))
    grown.write("summit.txt", SUMMIT.replace("October", "November"))
    grown.build()
    states = history(grown.index_dir)
    assert [state.generation for state in states] == ["000002", "000003", "000004"]
    assert states[-1].published
    assert grown.statements() == ["2013-09-12-treaty", "summit"]


def test_rollback_and_back_again(grown: Corpus) -> None:
    assert rollback(grown.index_dir, None, KEPT) == ("000002", "000004")
    assert grown.statements() == ["2013-09-12-treaty", "2014-harbour", "summit"]
    assert rollback(grown.index_dir, None, KEPT) == ("000003", "000005")
    assert grown.statements() == ["2013-09-12-treaty", "summit"]
    assert rollback(grown.index_dir, "4", KEPT) == ("000004", "000006")
    assert len(grown.statements()) == 3
    assert grown.build().changes.removed == ("2014-harbour",)  # the sources are what they are


def test_rollback_to_nowhere_is_refused(corpus: Corpus) -> None:
    with pytest.raises(IndexNotFound):
        rollback(corpus.index_dir, None, KEPT)
    corpus.build()
    with pytest.raises(NoSuchGeneration, match="nothing but the published one"):
        rollback(corpus.index_dir, None, KEPT)
    corpus.write("summit.txt", SUMMIT)
    corpus.build()
    for name in ("000007", "x", "../000001"):
        with pytest.raises(NoSuchGeneration, match="choose one of 000001"):
            rollback(corpus.index_dir, name, KEPT)


def test_a_damaged_state_is_shown_and_never_published(grown: Corpus) -> None:
    older = grown.index_dir / "generations" / "000002"
    os.truncate(older / "vectors.faiss", 100)
    with pytest.raises(IndexDamaged, match=r"vectors\.faiss"):
        rollback(grown.index_dir, None, KEPT)
    (older / "manifest.json").write_text("{")
    shown = {state.generation: state.unreadable for state in history(grown.index_dir)}
    assert shown["000001"] is None
    assert "manifest" in str(shown["000002"])
    assert current(grown.index_dir).folder.name == "000003"


@pytest.mark.skipif(os.name == "nt", reason="Windows does not count the names of a file alike")
def test_a_rollback_takes_no_room(grown: Corpus) -> None:
    rollback(grown.index_dir, None, KEPT)
    assert current(grown.index_dir).content.stat().st_nlink == 2
