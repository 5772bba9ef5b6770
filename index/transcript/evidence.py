"""Which of the lines that look like labels are labels: decided for the document as a whole.

A line such as "Thank you.", "Note:" or "Robert Frost said:" looks like a label alone. What tells a
speaker is that his label comes back, stands beside other labels of the same style, and takes turns
with them. So the sure labels (anchors) are found first; they set the document's style; the others
are then measured by it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.statement import Role
from index.transcript.forms import Form, form_of, name_words, part_of, title_and_name
from index.transcript.labels import Label, Mark, fold
from index.transcript.principal import office_of
from index.transcript.vocabulary import MEDIA_WORDS, NAME_PARTICLES, NO_PERSONS_WORDS

_STRONG_PARTS = frozenset(
    """q|question|reporter|journalist|interviewer|correspondent|unidentified reporter|moderator|the moderator
    |audience|the audience|audience member|audience members|member of the audience|crowd
    |frage|pregunta|domanda|вопрос""".replace("\n    ", "").split("|")
)
_WORD = re.compile(r"[^\W\d_]+")
_HEADS = frozenset(
    {"the president", "the vice president", "the prime minister", "the foreign minister", "the chancellor",
     "the general secretary", "the secretary general", "the secretary-general", "the attorney general",
     "the secretary", "the first lady", "the minister", "the high representative"}
)  # fmt: skip
_SHARE_OF_LINES = 0.4
_UNSURE_MARKS = frozenset({Mark.NONE, Mark.DASH, Mark.BRACKETS})


@dataclass(frozen=True, slots=True)
class Setting:
    """What bears on the labels of a document.

    `surnames` and `office` are those of its header; `dialogue` tells a kind with several voices;
    `body` is the first line after the header; `common` holds the words that the text has in lower case;
    `unnamed` tells that the title gives an office and not who holds it.
    """

    surnames: frozenset[str]
    dialogue: bool
    n_lines: int
    body: int
    office: str
    common: frozenset[str]
    unnamed: bool


def common_words(text: str) -> frozenset[str]:
    """Return the words that stand in lower case in `text`: no names, then, except by chance."""
    return frozenset(word for word in set(_WORD.findall(text)) if word.islower())


def accept(labels: Sequence[Label], setting: Setting) -> list[Label]:
    """Return the labels that the document as a whole bears out, in order."""
    counts = Counter(label.key for label in labels if label.mark is not Mark.NONE)
    inline = [label for label in labels if not label.alone]
    anchors = [label for label in inline if _is_anchor(label, counts, setting)]
    anchors += _titled_anchors(inline, counts, {label.line for label in anchors})
    anchors += _dashed(inline, counts)
    if not anchors:
        anchors = _taking_turns(inline, counts, setting) or _opening_name(inline, setting)
    anchors += _alone(labels, anchors, setting)
    if not anchors:
        return []
    style = _Style.of(anchors)
    sure = {label.line for label in anchors}
    followers = [
        label for label in inline if label.line not in sure and _follows(label, style, counts, setting)
    ]
    accepted = sorted((*anchors, *followers), key=lambda label: label.line)
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
    def of(cls, anchors: Iterable[Label]) -> _Style:
        keys = frozenset(anchor.key for anchor in anchors)
        return cls(
            keys=keys,
            forms=frozenset(map(_style, anchors)),
            small=frozenset(_style(anchor) for anchor in anchors if not anchor.caps),
            surnames=frozenset(name_words(key)[-1] for key in keys),
            shouts=all(anchor.caps for anchor in anchors),
        )


def _is_anchor(label: Label, counts: Counter[str], setting: Setting) -> bool:
    """A label that is sure by itself, given how often it comes back."""
    if label.mark in (Mark.NONE, Mark.DASH):
        return False
    again = counts[label.key] > 1
    if label.mark is Mark.BRACKETS:
        return again and part_of(label.name) is Role.QUESTIONER
    if label.form is Form.PART:
        return again or (label.key in _STRONG_PARTS and (label.caps or not label.low))
    if label.form is Form.OFFICE:
        if again and label.mark is Mark.COLON and setting.office and office_of(label.name) == setting.office:
            return True
        if not label.key.startswith("the ") or (label.low and not again):
            return False
        known = label.key in _HEADS
        return (known and (label.mark is Mark.COLON or again or label.caps)) or (again and label.caps)
    if label.form in (Form.TITLED, Form.NAME) and label.mark is Mark.COLON:
        named = surname_in(label, setting.surnames)
        return (named and (again or label.caps or label.form is Form.TITLED)) or (label.emphasised and again)
    return False


def _titled_anchors(labels: Iterable[Label], counts: Counter[str], taken: set[int]) -> list[Label]:
    """Titles with names ("MR. SMITH.") that come back, or two different ones in one style."""
    by_style: defaultdict[tuple[Mark, bool], list[Label]] = defaultdict(list)
    for label in labels:
        if label.form is Form.TITLED and label.mark not in _UNSURE_MARKS and label.line not in taken:
            by_style[_style(label)].append(label)
    found = []
    for (mark, _), group in by_style.items():
        several = len({label.key for label in group}) > 1 and mark is not Mark.STOP
        found += [label for label in group if counts[label.key] > 1 or (several and label.caps)]
    return found


def _taking_turns(labels: Iterable[Label], counts: Counter[str], setting: Setting) -> list[Label]:
    """Names or offices that take turns: two or more, each of which comes back, and no common words."""
    names = [
        label
        for label in labels
        if label.form in (Form.NAME, Form.TITLED, Form.OFFICE)
        and label.mark is Mark.COLON
        and counts[label.key] > 1
        and not (label.quotes or label.low)
        and (
            label.caps
            or label.form is Form.OFFICE
            or setting.common.isdisjoint(set(label.key.split()) - NAME_PARTICLES)
        )
    ]
    changes = sum(one.key != other.key for one, other in pairwise(names))
    enough = len(names) >= 4 and changes * 2 >= len(names)
    return names if enough and len(names) >= setting.n_lines * 0.1 else []


def _opening_name(labels: Sequence[Label], setting: Setting) -> list[Label]:
    """The full name before the first words, where the title leaves open who speaks.

    A heading may look like one ("Climate Change: ..."), but other headings follow, or its words tell.
    """
    first = labels[0] if labels else None
    if first is None or not setting.unnamed or first.line != setting.body:
        return []
    plain = first.mark is Mark.COLON and _is_full_name(first) and not (first.quotes or first.low)
    alone = not any(label.mark is Mark.COLON and label.key != first.key for label in labels)
    words = {word.casefold() for word in title_and_name(first.name)[1]} - NAME_PARTICLES
    return [first] if plain and alone and words.isdisjoint(setting.common | NO_PERSONS_WORDS) else []


def _dashed(inline: Sequence[Label], counts: Counter[str]) -> list[Label]:
    """Labels before a dash: two or more that come back and take turns, and those that say who speaks."""
    dashed = [label for label in inline if label.mark is Mark.DASH]
    again = [label for label in dashed if counts[label.key] > 1]
    changes = sum(one.key != other.key for one, other in pairwise(again))
    letters = {"q", "a"} <= {label.key for label in dashed}
    if not letters and (len(again) < 3 or changes * 2 < len(again)):
        return []
    return [label for label in dashed if counts[label.key] > 1 or label.aside or label.form is not Form.NAME]


def _alone(labels: Sequence[Label], anchors: Sequence[Label], setting: Setting) -> list[Label]:
    """Labels on lines of their own, where there are two or more and one of them is sure by its words."""
    alone = [label for label in labels if label.alone and not _is_address(label)]
    with_colon = [label for label in alone if label.mark is Mark.COLON]
    group = with_colon or [label for label in alone if label.mark is Mark.NONE]
    counts = Counter(label.key for label in group)
    known = {label.key for label in anchors}
    sure = {
        label.key
        for label in group
        if label.key in _STRONG_PARTS | known or surname_in(label, setting.surnames)
    }
    sure = sure or _alternating(group, counts)
    if not sure or len(counts.keys() | known) < 2:
        return []
    if with_colon:
        return [
            label
            for label in group
            if label.key in sure or counts[label.key] > 1 or label.form is Form.PART or _is_full_name(label)
        ]
    return [label for label in group if counts[label.key] > 1]


def _alternating(group: Sequence[Label], counts: Counter[str]) -> set[str]:
    """The full names that stand on lines of their own by turns, each of them more than once."""
    again = [label for label in group if counts[label.key] > 1 and _is_full_name(label)]
    changes = sum(one.key != other.key for one, other in pairwise(again))
    return {label.key for label in again} if len(again) >= 4 and changes >= len(again) - 2 else set()


def _is_address(label: Label) -> bool:
    """Whether a label alone on its line rather addresses a letter: "The PRESIDENT:", "NASHVILLE, Colon:"."""
    if label.form is Form.PART:
        return False
    return label.form is Form.OFFICE or (label.aside != "" and not is_media(label.aside))


def _is_full_name(label: Label) -> bool:
    return label.form is Form.TITLED or (label.form is Form.NAME and len(name_words(label.name)) > 1)


def _follows(label: Label, style: _Style, counts: Counter[str], setting: Setting) -> bool:
    """Whether a label is borne out by the style of the sure ones."""
    if label.mark in _UNSURE_MARKS and label.mark not in {mark for mark, _ in style.forms}:
        return False
    if label.form is Form.ANSWER:
        return label.mark is Mark.COLON or "q" in style.keys
    if label.key in style.keys:
        return True
    if (label.low or label.quotes) and not label.caps and counts[label.key] == 1:
        return False
    if label.mark in (Mark.STOP, Mark.SEMICOLON):
        if label.mark is Mark.STOP and Mark.STOP not in {mark for mark, _ in style.forms}:
            return False
        if label.form is Form.NAME:
            shouted = label.caps and style.shouts and _is_full_name(label)
            common = name_words(label.key)[-1] in setting.common
            return surname_in(label, style.surnames) or (shouted and (is_media(label.aside) or not common))
        # "Mr. Warren Wiggins. He is 42 years old ..." tells of a man; a label would leave out "Warren".
        one_name = label.form is not Form.TITLED or len(title_and_name(label.name)[1]) == 1
        return label.caps or (_style(label) in style.small and one_name)
    if label.form is Form.OFFICE:
        held_by = form_of(label.aside) is Form.TITLED
        in_style = label.caps or label.key.startswith("spokes") or _style(label) in style.small
        return label.key.startswith("the ") or counts[label.key] > 1 or held_by or in_style
    return label.form is not Form.NAME or _is_plain_name(label, style, counts, setting)


def _is_plain_name(label: Label, style: _Style, counts: Counter[str], setting: Setting) -> bool:
    """Whether a name without title speaks here.

    It does in capitals, with an employer, or with a surname that is known. Otherwise it must come
    back, or be a full name in the document's style, and its last word must be no common one
    ("Will Smith:" may speak, "Economic growth:" does not).
    """
    words = name_words(label.key)
    if label.caps or (label.aside and len(words) > 1):
        return True
    if surname_in(label, style.surnames | setting.surnames):
        return True
    if words[-1] in setting.common:
        return False
    if label.emphasised and _style(label) in style.small:
        return True
    return counts[label.key] > 1 or (_style(label) in style.small and len(words) > 1)


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


def is_media(aside: str) -> bool:
    """Whether what a label says of its holder names a news organisation or a journalist's trade."""
    return not MEDIA_WORDS.isdisjoint(fold(aside).replace(",", " ").replace("/", " ").split())


def surname_in(label: Label, surnames: frozenset[str]) -> bool:
    """Whether a label ends in one of these surnames."""
    return name_words(label.key)[-1] in surnames


def _style(label: Label) -> tuple[Mark, bool]:
    return (Mark.COLON if label.mark is Mark.SEMICOLON else label.mark), label.emphasised
