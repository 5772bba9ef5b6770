"""What each speaker does in a document.

The promise behind every rule: a journalist's words are never a principal's. A speaker is a
principal only if the header, the title, an office or the course of the document says so; without
such a sign he is `unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.statement import Role
from index.transcript.evidence import is_media
from index.transcript.forms import Form, part_of, title_and_name
from index.transcript.kinds import DIALOGUES
from index.transcript.labels import Label
from index.transcript.names import surname_of
from index.transcript.vocabulary import MODERATOR_WORDS, OFFICE_WORDS

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
_PRESS = re.compile(r"\b(?:panel(?:ists?)?|journalists|correspondents|questioners|reporters|newsmen)\b", re.I)
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
_FEW_WORDS = 20
_BRIEF = 60
_MANY_TURNS = 10
_SHARE_OF_QUESTIONS = 0.15


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


@dataclass(frozen=True, slots=True)
class Scene:
    """The document in which roles are given.

    `opening` is what is said first, before or under the first labels; `opened` tells that somebody
    speaks before the first label; `title_words` are those of title and file name, folded; `officials`
    are the surnames that the title gives after an office.
    """

    kind: str
    principal: str | None
    title_words: frozenset[str]
    opening: str
    opened: bool
    officials: frozenset[str] = frozenset()

    def is_stranger(self, who: str) -> bool:
        """Whether a speaker is somebody else than the principal, and not named in the title."""
        return (
            self.principal is not None and who != self.principal and surname_of(who) not in self.title_words
        )


@dataclass(frozen=True, slots=True)
class Heard:
    """A turn as roles are weighed by it: label, resolved name and words."""

    label: Label
    name: str | None
    text: str

    @property
    def who(self) -> str:
        """The speaker, by name or by label."""
        return self.name or self.label.key


def assign_roles(heard: Sequence[Heard], scene: Scene) -> dict[str, Role]:
    """Return the role of each speaker, by `Heard.who`."""
    speeches: dict[str, Speech] = {}
    for turn in heard:
        opens = not speeches and not scene.opened
        speeches.setdefault(turn.who, Speech(turn.label, opens)).hear(turn.label, turn.text)
    if heard:
        speeches[heard[-1].who].closes = True
    asked = (
        sum(part_of(turn.label.name) is Role.QUESTIONER for turn in heard) > len(heard) * _SHARE_OF_QUESTIONS
    )
    total = sum(speech.words for speech in speeches.values()) or 1
    roles = {
        who: _stated(who, speech, scene) or _weighed(who, speech, scene, asked, speech.words / total)
        for who, speech in speeches.items()
    }
    roles |= _interviewed(roles, speeches) if scene.kind == "interview" else {}
    return roles | _alone_in_name(roles, speeches, scene)


def _interviewed(roles: dict[str, Role], speeches: dict[str, Speech]) -> dict[str, Role]:
    """What an interview of two tells of the one from the other: who does not ask answers, and the reverse."""
    if len(roles) != 2:
        return {}
    named = {who for who in roles if part_of(speeches[who].label.name) is None}
    of = {role: who for who, role in roles.items()}
    asks, answers = of.get(Role.QUESTIONER), of.get(Role.PRINCIPAL)
    other = of.get(Role.MODERATOR) or of.get(Role.UNKNOWN)
    if answers and other in named:
        return {other: Role.QUESTIONER}
    silent = of.get(Role.UNKNOWN)
    return {silent: Role.PRINCIPAL} if asks and silent in named and not speeches[silent].asking else {}


def _alone_in_name(roles: dict[str, Role], speeches: dict[str, Speech], scene: Scene) -> dict[str, Role]:
    """Who answers where questions have labels, one speaker alone has a name, and the title names nobody."""
    named = [who for who, speech in speeches.items() if part_of(speech.label.name) is None]
    if len(named) != 1 or scene.principal is not None or Role.QUESTIONER not in roles.values():
        return {}
    (who,) = named
    speech = speeches[who]
    asks = speech.puts_questions or (speech.turns > 1 and speech.asks >= 0.5)
    leads = speech.speaks_for_others or speech.hosts >= 0.5 or asks
    return {who: Role.PRINCIPAL} if roles[who] is Role.UNKNOWN and not leads else {}


def _stated(who: str, speech: Speech, scene: Scene) -> Role | None:
    """The role that the label itself or the header states."""
    part = part_of(speech.label.name)
    if part is not None:
        return part
    asides = " ".join(sorted(speech.asides))
    if speech.label.form is Form.NAME and is_media(speech.label.name):
        return Role.QUESTIONER
    if not MODERATOR_WORDS.isdisjoint(re.findall(r"\w+", asides)):
        return Role.MODERATOR
    if is_media(asides):
        return Role.QUESTIONER
    if speech.label.form is Form.ANSWER or who == scene.principal:
        return Role.PRINCIPAL
    return None


def _weighed(who: str, speech: Speech, scene: Scene, asked: bool, share: float) -> Role:
    if scene.kind in ("debate", "hearing") or (
        scene.kind in ("interview", "town hall", "press conference", "briefing") and not asked
    ):
        return _by_course(who, speech, scene, share)
    calls_on_press = asked and speech.hosts >= 0.5 and speech.brief
    beside = _beside(who, speech, scene)
    if beside is not None:
        return beside
    if surname_of(who) in scene.officials and speech.asks < 0.5:
        return Role.PRINCIPAL
    if speech.official and not (calls_on_press and speech.speaks_for_others):
        return Role.PRINCIPAL
    if speech.puts_questions:
        return Role.QUESTIONER
    if not asked and share >= 0.2 and scene.kind not in DIALOGUES:
        return Role.PRINCIPAL
    if calls_on_press and share < 0.2:
        return Role.MODERATOR
    if not asked or scene.kind not in ("press conference", "briefing", "interview"):
        return Role.UNKNOWN
    # Questions have labels of their own here, so who speaks at length under a name has the floor,
    # unless it is somebody beside the principal, who may be the one that leads through the hour.
    leads = scene.is_stranger(who) and speech.brief and (speech.hosts >= 0.5 or speech.asks >= 0.4)
    return Role.PRINCIPAL if speech.words >= _FEW_WORDS and speech.asks < 0.5 and not leads else Role.UNKNOWN


def _beside(who: str, speech: Speech, scene: Scene) -> Role | None:
    """The role of one beside the principal: a spokesperson, a host, one who thanks him; or None."""
    if scene.principal is None and speech.turns > 1 and speech.presides:
        return Role.MODERATOR
    if not scene.is_stranger(who) or not speech.brief:
        return None
    if (speech.speaks_for_others and speech.hosting) or _is_called_moderator(who, scene.opening):
        return Role.MODERATOR
    return Role.UNKNOWN if speech.closes and speech.turns == speech.addressing else None


def _by_course(who: str, speech: Speech, scene: Scene, share: float) -> Role:
    """The role in a document whose questions are asked under names: by who asks, hosts and answers."""
    if speech.speaks_for_others and speech.brief and scene.kind != "briefing":
        return Role.MODERATOR
    if scene.kind == "debate" and speech.presides:
        return Role.MODERATOR
    if scene.kind == "hearing" and speech.official and surname_of(who) not in scene.title_words:
        return Role.UNKNOWN
    official = speech.official or surname_of(who) in scene.officials
    if official or (scene.kind == "debate" and surname_of(who) in scene.title_words):
        return Role.PRINCIPAL if speech.asks < 0.7 else Role.UNKNOWN
    keeps_order = speech.hosts >= 0.25 and speech.turns >= _MANY_TURNS and speech.brief
    if _is_called_moderator(who, scene.opening) or keeps_order or (speech.opens and speech.hosts >= 0.2):
        return Role.MODERATOR
    if _is_listed_with_press(who, scene.opening):
        return Role.QUESTIONER
    if speech.hosts >= 0.5 and share < 0.15 and speech.turns > 2:
        return Role.MODERATOR
    if speech.asks >= 0.5 or (speech.asks >= 0.3 and share < 0.1):
        return Role.QUESTIONER
    return Role.UNKNOWN


def _is_called_moderator(who: str, opening: str) -> bool:
    """Whether the opening names this speaker beside the word "moderator"."""
    if who.split()[-1] not in opening:  # a cheap look before patterns of its own for every speaker
        return False
    surname = re.escape(who.split()[-1])
    near = rf"\bmoderator\b:?[^.;:\n]{{0,30}}\b{surname}\b|\b{surname}\b,?[^.;:\n]{{0,25}}\bmoderator\b"
    near += rf"|(?i:\b(?:presider|moderator|host|interviewer))\s*\n[^\n]{{0,40}}\b{surname}\b"
    near += rf"|\b{surname}\b[^.;\n]{{0,120}}\bis (?:our|the|tonight['’]s) moderator\b"
    return re.search(near, opening) is not None


def _is_listed_with_press(who: str, opening: str) -> bool:
    """Whether a paragraph of the opening that speaks of journalists names this speaker."""
    surname = who.split()[-1]
    return any(surname in paragraph and _PRESS.search(paragraph) for paragraph in opening.split("\n"))
