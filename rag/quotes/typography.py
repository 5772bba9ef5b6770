"""In what two wordings of the same words differ, beyond the words."""

from __future__ import annotations

import re
import unicodedata

from rag.quotes.check import Typography
from rag.quotes.tokens import without_stage_notes

_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‘’‚‛`´ʼ", "'") | {"…": "..."})
_DASH = re.compile(r"\s*(?:[—–−]|-{2,})\s*|\s+-\s+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"\w+(?:['.]\w+)*")
_BROKEN = re.compile(r"(?<=\w)-[ \t]*\n\s*(?=\w)")


def differences(quoted: str, said: str) -> tuple[Typography, ...]:
    """Return in what two wordings differ; nothing where they are the same to a reader.

    White space, the kind of quotation marks and the length of dashes do not count.
    """
    one, other = _plain(quoted), _plain(said)
    if one == other:
        return ()
    found = []
    if _plain(without_stage_notes(one)) != one or _plain(without_stage_notes(other)) != other:
        found.append(Typography.STAGE_NOTES)
        one, other = _plain(without_stage_notes(one)), _plain(without_stage_notes(other))
    words = [_WORD.findall(text) for text in (one, other)]
    if [word.casefold() for word in words[0]] != [word.casefold() for word in words[1]]:
        found.append(Typography.SPELLING)
    elif words[0] != words[1]:
        found.append(Typography.CAPITALS)
    if _WORD.sub("", one).split() != _WORD.sub("", other).split():
        found.append(Typography.PUNCTUATION)
    return tuple(found)


def _plain(text: str) -> str:
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", _BROKEN.sub("-", text))).translate(_MARKS)
    return " ".join(_DASH.sub(" - ", text).split())
