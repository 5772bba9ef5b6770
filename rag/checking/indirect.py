"""Does a sentence only repeat a stretch of its evidence, as reported speech does?"""

from __future__ import annotations

from rag.checking.attribution import without_saying
from rag.checking.case import Case
from rag.checking.content import stem
from rag.checking.words import words

# Person, tense and articles are what reported speech changes: "we will" becomes "they would".
_SHIFTING = frozenset(
    """
    i we you he she they it me us him her them my our your his their its a an the this these that those
    will would shall should can could may might am is are was were be been being has have had do does did
    """.split()
)
_FEWEST = 4  # words; fewer stand together by chance


def repeats(case: Case) -> bool:
    """Tell whether the words stand in the evidence one after another, save those that a report changes.

    Prepositions, conjunctions and negations count, so nothing can have changed its place.
    """
    wanted = _kept(without_saying(case.text))
    said = _kept(case.said)
    width = len(wanted)
    return width >= _FEWEST and any(said[at : at + width] == wanted for at in range(len(said) - width + 1))


def _kept(text: str) -> list[str]:
    return [stem(word.text) for word in words(text) if word.text not in _SHIFTING]
