"""Which of the lines that look like labels are labels: decided for the document as a whole.

A line such as "Thank you.", "Note:" or "Robert Frost said:" looks like a label alone. What tells a
speaker is that his label comes back, stands beside other labels of the same style, and takes turns
with them. So the sure labels (anchors) are found first; they set the document's style; the others
are then measured by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.transcript.anchors import UNSURE_MARKS, anchors, surname_in
from index.transcript.forms import Form, form_of, name_words, part_of, title_and_name
from index.transcript.label import Label, Mark
from index.transcript.media import is_media
from index.transcript.principal import office_of
from index.transcript.setting import Setting

_SHARE_OF_LINES = 0.4


def accept(labels: Sequence[Label], setting: Setting) -> list[Label]:
    """Return the labels that the document as a whole bears out, in order."""
    counts = Counter(label.key for label in labels if label.mark is not Mark.NONE)
    sure = anchors(labels, counts, setting)
    if not sure:
        return []
    style = _Style.of(sure)
    lines = {label.line for label in sure}
    followers = [
        label
        for label in labels
        if not label.alone and label.line not in lines and _follows(label, style, counts, setting)
    ]
    accepted = sorted((*sure, *followers), key=lambda label: label.line)
    return accepted if _is_dialogue(accepted, setting) else []


@dataclass(frozen=True, slots=True)
class _Style:
    """What the sure labels of a document have in common: their keys, forms and surnames."""

    keys: frozenset[str]
    forms: frozenset[tuple[Mark, bool]]
    small: frozenset[tuple[Mark, bool]]
    surnames: frozenset[str]
    shouts: bool

    @classmethod
    def of(cls, sure: Iterable[Label]) -> _Style:
        keys = frozenset(label.key for label in sure)
        return cls(
            keys=keys,
            forms=frozenset(label.style for label in sure),
            small=frozenset(label.style for label in sure if not label.caps),
            surnames=frozenset(name_words(key)[-1] for key in keys),
            shouts=all(label.caps for label in sure),
        )


def _follows(label: Label, style: _Style, counts: Counter[str], setting: Setting) -> bool:
    """Whether a label is borne out by the style of the sure ones."""
    marks = {mark for mark, _ in style.forms}
    letter = label.name in ("Q", "A") and Mark.STOP in marks  # "P.-" beside "SR. BLAKE.-"
    if label.mark in UNSURE_MARKS and label.mark not in marks and not letter:
        return False
    if label.form is Form.ANSWER:
        return label.mark is Mark.COLON or "q" in style.keys
    if label.key in style.keys:
        return True
    if (label.low or label.quotes) and not label.caps and counts[label.key] == 1:
        return False
    if label.mark in (Mark.STOP, Mark.SEMICOLON):
        if label.mark is Mark.STOP and Mark.STOP not in marks:
            return False
        if label.form is Form.NAME:
            shouted = label.caps and style.shouts and label.is_full_name
            common = name_words(label.key)[-1] in setting.common
            return surname_in(label, style.surnames) or (shouted and (is_media(label.aside) or not common))
        # "Mr. Warren Wiggins. He is 42 years old ..." tells of a man; a label would leave out "Warren".
        one_name = label.form is not Form.TITLED or len(title_and_name(label.name)[1]) == 1
        return label.caps or (label.style in style.small and one_name)
    if label.form is Form.OFFICE:
        held_by = form_of(label.aside) is Form.TITLED
        in_style = label.caps or label.key.startswith("spokes") or label.style in style.small
        holds = setting.office != "" and office_of(label.name) == setting.office
        return label.key.startswith("the ") or counts[label.key] > 1 or held_by or in_style or holds
    return label.form is not Form.NAME or _is_plain_name(label, style, counts, setting)


def _is_plain_name(label: Label, style: _Style, counts: Counter[str], setting: Setting) -> bool:
    """Whether a name without title speaks here.

    It does in capitals, with an employer ("Sidharth, WION:"), or with a surname that is known. Otherwise
    it must come back, or be a full name in the document's style, and its last word must be no common one
    ("Will Smith:" may speak, "Economic growth:" does not).
    """
    words = name_words(label.key)
    if label.caps or (label.aside and len(words) > 1):
        return True
    if label.aside and is_media(f"{label.name}, {label.aside}"):
        return True
    if surname_in(label, style.surnames | setting.surnames):
        return True
    if words[-1] in setting.common:
        return False
    if label.emphasised and label.style in style.small:
        return True
    return counts[label.key] > 1 or (label.style in style.small and len(words) > 1)


def _is_dialogue(labels: Sequence[Label], setting: Setting) -> bool:
    """The last check: one label alone, or questions without anybody named, may be a quotation."""
    parts = [label for label in labels if label.form in (Form.PART, Form.ANSWER)]
    if len(labels) == 1:
        return setting.dialogue or not parts
    if len(parts) < len(labels) or setting.dialogue:
        return True
    if all(label.key.split()[0] == "audience" for label in parts):
        return True
    first, second, *_ = labels
    if first.line <= setting.body + 1 and part_of(first.name) and second.form is Form.ANSWER:
        return True
    span = labels[-1].line - labels[0].line
    return span >= setting.n_lines * _SHARE_OF_LINES
