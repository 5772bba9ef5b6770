"""Reading a quotation as people write it: its marks, what it leaves out, what it puts in, and its author."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rag.quotes.meaning import is_negation
from rag.quotes.tokens import Words, without_stage_notes, words_of

_ELLIPSIS = r"[\[(]\s*(?:\.{3,}|…|(?:\.\s+){2}\.)\s*[\])]|\.{3,}|…|(?:\.[^\S\n]+){2,}\."
_MARK = re.compile(rf"(?P<ellipsis>{_ELLIPSIS})|(?P<bracket>\[[^\[\]]*\])")
_IN_A_WORD = re.compile(r"\[\w+\](?=\w)|(?<=\w)\[\w+\]")
_ENDING = re.compile(r"(?<=\w)\[(\w+)\]")
_OPENING, _CLOSING = "“\"«„‟”'‘‹", "”\"»“'’›"
_NAMED_AFTER = re.compile(
    r"\s*[“\"«„](?P<quote>.+)[”\"»“]\s*[,.]?\s*(?:[—–-]+|\(|said\b|says\b|according to\b)\s*"
    r"(?P<name>[^\n“”\"«»]{2,120}?)\)?\s*",
    re.DOTALL,
)
_NAMED_SAYING = re.compile(
    r"\s*[“\"«„](?P<quote>.+)[”\"»“]\s*(?P<name>[^\n“”\"«»]{2,120}?)"
    r"\s+(?:said|says|told\b[^“”\"]*)\W*",
    re.DOTALL,
)
_AUTHOR_LAST = re.compile(r"(?P<quote>.+\S)\s*(?:\s[—–-]{1,3}|[—–]|\n)\s*(?P<name>[^—–\n]{2,120})", re.DOTALL)
_AUTHOR_IN_BRACKETS = re.compile(r"(?P<quote>.+\S)\s*\((?P<name>[^()]{2,120})\)\W*", re.DOTALL)
_AUTHOR_FIRST = re.compile(r"(?P<name>[^:.!?“”\"\n]{2,80}):\s+(?P<quote>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two parts of a quotation: an ellipsis, or a [bracket] of the quoter's words.

    The words from `first` up to `last` are those of its brackets, whose text is `bracket`.
    """

    ellipsis: bool
    bracket: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Part:
    """Words that must stand one after another: those from `first` up to `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation to look for. `joints[i]` stands between `parts[i]` and `parts[i + 1]`.

    `text` is what is quoted, without its outer marks and its author's name; `author` is that name
    where it was written beside the quotation. `edges` are the brackets that stand at either end, or
    within a word. `stems` maps a word with a bracketed ending, say[s], to the word without it.
    """

    text: str
    author: str | None
    words: Words
    parts: tuple[Part, ...]
    joints: tuple[Joint, ...]
    edges: tuple[str, ...]
    stems: dict[int, str]

    def written(self, first: int, last: int) -> str:
        """Return the words from `first` up to `last` as they were written."""
        return self.text[self.words.starts[first] : self.words.ends[last - 1]] if last > first else ""


def read(written: str, is_speaker: Callable[[str], bool]) -> Quotation:
    """Return what `written` quotes; `is_speaker` tells whether a name is that of somebody who speaks."""
    text = unicodedata.normalize("NFC", written).replace("\0", " ").strip()
    text, author = _signed(text, is_speaker)
    text = _unmarked(text)
    legible = without_stage_notes(text)
    ends = {match.start(): match[0] for match in _ENDING.finditer(legible) if not _denies(match[1])}
    # Brackets within a word drop out, as everything that cannot be seen does.
    whole = _IN_A_WORD.sub(lambda found: _seamless(found[0]), legible)
    marks = [mark for mark in _MARK.finditer(whole) if mark["ellipsis"] or not _denies(mark[0])]
    words = words_of(whole)
    parts, joints, edges = _cut(words, marks, text)
    within = tuple(text[slice(*_word_around(text, found))] for found in _IN_A_WORD.finditer(legible))
    return Quotation(text, author, words, parts, joints, edges + within, _stems(words, whole, ends))


def _word_around(text: str, bracket: re.Match[str]) -> tuple[int, int]:
    start, end = bracket.span()
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _seamless(bracket: str) -> str:
    return bracket.replace("[", "\u200b").replace("]", "\u200b")


def _denies(bracketed: str) -> bool:
    """Tell whether brackets hold a negation: then they are no mere explanation."""
    return any(map(is_negation, words_of(bracketed.replace("n't", " not")).keys))


def _stems(words: Words, text: str, ends: dict[int, str]) -> dict[int, str]:
    """Return the words that lose their bracketed ending, by number."""
    stems = {}
    for number, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        for at in ends:
            if start < at < end:
                [stem] = words_of(text[start:at]).keys or [""]
                stems[number] = stem
    return stems


def _cut(
    words: Words, marks: list[re.Match[str]], text: str
) -> tuple[tuple[Part, ...], tuple[Joint, ...], tuple[str, ...]]:
    parts: list[Part] = []
    joints: list[Joint] = []
    edges: list[str] = []
    position, pending = 0, list[Joint]()
    for joint, start, end in [*_joints(words, marks, text), (None, len(words), len(words))]:
        if start > position:
            if parts:
                joints.append(_one(pending, position))
            else:
                edges += [each.bracket for each in pending if each.bracket]
            parts.append(Part(position, start))
            pending = []
        if joint:
            pending.append(joint)
        position = end
    edges += [each.bracket for each in pending if each.bracket]
    return tuple(parts), tuple(joints), tuple(edges)


def _joints(words: Words, marks: list[re.Match[str]], text: str) -> Iterator[tuple[Joint, int, int]]:
    for mark in marks:
        first = int((words.starts < mark.start()).sum())
        last = int((words.starts < mark.end()).sum())
        if mark["ellipsis"]:
            yield Joint(True, "", first, first), first, first
        else:
            yield Joint(False, text[mark.start() : mark.end()], first, last), first, last


def _one(joints: list[Joint], position: int) -> Joint:
    """Return what several marks without a word between them are together."""
    return Joint(
        ellipsis=any(joint.ellipsis for joint in joints),
        bracket=" ".join(joint.bracket for joint in joints if joint.bracket),
        first=min((joint.first for joint in joints), default=position),
        last=position,
    )


def _unmarked(text: str) -> str:
    """Return `text` without one pair of quotation marks around the whole of it."""
    if len(text) > 2 and text[0] in _OPENING and text[-1] in _CLOSING:
        return text[1:-1].strip()
    return text


def _signed(text: str, is_speaker: Callable[[str], bool]) -> tuple[str, str | None]:
    """Return the quotation and the name that stands after or before it: "..." — Sergey Lavrov."""
    for form in (_NAMED_AFTER, _NAMED_SAYING):
        if found := form.fullmatch(text):
            return found["quote"].strip(), _name(found["name"])
    for form in (_AUTHOR_LAST, _AUTHOR_IN_BRACKETS, _AUTHOR_FIRST):
        found = form.fullmatch(text)
        if found and is_speaker(_name(found["name"])):
            return found["quote"].strip(), _name(found["name"])
    return text, None


def _name(written: str) -> str:
    return written.split(",")[0].split("(")[0].strip(" .–—-")
