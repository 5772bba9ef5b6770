"""Does a sentence affirm what its evidence denies, or the reverse?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.checking.case import Case
from rag.checking.content import is_content, stem
from rag.checking.fault import Fault, unsupported
from rag.checking.words import Word, words

_COMPARES = frozenset({"less", "more", "fewer", "only", "later", "longer", "least", "just"})
_NOTHING = frozenset({"nothing", "none", "nobody", "nowhere", "never"})
_SETTING_ASIDE = frozenset({("instead", "of"), ("rather", "than")})
_SCOPE = 4  # words after a negation among which the one that it denies stands

_CONTRARIES = """
accept reject|agree disagree|agree refuse|allow forbid|allow ban|support oppose|increase decrease|raise lower
raise reduce|increase reduce|rise fall|strengthen weaken|include exclude|join leave|begin end|start stop
open close|win lose|success failure|possible impossible|legal illegal|right wrong|advantage disadvantage
approve reject|import export|invite expel|extend terminate|enter withdraw|accelerate slow
ally enemy|friend enemy|civilian military|public secret|public private|bilateral trilateral
north south|east west|good bad|large small|high low|early late|trust distrust|peace war
destroy secure|useful useless|friendly hostile|constructive destructive|regular irregular|lawful unlawful
""".replace("\n", "|").strip("|")
_CONTRARY: dict[str, set[str]] = {}
for _pair in _CONTRARIES.split("|"):
    _one, _other = _pair.split()
    _CONTRARY.setdefault(_one, set()).add(_other)
    _CONTRARY.setdefault(_other, set()).add(_one)


def polarity(case: Case) -> Fault | None:
    """Find a word that is denied on one side and affirmed on the other, or turned into its contrary."""
    claimed, said = _denials(words(case.text)), _denials(words(case.said))
    for found, ways in claimed.items():
        if said.get(found) and not ways <= said[found]:
            if True in said[found]:
                return unsupported(f"the evidence denies what this affirms of “{found}”")
            return unsupported(f"the evidence does not deny what this denies of “{found}”")
    return _contrary(set(claimed), set(said)) or _compared(case) or _in_denied_clause(case)


def _contrary(claimed: set[str], said: set[str]) -> Fault | None:
    for word, others in _CONTRARY.items():
        if stem(word) in claimed - said:
            for other in sorted(others):
                if stem(other) in said - claimed:
                    return unsupported(f"the evidence says “{other}” where this says “{word}”")
    return None


_COMPARED = re.compile(
    r"\b(?P<more>more|higher|larger|bigger|greater|longer|later|better|older|faster)\s+than\b"
    r"|\b(?P<less>less|fewer|lower|smaller|shorter|earlier|worse|younger|slower)\s+than\b",
    re.IGNORECASE,
)


def _compared(case: Case) -> Fault | None:
    """Find "more than" where the evidence has only "less than", or the reverse."""
    claimed, said = (
        {match.lastgroup for match in _COMPARED.finditer(text)} for text in (case.text, case.said)
    )
    if said and claimed - said:
        return unsupported("the evidence compares the other way round")
    return None


def _in_denied_clause(case: Case) -> Fault | None:
    """Find a sentence without any negation that is made of the words of a clause with one."""
    claimed = words(case.text)
    if any(word.negates for word in claimed) or _COMPARED.search(case.text):
        return None
    wanted = {stem(word.text) for word in claimed if is_content(word)}
    for clause in re.split(r"[,;:.!?()–—]\s|\bbut\b", case.said):
        known = words(clause)
        denying = any(
            word.negates and word.text != "without" and not _only_compares(known, at)
            for at, word in enumerate(known)
        )
        shared = wanted & {stem(word.text) for word in known if is_content(word)}
        if denying and 2 * len(shared) > len(wanted):
            return unsupported("the evidence denies what this affirms")
    return None


def _denials(known: Sequence[Word]) -> dict[str, set[bool]]:
    """Return for each content stem whether it stands denied (True), affirmed (False), or both.

    The first content word after a negation is denied; of the rest of its scope it cannot be told,
    so those stems are there without either.
    """
    denied: set[int] = set()
    uncertain: set[int] = set()
    for position, word in enumerate(known):
        if (word.negates and not _only_compares(known, position)) or _sets_aside(known, position):
            scope = range(position + 1, min(len(known), position + 1 + _SCOPE))
            told = [at for at in scope if is_content(known[at])]
            if known[position].text in _NOTHING and position and is_content(known[position - 1]):
                told.insert(0, position - 1)  # "they did nothing"
            denied.update(told[:1])
            uncertain.update(told[1:])
    ways: dict[str, set[bool]] = {}
    for position, word in enumerate(known):
        if is_content(word):
            ways.setdefault(stem(word.text), set())
            if position not in uncertain:
                ways[stem(word.text)].add(position in denied)
    return ways


def _only_compares(known: Sequence[Word], position: int) -> bool:
    """Tell whether a negation is part of "no less than" or "not only"."""
    return position + 1 < len(known) and known[position + 1].text in _COMPARES


def _sets_aside(known: Sequence[Word], position: int) -> bool:
    """Tell whether a word ends "instead of" or "rather than": what follows is not so."""
    return position > 0 and (known[position - 1].text, known[position].text) in _SETTING_ASIDE


def negation_before(text: str, start: int) -> bool:
    """Tell whether the words just before `start`, in the same clause, hold a negation."""
    clause = re.split(r"[,;:.!?]", text[:start])[-1]
    return any(word.negates for word in words(clause)[-3:])
