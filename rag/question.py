"""What a question asks for, read from its words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rag.asking import Parties, parties, without_asking
from rag.terms import Term, content_terms
from rag.topic import topic


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    `text` is what is searched. It ends with `focus`, what is asked now; before that stand the earlier
    questions that it leans on, if any. `terms` are the content words of the focus, without the words
    that only make it a question, and `topic` those of what somebody is said to have spoken about ("Syria" in
    "What did he say about Syria?"). `sayer` is whoever is said to have spoken or asked ("Lavrov" in
    "What did Lavrov say about ..."), as written. `asks_questioner` tells that the words of a journalist
    are wanted, not those of a principal; `addressee` is whoever is said to have been asked, as written.
    """

    text: str
    focus: str
    terms: tuple[Term, ...]
    sayer: str | None
    asks_questioner: bool
    addressee: str | None = None
    topic: tuple[Term, ...] = ()

    @property
    def leans(self) -> bool:
        """Whether the question is searched together with earlier ones."""
        return self.text != self.focus

    @property
    def read(self) -> str:
        """The question for which sentences are read: a follow-up as `leading` puts it."""
        return leading(self.focus, self.text.removesuffix(self.focus)) if self.leans else self.text

    def settled(self, words: str) -> Question:
        """Return the question for a search whose filter stands for `words`: no text need name them."""
        heard = set(re.findall(r"\w+", words))
        return replace(
            self, terms=tuple(replace(term, name=term.name and term.text not in heard) for term in self.terms)
        )


def leading(focus: str, earlier: str) -> str:
    """Return a follow-up as sentences are read for it: what is asked now, then the `earlier` words.

    On 420 judged follow-ups the AUROC of a sentence's logit in context was .87, and .82 with the
    questions one after the other.
    """
    words = " ".join(term.text for term in content_terms(earlier))
    return f"{focus.rstrip('?')} ({words})?" if words else focus


def analyse(text: str, context: str = "") -> Question:
    """Take a question apart; any text will do.

    `context` holds the earlier questions that it is understood from. Where `text` names no sayer of
    its own ("And about Georgia?", "What did he say?"), the sayer is theirs; where they are about what
    was asked, it is the one who was asked.
    """
    before: Parties | None = None
    for earlier in _QUESTION_END.split(context) if context else ():
        before = parties(earlier, before)
    found = parties(text, before)
    subject = without_asking(text) if found.asks_questioner else text
    return Question(
        text=f"{context} {text}" if context else text,
        focus=text,
        terms=content_terms(subject),
        sayer=found.sayer,
        asks_questioner=found.asks_questioner,
        addressee=found.addressee,
        topic=_topic(text),
    )


_QUESTION_END = re.compile(r"(?<=\?)\s+")


def _topic(text: str) -> tuple[Term, ...]:
    """Return the words of the topic; none where they are numbers alone, as those of a year."""
    terms = content_terms(topic(text) or "")
    return () if all(term.text.isdigit() for term in terms) else terms
