"""Quotations made from a corpus, true and false, with an oracle that shares no code with the checker."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.statement import Role, Statement

_NEGATIONS = {"not", "never", "no", "nor", "neither", "cannot", "nothing", "none", "nobody", "nowhere"}
_AUXILIARIES = {"is", "are", "was", "were", "will", "shall", "should", "must", "can", "could", "would", "may"}


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation with the speaker it is put down to.

    `source` is the statement that it was cut from, at `start` where it was left as it is.
    """

    kind: str
    quote: str
    speaker: str | None
    source: Statement
    start: int


class Oracle:
    """Knows what was said by looking for letters alone, without spaces: whatever it denies is not there."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._said = [
            (turn.speaker, _letters(statement.text[turn.start : turn.end]))
            for statement in statements
            for turn in statement.turns
        ]
        self._everything = "|".join(said for _, said in self._said)

    def may_hold(self, quote: str) -> bool:
        return _letters(quote) in self._everything

    def speakers(self, quote: str) -> set[str | None]:
        wanted = _letters(quote)
        return {speaker for speaker, said in self._said if wanted in said}


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", re.sub(r"[(\[][a-z]+\.?[)\]]", "", text.casefold()))


class Generator:
    """Makes cases from random cuts of random turns; the same seed gives the same cases."""

    def __init__(self, statements: Sequence[Statement], seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - cases, no secret
        self._statements = list(statements)
        self._oracle = Oracle(statements)
        words = {word for made in statements for word in re.findall(r"\b[a-z]{4,9}\b", made.text)}
        self._words = sorted(words)
        self._speakers = sorted(
            {turn.speaker for made in statements for turn in made.turns if turn.speaker is not None}
        )

    def cases(self, each: int, without: Sequence[str] = ()) -> Iterator[Case]:
        """Yield `each` cases of every kind, but of those in `without`."""
        for kind, change in self._changes().items():
            made = 0
            while kind not in without and made < each:
                case = self._case(kind, change)
                if case is not None:
                    made += 1
                    yield case

    def _changes(self) -> dict[str, Callable[[list[str]], str | None]]:
        return {
            "verbatim": " ".join,
            "ellipsis": self._with_ellipsis,
            "changed": self._changed,
            "dropped": self._dropped,
            "added": self._added,
            "negation": self._negated,
            "number": self._renumbered,
            "speaker": " ".join,
            "fabricated": self._fabricated,
        }

    def _case(self, kind: str, change: Callable[[list[str]], str | None]) -> Case | None:
        source = self._random.choice(self._statements)
        turn = self._random.choice(source.turns)
        text = source.text[turn.start : turn.end]
        spans = [match.span() for match in re.finditer(r"\S+", text)]
        length = self._random.randint(6, 30)
        if len(spans) < length:
            return None
        first = self._random.randrange(len(spans) - length + 1)
        start, end = spans[first][0], spans[first + length - 1][1]
        if not text[start].isalnum() or not text[end - 1].isalnum() or _noted(text[start:end]):
            return None
        if kind == "verbatim":
            return Case(kind, text[start:end], None, source, turn.start + start)
        quote = change(text[start:end].split())
        if quote is None:
            return None
        speaker = None
        if kind == "speaker":
            if turn.role is Role.UNKNOWN or len(self._speakers) < 2:
                return None
            speaker = self._random.choice(self._speakers)
            if speaker in self._oracle.speakers(quote):
                return None
        elif kind != "ellipsis" and self._oracle.may_hold(quote):
            return None
        return Case(kind, quote, speaker, source, turn.start + start)

    def _with_ellipsis(self, words: list[str]) -> str | None:
        first = self._random.randint(4, len(words) - 2)
        last = self._random.randint(first, len(words) - 1)
        if len(words) - last < 4 or any(_denies(word) for word in words[first:last]):
            return None
        if any(not word[-1].isalnum() for word in (words[first - 1], words[-1])):
            return None
        mark = self._random.choice(["...", "…", "[...]", ". . ."])
        return " ".join([*words[:first], mark, *words[last:]])

    def _changed(self, words: list[str]) -> str:
        at = self._random.randrange(len(words))
        return " ".join([*words[:at], self._random.choice(self._words), *words[at + 1 :]])

    def _dropped(self, words: list[str]) -> str:
        at = self._random.randrange(1, len(words) - 1)
        return " ".join(words[:at] + words[at + 1 :])

    def _added(self, words: list[str]) -> str:
        at = self._random.randrange(1, len(words))
        return " ".join([*words[:at], self._random.choice(self._words), *words[at:]])

    def _negated(self, words: list[str]) -> str | None:
        for at, word in enumerate(words[1:-1], start=1):
            if word in _NEGATIONS:
                return " ".join(words[:at] + words[at + 1 :])
            if word in _AUXILIARIES and words[at + 1] not in _NEGATIONS:
                return " ".join([*words[: at + 1], "not", *words[at + 1 :]])
        return None

    def _renumbered(self, words: list[str]) -> str | None:
        numbers = [at for at, word in enumerate(words) if re.fullmatch(r"\d{1,3}(?:,\d{3})*|\d+", word)]
        if not numbers:
            return None
        at = self._random.choice(numbers)
        other = str(int(words[at].replace(",", "")) + self._random.choice([-1, 1, 10]))
        return " ".join([*words[:at], other, *words[at + 1 :]])

    def _fabricated(self, words: list[str]) -> str:
        return " ".join(self._random.choice(self._words) for _ in words)


def _denies(word: str) -> bool:
    plain = re.sub(r"\W+$", "", word.casefold().replace("’", "'"))
    return plain in _NEGATIONS or plain.endswith("n't") or plain in {"without", "hardly", "scarcely"}


def _noted(text: str) -> bool:
    """Tell whether a cut has marks that mean something in a quotation: brackets and ellipses."""
    return bool(re.search(r"[\[\]()…]|\.\s*\.\s*\.", text))
