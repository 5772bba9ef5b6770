"""A statement, an answer and a refusal, made up, for looking at how they are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from index.passage import Passage
from index.statement import Role, Statement, Turn
from rag.answer import Abstention, Answer, Citation, CorpusSpan, Hit, Sentence

QUESTION = "Minister, will the harbours reopen before the winter?"
WORDS = "We shall reopen nine harbours. They will serve the whole eastern coast, as we have promised."
TITLE = "Remarks by Foreign Minister Anna Bergström after the talks on fisheries, Varnholm, 3 May 2019"
TEXT = f"{TITLE}\n\n{QUESTION}\n\n{WORDS}\n\nThank you."
START = TEXT.index(WORDS)

CITATION = Citation(
    n=1,
    statement_id="bergstrom",
    passage_id="bergstrom:0001",
    title=TITLE,
    kind="remarks",
    speaker="Anna Bergström",
    role=Role.PRINCIPAL,
    date=date(2019, 5, 3),
    place="Varnholm",
    start=START,
    end=START + len(WORDS),
    quote=WORDS,
    question=QUESTION,
)
SPAN = CorpusSpan(1010, date(1789, 4, 30), date(2019, 5, 3))
ANSWER = Answer(
    question="Will the harbours reopen?",
    understood_as="Will the harbours reopen?",
    text=WORDS,
    sentences=(
        Sentence("We shall reopen nine harbours.", (1,)),
        Sentence("They will serve the whole eastern coast, as we have promised.", (1,)),
    ),
    citations=(CITATION,),
    abstention=None,
    nearest=(),
    corpus=SPAN,
    timings={"total": 1.0},
)
PASSAGES = tuple(
    Passage(
        id=f"bergstrom:{ordinal:04d}",
        statement_id="bergstrom",
        ordinal=ordinal,
        start=TEXT.index(text),
        end=TEXT.index(text) + len(text),
        n_tokens=20,
        text=text,
        speaker=speaker,
        role=role,
        question=None,
        title=TITLE,
        kind="remarks",
        date=date(2019, 5, 3),
        place="Varnholm",
    )
    for ordinal, (text, speaker, role) in enumerate(
        [
            (QUESTION, None, Role.QUESTIONER),
            (WORDS, "Anna Bergström", Role.PRINCIPAL),
            ("Thank you.", "Anna Bergström", Role.PRINCIPAL),
        ]
    )
)
STATEMENT = Statement(
    id="bergstrom",
    title=TITLE,
    kind="remarks",
    date=date(2019, 5, 3),
    place="Varnholm",
    source="bergstrom.txt",
    source_url="https://example.org/remarks",
    language="en",
    text=TEXT,
    turns=(
        Turn(None, Role.QUESTIONER, PASSAGES[0].start, PASSAGES[0].end),
        Turn("Anna Bergström", Role.PRINCIPAL, PASSAGES[1].start, PASSAGES[2].end),
    ),
    sha256="",
)
REFUSAL = replace(
    ANSWER,
    text="Not found in this corpus: 1,010 statements, dated 30 April 1789 to 3 May 2019.",
    sentences=(),
    citations=(),
    abstention=Abstention.NOT_FOUND,
    nearest=(Hit(PASSAGES[1], -3.5, 1),),
)
