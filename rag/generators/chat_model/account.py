"""Keeping account of the sentences of one reply."""

from __future__ import annotations

from collections.abc import Iterator

from rag import wording
from rag.answer import Citation, Sentence, Verdict
from rag.checking.checker import Checked
from rag.checking.claim import Ground
from rag.generators.extractive import cite
from rag.generators.generator import Draft
from rag.selection import Quotation


class Account:
    """Collects checked claims as the sentences and citations of a draft.

    Citations are numbered in the order in which verified sentences first need them; the same words
    have the same number.
    """

    def __init__(self, *, struck: bool) -> None:
        self._show_struck = struck
        self._sentences: list[Sentence] = []
        self._citations: dict[tuple[str, int, int], Citation] = {}
        self._withheld = 0
        self.verified = 0

    @property
    def struck(self) -> tuple[Sentence, ...]:
        """The sentences that failed a check, where they are to be shown."""
        return tuple(item for item in self._sentences if item.verdict is not Verdict.VERIFIED)

    def enter(self, checked: Checked) -> Iterator[Sentence]:
        """Take a checked claim; yield its sentence where that is to be shown.

        A number that it cites and no evidence has stays visible, as unresolved: [9?].
        """
        unresolved = "".join(f" [{n}?]" for n in checked.unresolved)
        text = checked.claim.text + unresolved
        if any(sentence.text == text for sentence in self._sentences):
            return
        if checked.verdict is Verdict.VERIFIED:
            numbers = tuple(dict.fromkeys(self._number(ground) for ground in checked.grounds))
            sentence = Sentence(text, numbers, verbatim=False)
            self.verified += 1
        elif self._show_struck:
            sentence = Sentence(text, (), False, checked.verdict, checked.reason)
        else:
            self._withheld += 1
            return
        self._sentences.append(sentence)
        yield sentence

    def draft(self, note: str | None) -> Draft:
        """Return the draft; its notes are `note`, and how many sentences were withheld."""
        withheld = wording.withheld(self._withheld) if self._withheld else None
        notes = tuple(text for text in (note, withheld) if text)
        return Draft(tuple(self._sentences), tuple(self._citations.values()), notes)

    def _number(self, ground: Ground) -> int:
        source = ground.source
        key = (source.statement.id, ground.start, ground.end)
        if key not in self._citations:
            quotation = Quotation(source.quotation.passage, ((ground.start, ground.end),))
            self._citations[key] = cite(len(self._citations) + 1, quotation, source.statement)
        return self._citations[key].n
