"""All that one speaker says in a document, counted as his role is weighed by it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.transcript.forms import Form, title_and_name
from index.transcript.label import Label
from index.transcript.vocabulary import OFFICE_WORDS

_HOSTING = re.compile(
    r"\b(?:next|last|final|first) question\b|\byour (?:question|response|rebuttal|comment|closing)\b"
    r"|\bquestion (?:is )?(?:for|to|from|by|goes)\b|\b(?:one|two|a|your|\d)[ -]minutes?\b|\bseconds\b"
    r"|\bmoderat(?:or|e)\b|\btime(?: is|['’]s| was) up\b|\bfollow-?up\b|\bcomment\?|\brespond\b"
    r"|\b(?:last|one more|next) one\b|\bfor one more\b|\bone question\b"
    r"|\b(?:closing|opening) statement|\b(?:answer|take) (?:your|a few|some) questions\b"
    r"|\bgo to questions\b|\bwe['’]ll start with\b|\bhave time for\b|\bopen it up\b|\bjoin me in thanking\b"
    r"|\b(?:first|second|third|fourth|front|last|back) row\b|\bwait for the microphone\b",
    re.IGNORECASE,
)
_INQUIRING = re.compile(r"\bI(?:['’]ll| will|['’]d like to| would like to)? ask you\b|\bmy question\b", re.I)
_PRESIDES = re.compile(
    r"\b(?:debate|sitting|meeting|vote|item) is (?:closed|suspended|adjourned|open)\b|\bnext item\b"
    r"|\bthank the representative\b|\blist of speakers\b|\b(?:has|have|give) the floor\b"
    r"|\bI (?:now )?(?:call|give)\b",
    re.IGNORECASE,
)
_PUTS_TO = re.compile(
    r"(?:(?:thank you|thanks|welcome)(?: so much| very much| again)?,? )?(?:dear )?"
    r"(?:(?:mr|mrs|ms|madam)\.? (?:president|minister|secretary|chancellor|ambassador|commissioner|speaker)"
    r"|(?:prime |foreign )?minister|your (?:holiness|excellency|majesty|highness)|holy father)\b[^\w]",
    re.IGNORECASE,
)
_SPOKESPERSONS = ("spokes", "sprecher", "regierungssprecher", "porte-parole", "portavoz")
_LAST_WORDS = 120
_BRIEF = 60


@dataclass(slots=True)
class Speech:
    """All that one speaker says, as his role is weighed by it: counts of turns, and words in all."""

    label: Label
    opens: bool
    turns: int = 0
    words: int = 0
    asking: int = 0
    hosting: int = 0
    closes: bool = False
    asked_last: bool = False
    presiding: int = 0
    addressing: int = 0
    inquires: bool = False
    asides: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def hear(self, label: Label, text: str) -> None:
        """Count one turn."""
        self.turns += 1
        self.words += len(text.split())
        self.asking += "?" in text[-_LAST_WORDS:]
        self.asked_last = text.rstrip('"”’) ').endswith("?")
        self.hosting += _HOSTING.search(text) is not None
        self.presiding += _PRESIDES.search(text) is not None
        self.addressing += _PUTS_TO.match(text) is not None
        self.inquires |= _INQUIRING.search(text) is not None
        if label.aside:
            self.asides.add(label.aside.casefold())
        if label.form is Form.TITLED:
            self.titles.update(word.casefold() for word in title_and_name(label.name)[0])

    @property
    def asks(self) -> float:
        """The share of turns that end with a question."""
        return self.asking / self.turns

    @property
    def hosts(self) -> float:
        """The share of turns that call on others or keep the time."""
        return self.hosting / self.turns

    @property
    def puts_questions(self) -> bool:
        """Whether short turns ask: more than once, or in one that ends so, of somebody with an employer."""
        again = self.turns > 1 or (bool(self.asides) and self.asked_last)
        return self.brief and (self.inquires or (self.asks >= 0.5 and again))

    @property
    def presides(self) -> bool:
        """Whether one who is labelled by his office alone opens and closes items and gives the floor."""
        return self.label.form is Form.OFFICE and self.presiding * 2 >= self.turns and self.brief

    @property
    def brief(self) -> bool:
        """Whether the turns are short on the average, as a moderator's are."""
        return self.words < self.turns * _BRIEF

    @property
    def speaks_for_others(self) -> bool:
        """Whether the office is that of a spokesperson."""
        return any(word.startswith(_SPOKESPERSONS) for word in self._stated_words)

    @property
    def official(self) -> bool:
        """Whether a label gives the speaker an office."""
        return not OFFICE_WORDS.isdisjoint(self._stated_words) or self.label.form is Form.OFFICE

    @property
    def _stated_words(self) -> set[str]:
        asides = (aside.replace(",", " ").split() for aside in self.asides)
        office = self.label.key.split() if self.label.form is Form.OFFICE else []
        return self.titles.union(office, *asides)
