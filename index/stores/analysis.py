"""From text to the terms that are indexed and searched."""

from __future__ import annotations

from functools import lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

_LONGEST_TERM = 64  # bytes; what is longer is an address or noise

_STOP_WORDS = frozenset(
    """
    a an the this that these those
    i me my mine myself we our ours ourselves you your yours yourself yourselves
    he him his himself she her hers herself it its itself they them their theirs themselves
    am is are was were be been being have has had having do does did doing
    can could shall should will would must might
    and or but nor if then than so as because while until though although whether
    of at by for with about against between into through during before after above below
    to from up down in out on off over under again
    what which who whom whose when where why how
    there here all any both each few more most other some such only own same too very just also
    no not s t d m ll re ve don didn doesn isn aren wasn weren haven hasn hadn wouldn couldn shouldn
    please tell
    """.split()
)

_NAMES = frozenset({"IT", "WHO"})


@lru_cache(maxsize=1)
def analyzer() -> TextAnalyzer:
    """Return the analyser of all searched fields: words, lower case, no accents, English stems."""
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(_LONGEST_TERM))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.stemmer("english"))
        .build()
    )


@lru_cache(maxsize=1)
def _splitter() -> TextAnalyzer:
    return TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST_TERM)).build()


def query_terms(text: str) -> list[str]:
    """Return the distinct terms to search for, in the order of `text`.

    Stop words are left out unless nothing else remains. The WHO, and the S of U.S., are none.
    """
    words = _splitter().analyze(text)
    telling = [word for word in words if not _is_stop_word(word)]
    return list(dict.fromkeys(analyzer().analyze(" ".join(telling or words))))


def _is_stop_word(word: str) -> bool:
    initial = len(word) == 1 and word.isupper() and word not in {"A", "I"}
    return word.lower() in _STOP_WORDS and word not in _NAMES and not initial
