"""Questions that are asked without a pause while the index is rebuilt ten times."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import rag
from index.build import build
from index.embedders.bge import BgeEmbedder
from index.settings import IndexSettings
from rag.answer import Answer

REBUILDS = 10
QUESTION = "How many ferries does the harbour of Varnholm have?"
STATEMENT = """Remarks by Minister Ada Brook, 3 May 2019

Ada Brook: The harbour of Varnholm has exactly {} ferries. They leave every morning.
"""


class Reader:
    """Asks the same question over and over in a thread, and keeps each answer with its generation."""

    def __init__(self, index_dir: Path) -> None:
        self.live = rag.open_live(index_dir)
        self.answers: list[tuple[str, Answer]] = []
        self.failures: list[BaseException] = []
        self._stop = Event()
        self._thread = Thread(target=self._ask)
        self._thread.start()

    def _ask(self) -> None:
        try:
            while not self._stop.is_set():
                with self.live.lease() as assistant:
                    generation = assistant.index.generation.folder.name
                    self.answers.append((generation, assistant.ask(QUESTION)))
        except BaseException as error:  # noqa: BLE001 - told in the thread of the test
            self.failures.append(error)

    def wait_for(self, generation: str) -> None:
        """Wait until an answer comes from a generation."""
        while not self.failures and (not self.answers or self.answers[-1][0] != generation):
            self._thread.join(0.02)

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(60)
        self.live.close()


def test_every_answer_is_whole_and_of_one_state(tmp_path: Path, bge: BgeEmbedder) -> None:
    sources, index_dir = tmp_path / "sources", tmp_path / "index"
    sources.mkdir()
    expected: dict[str, str] = {}

    def rebuild(number: int) -> str:
        (sources / "ferries.txt").write_text(STATEMENT.format(number), encoding="utf-8")
        (sources / f"other-{number}.txt").write_text(
            f"Remarks by Minister Carl Ostrom\n\nCarl Ostrom: Bridge number {number} is closed to lorries.\n",
            encoding="utf-8",
        )
        name = build(index_dir, [sources], IndexSettings(), embedder=bge).generation
        assert name is not None
        expected[name] = f"exactly {number} ferries"
        return name

    rebuild(100)
    reader = Reader(index_dir)
    try:
        for number in range(101, 101 + REBUILDS):
            name = rebuild(number)
            if number % 3 == 0:  # else the next one comes before this one was taken up
                reader.wait_for(name)
        reader.wait_for(name)
    finally:
        reader.stop()
    assert not reader.failures
    assert len(reader.answers) > REBUILDS
    for generation, answer in reader.answers:
        assert not answer.abstained
        assert expected[generation] in answer.text
        assert answer.corpus.statements == int(generation) + 1
    seen = [generation for generation, _ in reader.answers]
    assert seen == sorted(seen)
    assert seen[-1] == name
