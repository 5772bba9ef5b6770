"""Reading a chat model's reply while it is being written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Protocol

from pydantic import BaseModel, Field, ValidationError

from index.sentences import sentences
from rag.checking.claim import Claim


class Reader(Protocol):
    """Takes a reply piece by piece and gives each claim once it is complete."""

    def feed(self, piece: str) -> Iterator[Claim]:
        """Take the next piece; yield the claims that it completes."""

    def finish(self) -> Iterator[Claim]:
        """Yield what is left at the end of the reply."""


class ReplyReader:
    """Reads JSON or free text, whichever the reply turns out to be.

    A model's thoughts before its reply, in <think> marks, are passed over; so is the fence of a code block.
    """

    def __init__(self) -> None:
        self._head = ""
        self._reader: Reader | None = None

    def feed(self, piece: str) -> Iterator[Claim]:
        """Take the next piece; yield the claims that it completes."""
        if self._reader is None:
            self._head += piece
            piece = _without_preliminaries(self._head)
            if not piece or _PRELIMINARY.match(piece):
                return
            self._reader = JsonReader() if piece[0] in "{[" else TextReader()
        yield from self._reader.feed(piece)

    def finish(self) -> Iterator[Claim]:
        """Yield what is left at the end of the reply."""
        if self._reader is not None:
            yield from self._reader.finish()


_THOUGHTS = re.compile(r"^\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_FENCE = re.compile(r"^\s*```\w*\s*\n?")
# What may yet become thoughts or a fence: an unclosed or half-written mark.
_PRELIMINARY = re.compile(r"<(?:t|th|thi|thin|think.*)?$|`{1,2}$|```\w*$", re.DOTALL)


def _without_preliminaries(text: str) -> str:
    text = _THOUGHTS.sub("", text)
    if re.match(r"\s*```\w*$", text):
        return text.lstrip()
    return _FENCE.sub("", text).lstrip()


class _Item(BaseModel):
    """A sentence as the JSON schema has it."""

    text: str = Field(min_length=1)
    quote: str
    evidence: int


class JsonReader:
    """Reads {"sentences": [...]} and gives every sentence whose braces are closed."""

    def __init__(self) -> None:
        self._text = ""
        self._at: int | None = None

    def feed(self, piece: str) -> Iterator[Claim]:
        """Take the next piece; yield the claims that it completes."""
        self._text += piece
        if self._at is None:
            opening = self._text.find("[")
            if opening < 0:
                return
            self._at = opening + 1
        if "}" in piece:
            yield from self._completed(self._at)

    def finish(self) -> Iterator[Claim]:
        """Yield nothing: a sentence that was broken off is no sentence."""
        yield from ()

    def _completed(self, at: int) -> Iterator[Claim]:
        decoder = json.JSONDecoder()
        while (begin := self._text.find("{", at)) >= 0:
            try:
                value, at = decoder.raw_decode(self._text, begin)
            except (json.JSONDecodeError, RecursionError):
                return
            self._at = at
            claim = _claim(value)
            if claim:
                yield claim


def _claim(value: object) -> Claim | None:
    try:
        item = _Item.model_validate(value)
    except ValidationError:
        return None
    text, numbers = _unmarked(item.text)
    return Claim(text, item.quote, tuple(dict.fromkeys((item.evidence, *numbers))))


_MARK = r"\s*\[\s*\d+(?:\s*[,;]\s*\d+)*\s*\]"
# The markers of a sentence are complete once a new sentence or a new line follows them.
_CITED = re.compile(rf"(?P<text>.+?(?:{_MARK})+[.!?…]*[\"”»’]*)(?=\s*\n|\s+[^\s\[a-z]|$)", re.DOTALL)
_NOTHING = re.compile(r"\W*NONE\W*")


class TextReader:
    """Reads sentences with markers [n]; holds back a sentence until its markers are complete."""

    def __init__(self) -> None:
        self._text = ""

    def feed(self, piece: str) -> Iterator[Claim]:
        """Take the next piece; yield the claims that it completes."""
        self._text += piece
        while (match := _CITED.match(self._text)) and match.end() < len(self._text.rstrip()):
            self._text = self._text[match.end() :]
            yield from _claims(match["text"])

    def finish(self) -> Iterator[Claim]:
        """Yield what is left, with the markers that stand at its end."""
        while match := _CITED.match(self._text):
            self._text = self._text[match.end() :]
            yield from _claims(match["text"])
        if not _NOTHING.fullmatch(self._text):
            yield from _claims(self._text)
        self._text = ""


def _claims(text: str) -> Iterator[Claim]:
    """Yield the sentences of a text; markers at its end belong to the last one."""
    closing = re.search(rf"(?:{_MARK})+(?=[.!?…]*[\"”»’]*\s*$)", text)
    marks = closing[0] if closing else ""
    body = text[: closing.start()] + text[closing.end() :] if closing else text
    found = list(_split(body))
    for n, sentence in enumerate(found, start=1):
        own, numbers = _unmarked(sentence + marks if n == len(found) else sentence)
        if own:
            yield Claim(own, None, numbers)


def _unmarked(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text on one line without its markers, and their numbers."""
    marks = "".join(re.findall(_MARK, text))
    return " ".join(re.sub(_MARK, "", text).split()), tuple(map(int, re.findall(r"\d+", marks)))


def _split(text: str) -> Iterator[str]:
    """Yield the sentences of a text, without the marks of a list."""
    for start, end in sentences(text):
        sentence = re.sub(r"^(?:[-*•]|\d{1,2}[.)])\s+", "", " ".join(text[start:end].split()))
        if any(character.isalnum() for character in sentence):
            yield sentence
