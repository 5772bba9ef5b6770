"""British and American spellings of one word, brought to one form.

Only spellings are brought together, never words: "towards" and "toward", "learnt" and "learned" stay
apart. The form is a key for comparison and need not be a word ("promize"); what counts is that no two
words of different meaning share one.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OUR = (
    "arb ard arm behavi cand clam col demean enam endeav fav ferv flav glam harb hon hum lab neighb od "
    "parl ranc rig rum savi sav splend succ tum val vap vig"
)
_DOUBLED = (
    "travel cancel label model signal counsel marvel jewel fuel level quarrel channel equal rival total "
    "tunnel funnel dial shovel swivel unravel duel gravel libel revel towel pencil stencil imperil council "
    "appal distil instal enrol fulfil enthral"
)
_RE = "cent theat lit fib calib lust somb spect meag sab sepulch och"
_RULES = tuple(
    (hint, re.compile(pattern), to)
    for hint, pattern, to in (
        ("'s", r"^(\d+)'s$", r"\1s"),  # the 1990's
        ("our", rf"^((?:un|dis|mis|re|mal)?(?:{'|'.join(_OUR.split())}))our", r"\1or"),
        ("ll", rf"^((?:{'|'.join(_DOUBLED.split())}))l(?=ed|ing|er|or|ou|ab|ment|s$|$)", r"\1"),
        ("re", rf"^((?:epi|mid)?(?:{'|'.join(_RE.split())})|(?:centi|milli|kilo)?met)re(?=s?$|'s$)", r"\1er"),
        ("red", rf"^({'|'.join(_RE.split())})red$", r"\1ered"),
        ("centring", r"^centring$", "centering"),
        ("ys", r"^((?:anal|paral|catal|electrol)y)s(?=e|ing)", r"\1z"),
        ("practis", r"^practis", "practic"),
        ("is", r"^(\w{3,}i)s(?=(?:e|ed|es|er|ers|ing|ings|able|ation|ations|ational)$)", r"\1z"),
        ("ence", r"^(def|off|pret)ence", r"\1ense"),
        ("licenc", r"^(un)?licenc", r"\1licens"),
        ("ogue", r"^(dial|catal|anal|monol|prol|epil)ogue", r"\1og"),
        ("programm", r"^programm(?:e(?=s?$)|(?=ed$|ing$))", "program"),
        ("lful", r"^(skil|wil)lful", r"\1ful"),
        ("gement", r"^(judg|acknowledg|abridg|lodg)ement", r"\1ment"),
        ("pp", r"^(worship|kidnap)p(?=ed|er|ing)", r"\1"),
        ("ss", r"^(focus|bias)s(?=ed$|es$|ing$)", r"\1"),
        ("grey", r"^grey", "gray"),
        ("manoeuvr", r"^manoeuvr(?:e(?=s?$)|(?=ed|er|ing|ab))", "maneuver"),
        ("plough", r"^plough", "plow"),
        ("moul", r"^mou(?=ld|lt)", "mo"),
        ("ageing", r"^ageing$", "aging"),
        ("sceptic", r"^sceptic", "skeptic"),
        ("alumini", r"^aluminium$", "aluminum"),
        ("cheque", r"^cheque(?=s?$)", "check"),
        ("sulph", r"^sulph", "sulf"),
        ("connexion", r"^connexion", "connection"),
        ("artefact", r"^artefact", "artifact"),
        ("enquir", r"^enquir(?=y$|ies$)", "inquir"),
        ("cosy", r"^cosy$", "cozy"),
        ("waggon", r"^waggon", "wagon"),
        ("moustache", r"^moustache", "mustache"),
        ("aemi", r"^(an|leuk)aemi", r"\1emi"),
        ("aed", r"^(p|encyclop)aed(?=i)", r"\1ed"),
        ("aeo", r"^archaeo", "archeo"),
        ("aev", r"^(medi|prim)aev", r"\1ev"),
        ("foet", r"^foet(?=us|al)", "fet"),
        ("shew", r"^shew(?=n$|ed$|ing$|s$|$)", "show"),
    )
)
"""For each rule a part that a word must have, so that few words meet a pattern."""

WRITTEN_APART = {"percent": ("per", "cent"), "cannot": ("can", "not")}
"""Words that are also written as two."""

HYPHEN_TELLS_APART = frozenset(
    """resign recover reform recreation recreate resent release remark recount repress resolve restore
    reserve resort represent redress recollect relay refuse reprove remove react unionized""".split()
)
"""Words that are others with a hyphen: to re-sign a treaty is not to resign."""


@lru_cache(maxsize=65536)
def one_spelling(word: str) -> str:
    """Return the form that stands for every spelling of `word`, which is in lower case."""
    for hint, pattern, to in _RULES:
        if hint in word and pattern.match(word):
            return pattern.sub(to, word)
    return word
