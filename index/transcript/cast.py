"""Who the labels of a document mean: one name for all that one person is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import PurePath

from index.statement import Role
from index.transcript.forms import Form, form_of, name_words, part_of, title_and_name
from index.transcript.label import Label
from index.transcript.media import is_media
from index.transcript.names import Names, surname_of
from index.transcript.principal import Principal, office_of
from index.transcript.vocabulary import DEPARTMENTS, HONORIFICS, NAME_PARTICLES, OFFICE_WORDS, TITLE_JOINTS

_SMALL = frozenset("of the and for to".split())
_FEMALE = frozenset("mrs ms miss mme frau señora".split())
_ABBREVIATED = frozenset("mr mrs ms dr prof sen rep gov gen adm amb".split())
_SEARCHED = 200_000
_MAX_OFFICES = 20
_ACRONYM = 5
_WORD = r"(?:[^\W\d_a-z][\w'’-]+|[A-Z]\.)"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
_MODERATOR = re.compile(rf"\bI(?: am|['’]m) {_NAME}\b(?=[^.!?\n]{{0,120}}\bmoderat)")


class Cast:
    """Resolves the labels of one document to names.

    `principal` is the header's name, in full where the text gives it in full; `office` is his office.
    """

    def __init__(
        self, labels: Iterable[Label], principal: Principal | None, text: str, file_name: str
    ) -> None:
        keys = {label.key: label for label in labels}
        self._labels = keys
        self._text = text
        self.office = principal.office if principal else ""
        self._offices = self._office_holders(keys.values())
        wanted = {surname_of(name) for name in self._offices.values()}
        wanted |= {surname_of(label.name) for label in keys.values()}
        wanted.add(surname_of(principal.name) if principal else "")
        self._names = Names(text, wanted - {""})
        self._learn(keys.values(), file_name, wanted)
        self.principal = self._as_labelled(self._in_full(principal.name)) if principal else None
        self._by_office = any(
            label.form is Form.OFFICE and office_of(label.name) == self.office for label in keys.values()
        )
        self._by_other_title = any(self._is_other_title(label) for label in keys.values())
        self._resolved = {key: self._resolve(label) for key, label in keys.items()}

    def name(self, label: Label) -> str | None:
        """Return the name of a label's speaker; None where the label names a part and no person."""
        return self._resolved[label.key]

    @staticmethod
    def moderator_in(opening: str) -> str | None:
        """Return the name of one who says in `opening`: "I am ..., moderator of this debate"."""
        match = _MODERATOR.search(opening[:5000])
        return match["name"].rstrip(".") if match else None

    def _learn(self, labels: Iterable[Label], file_name: str, wanted: set[str]) -> None:
        """Take full names from the labels themselves and, as a last resort, from the file name."""
        for label in labels:
            name = label.aside if form_of(label.aside) is Form.TITLED else label.name
            _, rest = title_and_name(name)
            if (
                form_of(name) in (Form.TITLED, Form.NAME)
                and len(_given(rest)) > 0
                and len(_given(rest)[0]) > 1
            ):
                self._names.add(self._spelled(name, rest), 1000)
        slug = re.split(r"[-_ .]+", PurePath(file_name).name)
        for first, surname in pairwise(slug):
            if surname in wanted and first.isalpha() and first not in OFFICE_WORDS | HONORIFICS | _NOT_FIRST:
                full = self._names.full(surname, first)
                self._names.add(full or f"{first.capitalize()} {self._names.spell(surname.upper())}", 50)

    def _in_full(self, name: str) -> str:
        title, rest = title_and_name(name)
        if not title and len(rest) > 1:
            return name
        return self._names.full(rest[-1]) or name if rest else name

    def _as_labelled(self, principal: str) -> str:
        """The end of the header's name that labels give, where none gives it whole: without "Tan Sri"."""
        called = [title_and_name(label.name)[1] for label in self._labels.values()]
        lengths = [len(words) for words in called if len(words) > 1 and _ends_in(principal, words)]
        if not lengths or len(name_words(principal)) in lengths:
            return principal
        return " ".join(principal.split()[-min(lengths) :])

    def _is_other_title(self, label: Label) -> bool:
        """Whether a label means the principal by another title than the header's office ("MR. CARTER")."""
        if self.principal is None or label.form is not Form.TITLED:
            return False
        title, rest = title_and_name(label.name)
        titles = {word.casefold() for word in title} | {office_of(" ".join(title))}
        if self.office and office_of(label.aside) == self.office:
            return False
        same = surname_of(rest[-1]) == surname_of(self.principal)
        return same and self.office not in titles and titles.isdisjoint(_FEMALE)

    def _resolve(self, label: Label) -> str | None:
        if label.form is Form.PART:
            return self.moderator_in(self._text) if part_of(label.name) is Role.MODERATOR else None
        if label.form is Form.ANSWER:
            return self.principal
        if label.form is Form.OFFICE:
            held_by = form_of(label.aside) is Form.TITLED
            return self._person(label.aside) if held_by else self._officer(label)
        return self._person(label.name)

    def _officer(self, label: Label) -> str:
        """The holder of an office: the principal if it is his, else whom the text gives it to."""
        if self.principal and office_of(label.name) == self.office and not self._by_other_title:
            return self.principal
        name = self._offices.get(label.key)
        if name is None:
            return self._readable(label.name).removeprefix("The ")
        return self._names.full(surname_of(name)) or name

    def _person(self, label: str) -> str:
        title, rest = title_and_name(label)
        surname, given = rest[-1], _given(rest)
        if self.principal and given and _ends_in(self.principal, rest):
            return self.principal
        if label.isupper() and len(label) <= _ACRONYM and is_media(label):
            return label
        if self.principal and surname_of(surname) == surname_of(self.principal):
            if not given or given[0][0] == self.principal[0]:
                female = {word.casefold() for word in title} & _FEMALE
                if not (female and self._by_office):
                    return self.principal
            return self._names.full(surname, given[0] if given else "", self.principal) or self._readable(
                label
            )
        if len(rest) == 1 and not title and surname.isupper() and len(surname) in (2, 3):
            return self._initialled(surname)
        if given and len(given[0]) > 1:
            return self._spelled(label, rest)
        return self._names.full(surname, given[0] if given else "") or self._readable(label)

    def _initialled(self, initials: str) -> str:
        """Whom initials mean: the principal, somebody else labelled, an office ("FS"); else as they are."""
        if self.principal and initials_of(self.principal) == initials:
            return self.principal
        meant = {key: label for key, label in self._labels.items() if initials_of(label.name) == initials}
        if len(meant) != 1:
            return initials
        (label,) = meant.values()
        return self._officer(label) if label.form is Form.OFFICE else self._person(label.name)

    def _office_holders(self, labels: Iterable[Label]) -> dict[str, str]:
        """For each label that is an office, the name that most often follows the office in the text."""
        holders: dict[str, str] = {}
        text = self._text[:_SEARCHED]
        for label in [label for label in labels if label.form is Form.OFFICE][:_MAX_OFFICES]:
            office = self._office_words(label.name)
            found = Counter(
                re.sub(r"['’]s$", "", match["name"].rstrip("."))
                for match in re.finditer(
                    rf"\b{office}(?: of [A-Z]\w+)?,? (?:(?:Mrs?|Ms|Dr)\.? )?{_NAME}", text
                )
            )
            names = [
                (n, name)
                for name, n in found.items()
                if (OFFICE_WORDS | DEPARTMENTS | TITLE_JOINTS).isdisjoint(name.casefold().split())
            ]
            if names:
                name = max(names)[1]
                holders[label.key] = name if " " in name else f"{office} {name}"
        return holders

    @staticmethod
    def _office_words(name: str) -> str:
        words = [word.casefold() for word in name_words(name) if word.casefold() != "the"]
        return " ".join(word if word in _SMALL else word.capitalize() for word in words)

    def _readable(self, name: str) -> str:
        """A label in usual letters: "Mr. McGee", "Secretary Mnuchin"."""
        title, rest = title_and_name(name)
        shown = [
            word.casefold() if word.casefold() in _SMALL and i else word.capitalize()
            for i, word in enumerate(title)
        ]
        shown = [f"{word}." if word.casefold() in _ABBREVIATED else word for word in shown]
        return " ".join([*shown, self._spelled(name, rest)] if rest else shown)

    def _spelled(self, name: str, words: list[str]) -> str:
        """The words of a name in usual letters; initials keep their full stops."""
        return " ".join(
            f"{word}." if len(word) == 1 and f"{word}." in name else self._names.spell(word) for word in words
        )


_NOT_FIRST = frozenset(
    "debate with and the of conference remarks speech address interview on by to for".split()
)


def initials_of(name: str) -> str:
    """The first letters of a name or an office: "FS" of "Foreign Secretary"."""
    return "".join(word[0] for word in name_words(name))


def _ends_in(name: str, words: list[str]) -> bool:
    """Whether a name ends in these words: "Ignacio Beltrán Urrutia" in both of his surnames."""
    last = name_words(name)[-len(words) :]
    return [word.casefold() for word in last] == [word.casefold() for word in words]


def _given(rest: list[str]) -> list[str]:
    """What stands before the surname, without its particles."""
    return [word for word in rest[:-1] if word.casefold() not in NAME_PARTICLES]
