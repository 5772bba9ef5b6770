"""From a statement to its passages."""

from __future__ import annotations

from collections.abc import Iterator

from index.passage import Passage
from index.sentences import Span, sentences
from index.settings import ChunkerSettings
from index.statement import Role, Statement, Turn
from index.tokens import count_tokens, encoding


class Chunker:
    """Packs whole sentences into passages that never leave their turn.

    A passage holds at most `max_tokens` tokens and begins with the last `overlap_sentences`
    sentences of the one before it, where they fit. A single sentence over the limit is cut
    between words.
    """

    def __init__(self, settings: ChunkerSettings) -> None:
        self._max_tokens = settings.max_tokens
        self._overlap = settings.overlap_sentences

    def chunk(self, statement: Statement) -> list[Passage]:
        """Return the passages of all turns in reading order, numbered from 0."""
        passages: list[Passage] = []
        question: str | None = None
        for turn in statement.turns:
            if turn.role is Role.QUESTIONER:
                question = statement.text[turn.start : turn.end]
            context = question if turn.role is Role.PRINCIPAL else None
            for start, end in self._spans(statement, turn):
                passages.append(_passage(statement, turn, len(passages), start, end, context))
        return passages

    def _spans(self, statement: Statement, turn: Turn) -> Iterator[Span]:
        text = statement.text
        units = [
            piece
            for start, end in sentences(text, turn.start, turn.end, statement.language)
            for piece in self._fitting(text, start, end)
        ]
        first, last = 0, -1
        while last + 1 < len(units):
            first = self._next_first(text, units, first, last)
            last = self._last_that_fits(text, units, first, last + 1)
            yield units[first][0], units[last][1]

    def _last_that_fits(self, text: str, units: list[Span], first: int, least: int) -> int:
        """Return the last unit that the passage from `first` holds; `least` is known to fit.

        Tokens are summed piece by piece, which may differ a little from the count of the whole.
        """
        last, tokens = least, count_tokens(text[units[first][0] : units[least][1]])
        for position in range(least + 1, len(units)):
            tokens += count_tokens(text[units[position - 1][1] : units[position][1]])
            if tokens > self._max_tokens:
                break
            last = position
        while last > least and count_tokens(text[units[first][0] : units[last][1]]) > self._max_tokens:
            last -= 1
        return last

    def _next_first(self, text: str, units: list[Span], first: int, last: int) -> int:
        """Step back by the overlap, unless the overlap leaves no room for a new sentence."""
        for begin in range(max(first + 1, last + 1 - self._overlap), last + 1):
            if count_tokens(text[units[begin][0] : units[last + 1][1]]) <= self._max_tokens:
                return begin
        return last + 1

    def _fitting(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Yield the sentence itself, or, where it is too long, pieces of it cut between words."""
        window = self._max_tokens * _CHARACTERS_PER_TOKEN
        while end - start > window or count_tokens(text[start:end]) > self._max_tokens:
            cut = self._cut(text, start, min(end, start + window))
            yield start, start + len(text[start:cut].rstrip())
            start = cut
            while start < end and text[start].isspace():
                start += 1
        if start < end:
            yield start, end

    def _cut(self, text: str, start: int, end: int) -> int:
        """Return the last offset between two words that keeps `text[start:cut]` within the limit."""
        tokens = encoding().encode_ordinary(text[start:end])[: self._max_tokens]
        # The last token may end inside a character, whose bytes are left out.
        whole = encoding().decode_bytes(tokens).decode(errors="ignore")
        reach = start + max(1, len(whole))
        space = max(text.rfind(" ", start, reach + 1), text.rfind("\n", start, reach + 1))
        cut = space if space > start else reach
        while cut - start > 1 and count_tokens(text[start:cut]) > self._max_tokens:
            cut -= 1
        return cut


_CHARACTERS_PER_TOKEN = 16  # far above prose (4 to 5): bounds what is tokenised to find one cut


def embedding_text(passage: Passage) -> str:
    """Return what the embedder reads: the passage after its context.

    Title, date, speaker and the question being answered place a passage that names none of them;
    they are embedded and never quoted.
    """
    when = passage.date.isoformat() if passage.date else ""
    who = ", ".join(part for part in (passage.speaker, when) if part)
    asked = f"Question: {_tail(passage.question)}" if passage.question else ""
    return "\n".join(part for part in (passage.title, who, asked, passage.text) if part)


_QUESTION_CONTEXT = 400  # characters; what is asked stands at the end of a long question


def _tail(question: str) -> str:
    if len(question) <= _QUESTION_CONTEXT:
        return question
    tail = question[-_QUESTION_CONTEXT:]
    return tail[tail.find(" ") + 1 :]


def _passage(
    statement: Statement, turn: Turn, ordinal: int, start: int, end: int, question: str | None
) -> Passage:
    text = statement.text[start:end]
    return Passage(
        id=passage_id(statement.id, ordinal),
        statement_id=statement.id,
        ordinal=ordinal,
        start=start,
        end=end,
        n_tokens=count_tokens(text),
        text=text,
        speaker=turn.speaker,
        role=turn.role,
        question=question,
        title=statement.title,
        kind=statement.kind,
        date=statement.date,
        place=statement.place,
    )


def passage_id(statement_id: str, ordinal: int) -> str:
    """Return the id of the passage with this ordinal (counted from 0) in a statement."""
    return f"{statement_id}:{ordinal:04d}"
