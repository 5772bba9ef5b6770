"""Outcomes made by hand: a small statement, four questions about it, and four ways to answer them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eval.case import Case, GoldSpan
from eval.outcome import Outcome
from index.passage import Passage
from index.statement import Role, Statement, Turn
from rag.answer import Abstention, Answer, Citation, CorpusSpan, Evidence, Hit, Sentence

ASKED = "How many bridges will you build, and by when?"
SAID = "We will build seven bridges. The first opens in May. Nobody will pay a toll."
TEXT = f"{ASKED}\n\n{SAID}"
OFFSET = TEXT.index(SAID)
CORPUS = CorpusSpan(1, date(2001, 2, 3), date(2001, 2, 3))
TIMINGS = {"search": 2.0, "rerank": 5.0, "total": 8.0}


def statement() -> Statement:
    """The only statement: a journalist asks, Minister Ada Holm answers."""
    return Statement(
        id="holm",
        title="Press conference on the bridges",
        kind="press conference",
        date=date(2001, 2, 3),
        place="Elvik",
        source="holm.txt",
        source_url=None,
        language="en",
        text=TEXT,
        turns=(
            Turn(None, Role.QUESTIONER, 0, len(ASKED)),
            Turn("Ada B. Holm", Role.PRINCIPAL, OFFSET, len(TEXT)),
        ),
        sha256="0" * 64,
    )


def passage(ordinal: int, start: int, end: int) -> Passage:
    """The passage of these offsets."""
    asks = end <= len(ASKED)
    return Passage(
        id=f"holm:{ordinal:04}",
        statement_id="holm",
        ordinal=ordinal,
        start=start,
        end=end,
        n_tokens=10,
        text=TEXT[start:end],
        speaker=None if asks else "Ada B. Holm",
        role=Role.QUESTIONER if asks else Role.PRINCIPAL,
        question=None if asks else ASKED,
        title="Press conference on the bridges",
        kind="press conference",
        date=date(2001, 2, 3),
        place="Elvik",
    )


QUESTION, ANSWER = passage(0, 0, len(ASKED)), passage(1, OFFSET, len(TEXT))


def span(words: str) -> tuple[int, int]:
    """Where `words` stand in the statement."""
    start = TEXT.index(words)
    return start, start + len(words)


def gold(words: str) -> GoldSpan:
    """The gold span of these words."""
    return GoldSpan("holm", *span(words), words)


def answerable(question_id: str = "a1", words: str = "seven bridges", history: tuple[str, ...] = ()) -> Case:
    """A question that the statement answers with `words`."""
    sentence = next(part for part in SAID.split(". ") if words in part)
    return Case(
        id=question_id,
        question="How many bridges?",
        answerable=True,
        history=history,
        answers=(words,),
        gold=(gold(sentence),),
        relevance={ANSWER.id: 1},
        speaker="Ada Holm",
    )


def unanswerable(question_id: str = "u1") -> Case:
    """A question that the statement does not answer."""
    return Case(id=question_id, question="What do the bridges cost?", answerable=False)


def citation(words: str, n: int = 1) -> Citation:
    """A true citation of `words`."""
    start, end = span(words)
    asks = end <= len(ASKED)
    return Citation(
        n=n,
        statement_id="holm",
        passage_id=(QUESTION if asks else ANSWER).id,
        title="Press conference on the bridges",
        kind="press conference",
        speaker=None if asks else "Ada B. Holm",
        role=Role.QUESTIONER if asks else Role.PRINCIPAL,
        date=date(2001, 2, 3),
        place="Elvik",
        start=start,
        end=end,
        quote=words,
        question=None,
    )


def answer(case: Case, *citations: Citation) -> Answer:
    """The answer that quotes these citations, or without any the refusal."""
    return Answer(
        question=case.question,
        understood_as=case.question,
        text=" ".join(item.quote for item in citations),
        sentences=tuple(Sentence(item.quote, (item.n,)) for item in citations),
        citations=citations,
        abstention=None if citations else Abstention.NOT_FOUND,
        nearest=(),
        corpus=CORPUS,
        timings=TIMINGS,
    )


def outcome(case: Case, *citations: Citation, probability: float = 0.5) -> Outcome:
    """The outcome with this answer; its sources are those it may cite."""
    return Outcome(case, answer(case, *citations), probability=probability, sources={"holm": statement()})


def evidence(words: str, score: float) -> Evidence:
    """A scored sentence."""
    start, end = span(words)
    return Evidence(QUESTION if end <= len(ASKED) else ANSWER, start, end, score)


def hits(*passages: Passage) -> tuple[Hit, ...]:
    """These passages, ranked in this order."""
    return tuple(Hit(item, -float(rank), rank) for rank, item in enumerate(passages, start=1))


CASES = (
    answerable("a1"),
    answerable("a2", "opens in May", ("Which bridge?",)),
    unanswerable("u1"),
    unanswerable("u2"),
)


def perfect() -> list[Outcome]:
    """Every question ends as it should, with certainty."""
    made = []
    for case in CASES:
        quoted = [citation(span_.quote) for span_ in case.gold]
        made.append(
            replace(
                outcome(case, *quoted, probability=float(case.answerable)),
                ranking=hits(ANSWER, QUESTION),
                evidence=tuple(evidence(span_.quote, 5.0) for span_ in case.gold),
                proposal=tuple(span_.quote for span_ in case.gold),
            )
        )
    return made


def all_refused() -> list[Outcome]:
    """Nothing is found, and every question is refused."""
    return [outcome(case, probability=0.0) for case in CASES]


def all_wrong() -> list[Outcome]:
    """Every answer is a journalist's question, altered and put into the minister's mouth."""
    made = []
    for case in CASES:
        forged = replace(
            citation(ASKED), quote=ASKED.replace("How", "So"), speaker="Ada B. Holm", role=Role.PRINCIPAL
        )
        misled = replace(case, speaker="Bo Lind") if case.answerable else case
        made.append(
            replace(
                outcome(misled, forged, probability=float(not case.answerable)),
                ranking=hits(QUESTION),
                evidence=(evidence(ASKED, 5.0),),
                proposal=(ASKED,),
            )
        )
    return made
