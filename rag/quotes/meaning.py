"""Words on which the sense of a sentence hangs: negations and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

_NEGATIONS = frozenset(
    "no not never none nobody nothing nowhere neither nor cannot without hardly scarcely ain't non".split()
)
_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "mis")
_DIGITS = {
    word: str(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen""".split()
    )
}
_MORE_NUMBERS = frozenset(
    """twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion trillions dozen dozens half halves twice thrice percent $ € £ ¥
    second third fourth fifth sixth seventh eighth ninth tenth""".split()
)


def is_negation(word: str) -> bool:
    """Tell whether a word, folded, denies: not, never, cannot, won't."""
    return word in _NEGATIONS or word.endswith("n't")


def negations(words: Iterable[str]) -> list[str]:
    """Return the negations among folded words, in order."""
    return [word for word in words if is_negation(word)]


def numbers(words: Iterable[str]) -> list[str]:
    """Return what counts or measures among folded words; eleven is 11."""
    return [
        _DIGITS.get(word, word)
        for word in words
        if word in _DIGITS or word in _MORE_NUMBERS or any(character.isdigit() for character in word)
    ]


def turned_round(quoted: Sequence[str], said: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the negations that were lost from what was said, and those that were added to it.

    A prefix that denies (able, unable) counts as one.
    """
    lost = Counter(negations(said)) - Counter(negations(quoted))
    added = Counter(negations(quoted)) - Counter(negations(said))
    # "will not" for "won't" says the same.
    same = min(lost.total(), added.total())
    lost_words = [*list(lost.elements())[same:], *_denied(said, quoted)]
    added_words = [*list(added.elements())[same:], *_denied(quoted, said)]
    return tuple(lost_words), tuple(added_words)


def _denied(words: Sequence[str], plain: Sequence[str]) -> list[str]:
    """Return those of `words` that are one of `plain` with a prefix that denies."""
    denials = {prefix + word for word in plain if len(word) > 2 for prefix in _PREFIXES}
    return [word for word in words if word in denials]
