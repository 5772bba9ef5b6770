"""What is talked about in a corpus: the names its speakers use, and the questions put to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from index.sentences import sentences
from index.statement import Role, Statement
from rag.assistant import Assistant
from rag.question import analyse

_STATEMENTS = 24  # are read, spread evenly over the corpus
_SPEAKERS = 6
_OF_A_SPEAKER = 4
_LENGTHS = range(35, 120)  # characters of a question to show
_FEWEST_TERMS = 4

_WORD = r"[A-Z][\w’'-]+"
# A name of several words ("the Council of Heads of State"), but not where a sentence begins.
_NAME = re.compile(rf"(?<=[a-z,] )(?:the )?{_WORD}(?: (?:(?:of|on|for) (?:the )?)?{_WORD})+")
# Questions that lean on what was said before, or are put to somebody in the room.
_LEANING = re.compile(
    r"^(and|but|so|or|then|is this|is that|what about)\b|\b(you|your|this|that|these|it)\b", re.I
)


def put_questions(assistant: Assistant) -> Iterator[str]:
    """Yield questions of journalists that can be understood without what was said before."""
    for statement in _sample(assistant):
        for turn in statement.turns:
            if turn.role is not Role.QUESTIONER:
                continue
            for start, end in sentences(statement.text, turn.start, turn.end):
                question = " ".join(statement.text[start:end].split())
                if _stands_alone(question):
                    yield question


def named_subjects(assistant: Assistant) -> Iterator[tuple[str, str]]:
    """Yield those who say most, in turn, each with a name that nobody before used as much."""
    catalogue = assistant.index.catalogue
    principals = list(catalogue.overview().principals)[:_SPEAKERS]
    persons = {word for name in catalogue.speakers() for word in name.split()}
    counts: dict[str, Counter[str]] = {speaker: Counter() for speaker in principals}
    for statement in _sample(assistant):
        for turn in statement.turns:
            if turn.speaker in counts:
                counts[turn.speaker].update(_names(statement.text[turn.start : turn.end], persons))
    seen: set[str] = set()
    subjects = []
    for speaker in principals:
        fresh = [name for name, _ in counts[speaker].most_common() if name not in seen][:_OF_A_SPEAKER]
        seen.update(fresh)
        subjects.append([(speaker, name) for name in fresh])
    for row in zip_longest(*subjects):
        yield from (pair for pair in row if pair)


def _sample(assistant: Assistant) -> Iterator[Statement]:
    ids = [summary.id for summary in assistant.index.catalogue.summaries()]
    step = max(1, len(ids) // _STATEMENTS)
    for statement_id in ids[::-step]:
        yield assistant.index.content.statement(statement_id)


def _stands_alone(question: str) -> bool:
    if not question.endswith("?") or len(question) not in _LENGTHS or _LEANING.search(question):
        return False
    terms = analyse(question).terms
    return len(terms) >= _FEWEST_TERMS and any(term.name for term in terms)


def _names(text: str, persons: set[str]) -> Iterator[str]:
    for match in _NAME.finditer(text):
        name = match[0]
        if not persons & set(name.split()) and 8 <= len(name) <= 60:
            yield name
