"""What is trained on: the questions beside this file, and the index that they are put to."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.bench import index_corpus, index_dir_for
from eval.opening import Models
from eval.shipped import SHIPPED, Split
from eval.training import judged, questions
from eval.training.judged import Judged
from eval.training.questions import Asked, QuestionedPassage
from index.settings import IndexSettings
from index.stores.content import ContentStore

_BUILT_IN = Path(".onrecord")


@dataclass(frozen=True, slots=True)
class Material:
    """Passages with their questions, the `invented` ones last, and the judged sentences by question."""

    passages: Sequence[QuestionedPassage]
    invented: Sequence[QuestionedPassage]
    judged: Mapping[Asked, Sequence[Judged]]


def load(content: ContentStore) -> Material:
    """Return all questions as they stand in an index of the presidential corpus.

    Raises:
        QuestionFileError: the index is not of the corpus for which they were written.
    """
    invented = list(questions.load_invented(questions.INVENTED))
    passages = [*questions.load(questions.SHIPPED, content), *invented]
    return Material(passages, invented, judged.load(judged.SHIPPED, content, invented))


def index_dir(given: Path | None, settings: IndexSettings, models: Models) -> Path:
    """Return `given`, or the folder of an index of the presidential corpus, brought up to date."""
    if given is not None:
        return given
    corpus = SHIPPED["presidential"].corpus
    built = index_dir_for(corpus, _BUILT_IN)
    index_corpus(corpus, built, settings, models)
    return built


def examined() -> frozenset[str]:
    """Return the statements that dev and test questions are about: nothing is trained on them."""
    return frozenset(
        place["statement"]
        for path in SHIPPED["presidential"].questions(Split.ALL)
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
        for place in json.loads(line).get("gold", [])
    )
