"""What each speaker does in a document.

The promise behind every rule: a journalist's words are never a principal's. A speaker is a
principal only if the header, the title, an office or the course of the document says so; without
such a sign he is `unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.statement import Role
from index.transcript.forms import Form, part_of
from index.transcript.kinds import DIALOGUES
from index.transcript.label import Label
from index.transcript.media import is_media
from index.transcript.names import surname_of
from index.transcript.scene import Scene
from index.transcript.speech import Speech
from index.transcript.vocabulary import MODERATOR_WORDS

_FEW_WORDS = 20
_MANY_TURNS = 10
_SHARE_OF_QUESTIONS = 0.15


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
    stated = {who: _stated(who, speech, scene) for who, speech in speeches.items()}
    beside_press = any(
        role is Role.QUESTIONER or (role is None and scene.is_stranger(who) and speeches[who].puts_questions)
        for who, role in stated.items()
    )
    roles = {
        who: stated[who] or _weighed(who, speech, scene, asked, beside_press, speech.words / total)
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
    parts = (part_of(stated) for stated in (speech.label.name, *sorted(speech.asides)) if stated)
    part = next((part for part in parts if part), None)  # "Captain Rudd (Question)" asks as well
    if part is not None:
        return part
    asides = " ".join(sorted(speech.asides))
    if speech.label.form is Form.NAME and (is_media(speech.label.name) or scene.is_interviewer(who)):
        return Role.QUESTIONER
    if not MODERATOR_WORDS.isdisjoint(re.findall(r"[\w-]+", asides)):
        return Role.MODERATOR
    if is_media(asides):
        return Role.QUESTIONER
    if speech.label.form is Form.ANSWER or who == scene.principal:
        return Role.PRINCIPAL
    return None


def _weighed(who: str, speech: Speech, scene: Scene, asked: bool, beside_press: bool, share: float) -> Role:
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
    may_ask = beside_press and scene.is_stranger(who)
    if not asked and share >= 0.2 and scene.kind not in DIALOGUES and not may_ask:
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
    hosts = speech.hosting or speech.label.form is Form.OFFICE  # "Spokesperson:" beside a minister
    if (speech.speaks_for_others and hosts) or scene.calls_moderator(who):
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
    if scene.calls_moderator(who) or keeps_order or (speech.opens and speech.hosts >= 0.2):
        return Role.MODERATOR
    if scene.lists_with_press(who):
        return Role.QUESTIONER
    if speech.hosts >= 0.5 and share < 0.15 and speech.turns > 2:
        return Role.MODERATOR
    if speech.asks >= 0.5 or (speech.asks >= 0.3 and share < 0.1):
        return Role.QUESTIONER
    return Role.UNKNOWN
