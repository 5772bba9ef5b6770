"""What a question gets back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.passage import Passage
from index.statement import Role


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved passage. `rank` counts from 1; `score` falls with it, and ties go to the lower id.

    The score of a reranked hit is the cross-encoder's logit, of about -8 to 6; of a fused one, 0 to 1.
    """

    passage: Passage
    score: float
    rank: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim sentence of a passage that bears on the question.

    `start` and `end` are offsets into the statement's text; `score` is the sentence's logit plus half
    that of its passage, of about -16 to 16.
    """

    passage: Passage
    start: int
    end: int
    score: float

    @property
    def quote(self) -> str:
        """The words themselves."""
        offset = self.passage.start
        return self.passage.text[self.start - offset : self.end - offset]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words of an answer stand: `n` is the number in the marker [n], counted from 1.

    `quote` equals the text of the statement from `start` to `end`. `question` is what the speaker
    was asked, as context; it is never part of the quote. `page`, counted from 1, is where the quote
    begins in a file that has pages.
    """

    n: int
    statement_id: str
    passage_id: str
    title: str
    kind: str
    speaker: str | None
    role: Role
    date: date | None
    place: str | None
    start: int
    end: int
    quote: str
    question: str | None
    page: int | None = None


class Verdict(StrEnum):
    """What the checks say of a sentence; only a verified one is stated as fact."""

    VERIFIED = "verified"
    UNSUPPORTED = "unsupported"
    MISQUOTED = "misquoted"
    MISATTRIBUTED = "misattributed"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer, and the numbers of the citations it rests on.

    `verbatim` tells the words of a statement from those of a chat model, which rest on their
    citations without being part of them. A sentence with another verdict than verified cites nothing
    and is shown, if at all, struck, with the `reason`.
    """

    text: str
    citations: tuple[int, ...]
    verbatim: bool = True
    verdict: Verdict = Verdict.VERIFIED
    reason: str | None = None


class Stage(StrEnum):
    """What the assistant is at, in this order."""

    SEARCHING = "searching"
    READING = "reading"
    WRITING = "writing"
    CHECKING = "checking"


class Abstention(StrEnum):
    """Why there is no answer."""

    NOT_FOUND = "not_found"
    NO_SUCH_SPEAKER = "no_such_speaker"
    NOTHING_MATCHES_FILTERS = "nothing_matches_filters"


@dataclass(frozen=True, slots=True)
class CorpusSpan:
    """What was searched: how many statements, and the dates of the first and the last."""

    statements: int
    first_date: date | None
    last_date: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question, or the reason why there is none.

    `understood_as` is the question that was searched. An abstention has no sentences and no
    citations, and `text` says what was searched; `nearest` then holds the passages that came
    closest, which are not an answer. `notes` are sentences that tell how the question was taken or
    what could not be done. `timings` maps each stage to milliseconds.
    """

    question: str
    understood_as: str
    text: str
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    abstention: Abstention | None
    nearest: tuple[Hit, ...]
    corpus: CorpusSpan
    timings: dict[str, float]
    notes: tuple[str, ...] = ()

    @property
    def abstained(self) -> bool:
        """Whether the corpus holds no answer."""
        return self.abstention is not None
