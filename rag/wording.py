"""The sentences that the assistant itself says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.dates import long_date
from rag.answer import CorpusSpan, Sentence, Verdict


def not_found(corpus: CorpusSpan) -> str:
    """Return the refusal for a question that the corpus does not answer."""
    return f"Not found in this corpus: {searched(corpus)}."


def no_such_speaker(name: str, meant: str | None, corpus: CorpusSpan) -> str:
    """Return the refusal for a question about words of someone who does not speak here."""
    hint = f" Did you mean {meant}?" if meant else ""
    return f"Not found in this corpus: “{name}” does not speak in it ({searched(corpus)}).{hint}"


def not_heard(name: str) -> str:
    """Return the note on one of several named speakers who does not speak here."""
    return f"“{name}” does not speak in this corpus."


NOT_COUNTED = (
    "An answer quotes what fits best: it neither counts what was said nor tells the first from the last; "
    "the mentions and the timeline of a phrase do."
)
"""The note on a question that only all statements together could answer."""


NOT_COMPARED = (
    "The words in quotation marks were not compared with the whole corpus, which is too large for that "
    "within a question: verify the quotation."
)
"""The note on a quotation within a question to a very large corpus."""


def altered(quote: str, said: str, speaker: str | None, day: date | None) -> str:
    """Return the note on a quotation within a question that was said in other words."""
    return f"“{quote}” was not said in these words here. The closest are “{said}” ({_by(speaker, day)})."


def said_by_other(quote: str, speaker: str | None, day: date | None) -> str:
    """Return the note on a quotation within a question that is somebody else's."""
    return f"“{quote}” was said by somebody else here: {_by(speaker, day)}."


def across_turns(quote: str) -> str:
    """Return the note on a quotation within a question that runs from one speaker into the next."""
    return f"“{quote}” was not said by one person here: it runs from one speaker into the next."


def never_said(quote: str) -> str:
    """Return the note on a quotation within a question that nobody said."""
    return f"“{quote}” was not said in this corpus."


def _by(speaker: str | None, day: date | None) -> str:
    return ", ".join([speaker or "speaker not identified", *([long_date(day)] if day else [])])


def nothing_matches(corpus: CorpusSpan) -> str:
    """Return the refusal where the filters leave nothing to search."""
    return f"Not found in this corpus: nothing in it matches the filters ({searched(corpus)})."


def cited(sentences: Sequence[Sentence]) -> str:
    """Return an answer as running text: each verified sentence, followed by its markers.

    Quotation marks stand around what is verbatim.
    """
    return " ".join(
        f"{f'“{sentence.text}”' if sentence.verbatim else sentence.text} {markers(sentence)}"
        for sentence in sentences
        if sentence.verdict is Verdict.VERIFIED
    )


def markers(sentence: Sentence) -> str:
    """Return the markers of a sentence: [1], or [1] [2]."""
    return " ".join(f"[{n}]" for n in sentence.citations)


NOTHING_VERIFIED = "nothing that the chat model wrote could be verified"


def stands_in(reason: str) -> str:
    """Return the note on an answer that the extractive generator gave for a chat model; a clause says why."""
    return f"The statements' own words stand in for the chat model's, because {reason}."


def broke_off(reason: str) -> str:
    """Return the note on a chat model's answer that has no end; a clause says why."""
    return f"The answer may lack its end: {reason}."


def withheld(sentences: int) -> str:
    """Return the note on sentences that failed a check and are not shown."""
    counted = "1 sentence" if sentences == 1 else f"{sentences} sentences"
    return f"{counted} of the chat model withheld: not verified."


def searched(corpus: CorpusSpan) -> str:
    """Return what was searched: the number of statements and the dates they span."""
    noun = "statement" if corpus.statements == 1 else "statements"
    return f"{corpus.statements:,} {noun}{_dated(corpus)}"


def _dated(corpus: CorpusSpan) -> str:
    if corpus.first_date is None or corpus.last_date is None:
        return ""
    if corpus.first_date == corpus.last_date:
        return f", dated {long_date(corpus.first_date)}"
    return f", dated {long_date(corpus.first_date)} to {long_date(corpus.last_date)}"
