"""Labels with slips of the pen: "MR. CATER." for Mr. Carter, "Mr. Mondale Well." without its stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.transcript.forms import Form, form_of, name_words
from index.transcript.label import Label

_OFTEN = 3
_MAX_NAMES = 40
_MIN_LENGTH = 7
_PARTS = ("audience member", "audience members", "the president", "the moderator", "question")


def mend(labels: Sequence[Label], text: str) -> list[Label]:
    """Return the labels, those that stand once and nearly match a frequent one read as that one."""
    counts = Counter(label.key for label in labels)
    often = {key for key, count in counts.most_common(_MAX_NAMES) if count >= _OFTEN}
    names = {label.key: label.name for label in labels if label.key in often}
    return [_mended(label, names, text) if counts[label.key] == 1 else label for label in labels]


def _mended(label: Label, names: dict[str, str], text: str) -> Label:
    words = name_words(label.name)
    for key in names:
        if label.form is Form.TITLED and len(words) > 2 and label.key.startswith(f"{key} "):
            body = text.rfind(words[len(key.split())], label.start, label.body)
            return replace(label, name=names[key], body=body)
    for key in (*names, *_PARTS):
        if len(key) >= _MIN_LENGTH and differ_by_one(label.key, key):
            name = names.get(key, key)
            return replace(label, name=name, form=form_of(name.capitalize()) or label.form)
    return label


def differ_by_one(one: str, other: str) -> bool:
    """Whether one letter added, left out or changed makes `other` of `one`."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
