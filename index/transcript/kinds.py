"""What sort of statement a document is, by the words of its title or file name."""

from __future__ import annotations

import re

DEFAULT = "statement"
DIALOGUES = frozenset({"press conference", "briefing", "debate", "hearing", "interview", "town hall"})
"""Kinds in which more than one person is expected to speak."""

_DIALOGUE_WORDS = {
    "press conference": (
        r"(?:press|news|media)[ -]conferences?|(?:press|media) (?:availability|opportunity|point)"
        r"|doorstops?|doorsteps?|gaggle|stakeout|scrum|point de presse|press encounters?|huddle"
        r"|q ?(?:&|and) ?a|questions and answers|answers? to (?:\w+ )?(?:media |journalists['’]? )?questions"
        r"|\w*pressekonferenz\w*|conférence de presse|(?:rueda|conferencia) de prensa|conferenza stampa"
        r"|пресс-конференци\w+"
    ),
    "briefing": r"briefings?|background call|conference call|press call",
    "debate": r"(?<!general )debates?|(?:oral|parliamentary) questions|question time",
    "hearing": r"hearings?",
    "interview": (
        r"interview(?:s|ed)?|(?<!phone )conversation (?:with|on|about|between|president)"
        r"|entretien|intervista|entrevista|интервью"
    ),
    "town hall": r"town[ -]hall",
}
_OTHER_WORDS = {
    "speech": (
        r"speech|eulogy|talk|lecture|toast|keynote|rally|fireside chat|acceptance|commencement"
        r"|national convention|rede|discours|discurso|выступление"
    ),
    "address": r"address|state (?:of the )?union|inaugural|inauguration",
    "message": r"message|veto|greetings?",
    "proclamation": r"proclamation|proclaiming",
    "letter": r"letter",
    "remarks": r"remarks",
    "statement": r"statement|communiqu[eé]|readout",
    "announcement": r"announcement|announcing",
    "declaration": r"declaration",
    "article": r"article|op-ed",
    "comment": r"comments?|commentary",
}


def _any_of(words: dict[str, str]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(rf"\b(?:{form})\b", re.IGNORECASE), kind) for kind, form in words.items()]


_DIALOGUE_FORMS = _any_of(_DIALOGUE_WORDS)
_OTHER_FORMS = _any_of(_OTHER_WORDS)


def kind_of(title: str) -> str | None:
    """Return the kind that `title` names, such as "press conference"; None where it names none.

    A dialogue outranks the speech that opens it ("Speech by ... and answers at the press
    conference"); of the others, the one named first counts ("Message on the Declaration").
    """
    for form, kind in _DIALOGUE_FORMS:
        if form.search(title):
            return kind
    named = [(match.start(), kind) for form, kind in _OTHER_FORMS if (match := form.search(title))]
    return min(named)[1] if named else None
