"""Which words of a sentence tell something, and whether another text has them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rag.checking.words import Word, words
from rag.terms import stems

_FUNCTION_WORDS = frozenset(
    """
    a about above after again against all along also although am among an and another any are around as
    at be because been before being below between both but by can could did do does doing down due during
    each either else etc even every few first for from further furthermore had has have having he hence her
    here hers herself him himself his how however i if in indeed into is it its itself just later least less
    like many may me meanwhile might more moreover most much must my namely no nor not of off on once one
    ones only or other others our ours out over own per rather same shall she should since so some still such
    than that the their theirs them themselves then there therefore these they this those though through thus
    to too toward towards under until up upon us very was we were what when where whether which while who whom
    whose why will with within without would yet you your yours
    """.split()
)

_SHORTEST_PREFIX = 4
_ENDINGS = frozenset("s n an ns ans ian ians i is ic ish ese stan stani er ers y al ly ity ion ment".split())
_IRREGULAR = {
    "said": "say", "knew": "know", "known": "know", "found": "find", "met": "meet", "held": "hold",
    "went": "go", "gone": "go", "took": "take", "taken": "take", "gave": "give", "given": "give",
    "sent": "send", "made": "make", "paid": "pay", "built": "build", "brought": "bring", "began": "begin",
    "begun": "begin", "came": "come", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise",
    "grew": "grow", "grown": "grow", "left": "leave", "lost": "lose", "won": "win", "spoke": "speak",
    "spoken": "speak", "spent": "spend", "flew": "fly", "flies": "fly", "saw": "see", "seen": "see",
    "kept": "keep", "told": "tell", "thought": "think", "chose": "choose", "chosen": "choose",
    "children": "child", "lives": "life", "led": "lead", "bought": "buy", "sold": "sell",
}  # fmt: skip


_CONNECTING = frozenset(
    """
    available become bring call case come concern consist country current currently describe discuss expect
    express fact future get give given go happen help hold important include involve issue keep know make
    matter mention name need number part party people place plan point position put reason regard relate
    remain return say see set side situation speak state statement stress take talk tell thank thing think
    time topic total use view want way well word work year announce explain note emphasise emphasize add
    believe consider accord answer ask question journalist reporter correspondent mr mrs ms minister president
    official almost nearly approximately roughly
    """.split()
)
"""Words that connect what a sentence tells and add little; a paraphrase may bring them in."""


def is_content(word: Word) -> bool:
    """Tell whether a word says something by itself, unlike "the", "of" or "would"."""
    return word.text not in _FUNCTION_WORDS and not word.negates


def content(text: str) -> list[Word]:
    """Return the content words of `text`."""
    return [word for word in words(text) if is_content(word)]


def stem(word: str) -> str:
    """Return the stem of one folded word, irregular forms included."""
    found = stems(_IRREGULAR.get(word, word))
    return found[0] if found else word


def connects(word: Word) -> bool:
    """Tell whether a content word may stand in a paraphrase though its evidence lacks it."""
    return stem(word.text) in _connecting_stems()


@lru_cache(maxsize=1)
def _connecting_stems() -> frozenset[str]:
    return frozenset(map(stem, _CONNECTING))


def known_stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of all words of `texts`."""
    return frozenset(stem(word.text.removesuffix("'s")) for text in texts for word in words(text))


def mentions(known: frozenset[str], word: str) -> bool:
    """Tell whether `word`, folded, is among the stems, or derives from one as Syrian does from Syria."""
    wanted = stem(word.removesuffix("'s"))
    return wanted in known or any(_derives(wanted, other) or _derives(other, wanted) for other in known)


def _derives(longer: str, shorter: str) -> bool:
    if len(shorter) < _SHORTEST_PREFIX or not longer.startswith(shorter):
        return False
    return longer[len(shorter) :] in _ENDINGS
