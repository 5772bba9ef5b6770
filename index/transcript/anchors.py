"""The labels of a document that are sure: by their words, or because they come back and take turns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.statement import Role
from index.transcript.forms import Form, name_words, part_of, title_and_name
from index.transcript.label import Label, Mark
from index.transcript.media import is_media
from index.transcript.principal import office_of
from index.transcript.setting import Setting
from index.transcript.vocabulary import NAME_PARTICLES, NO_PERSONS_WORDS

_STRONG_PARTS = frozenset(
    """q|question|reporter|journalist|interviewer|correspondent|unidentified reporter|moderator|the moderator
    |audience|the audience|audience member|audience members|member of the audience|crowd
    |frage|pregunta|domanda|вопрос""".replace("\n    ", "").split("|")
)
_HEADS = frozenset(
    {"the president", "the vice president", "the prime minister", "the foreign minister", "the chancellor",
     "the general secretary", "the secretary general", "the secretary-general", "the attorney general",
     "the secretary", "the first lady", "the minister", "the high representative"}
)  # fmt: skip
UNSURE_MARKS = frozenset({Mark.NONE, Mark.DASH, Mark.BRACKETS})
"""Marks that say little alone: such a label is sure only with others of its kind."""


def anchors(labels: Sequence[Label], counts: Counter[str], setting: Setting) -> list[Label]:
    """Return the sure labels, in no particular order; `counts` tells how often each key comes."""
    inline = [label for label in labels if not label.alone]
    sure = [label for label in inline if _is_anchor(label, counts, setting)]
    sure += _titled_anchors(inline, counts, {label.line for label in sure})
    sure += _dashed(inline, counts)
    if not sure:
        sure = _taking_turns(inline, counts, setting) or _opening_name(inline, setting)
    return sure + _alone(labels, sure, setting)


def surname_in(label: Label, surnames: frozenset[str]) -> bool:
    """Whether a label ends in one of these surnames."""
    return name_words(label.key)[-1] in surnames


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
        if label.form is Form.TITLED and label.mark not in UNSURE_MARKS and label.line not in taken:
            by_style[label.style].append(label)
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
    plain = first.mark is Mark.COLON and first.is_full_name and not (first.quotes or first.low)
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
            if label.key in sure
            or counts[label.key] > 1
            or label.form is Form.PART
            or label.is_full_name
            or is_media(label.name)
        ]
    return [label for label in group if counts[label.key] > 1]


def _alternating(group: Sequence[Label], counts: Counter[str]) -> set[str]:
    """The full names that stand on lines of their own by turns, each of them more than once."""
    again = [label for label in group if counts[label.key] > 1 and label.is_full_name]
    changes = sum(one.key != other.key for one, other in pairwise(again))
    return {label.key for label in again} if len(again) >= 4 and changes >= len(again) - 2 else set()


def _is_address(label: Label) -> bool:
    """Whether a label alone on its line rather addresses a letter: "The PRESIDENT:", "NASHVILLE, Colon:"."""
    if label.form is Form.PART:
        return False
    return label.form is Form.OFFICE or (label.aside != "" and not is_media(label.aside))
