"""Who a sentence says is speaking, and whether that is who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.statement import Role
from rag.checking.case import Case
from rag.checking.content import is_content
from rag.checking.fault import Fault, misattributed
from rag.checking.words import words
from rag.speakers import looks_like_person, matching

_SAYING = (
    r"(?:said|says|stated|states|noted|notes|added|adds|explained|explains|stressed|stresses|emphasi[sz]e[ds]"
    r"|announced|announces|declared|declares|warned|warns|claimed|claims|argued|argues|told|tells|reported"
    r"|confirmed|confirms|denied|denies|insisted|insists|pointed\s+out|points\s+out|called|calls|described"
    r"|describes|promised|promises|suggested|suggests|thinks|thought|believes|believed|considers|considered"
    r"|expressed|expresses|replied|replies|answered|answers|remarked|remarks|mentioned|mentions|repeated"
    r"|acknowledged|admitted|admits|recalled|recalls|spoke|speaks|asked|asks|wondered|wanted\s+to\s+know)"
)
_ADVERBS = r"(?:(?:also|has|had|have|further|then|again|later|himself|herself|repeatedly|clearly|once)\s+)*"
_NAME = r"(?P<name>(?:[^\W\d_a-z][\w.’'-]*\s+){0,4}[^\W\d_a-z][\w’'-]*)"
_ASIDE = r"(?:\s*,[^,]{1,80},)?\s+"
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NAME}{_ASIDE}{_ADVERBS}{_SAYING}\b",
        rf"\b[Aa]ccording\s+to\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_NAME}",
        rf"\b{_SAYING}\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_NAME}\s*[.,]?$",
        rf"\b{_NAME}['’]s?\s+(?:words|position|views?|opinion|statement|remarks|assessment)\b",
        rf"\b[Ii]n\s+the\s+words\s+of\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_NAME}",
        rf"^{_NAME}\s*:\s",
    )
)
_ASKER = r"(?:journalists?|reporters?|correspondents?|questioners?|interviewers?|moderators?|audience)"
_OFFICE = r"(?:minister|president|secretary|chancellor|ambassador|governor|spokes(?:man|woman|person))"
_ASKED = re.compile(rf"\b{_ASKER}{_ASIDE}{_ADVERBS}{_SAYING}\b|\baccording\s+to\s+an?\s+{_ASKER}\b", re.I)
_OFFICIAL = re.compile(rf"\b{_OFFICE}\s+{_ADVERBS}{_SAYING}\b|\baccording\s+to\s+the\s+{_OFFICE}\b", re.I)

_SAYS = re.compile(rf"\b{_SAYING}\b|\baccording\s+to\b", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:The|A|An|On|In|At|As|And|But|When|While|Asked|Today|Both|President|Minister|Foreign)\s+)+"
)


def attribution(case: Case) -> Fault | None:
    """Find words put into another mouth than the one that said them."""
    text = case.text
    speakers = {ground.source.quotation.passage.speaker for ground in case.grounds}
    roles = {ground.source.quotation.passage.role for ground in case.grounds}
    named = sayer(text)
    if named and not matching(named, [speaker for speaker in speakers if speaker]):
        return misattributed(f"these are the words of {_listed(speakers, roles)}, not of {named}")
    if _ASKED.search(text) and roles == {Role.PRINCIPAL}:
        return misattributed(f"these are the words of {_listed(speakers, roles)}, not of whoever asked")
    if Role.QUESTIONER in roles and not _ASKED.search(text) and not named:
        return misattributed("these are the words of whoever asked, not of the official who answered")
    if _OFFICIAL.search(text) and Role.PRINCIPAL not in roles:
        return misattributed(f"these are the words of {_listed(speakers, roles)}, who is no official")
    return None


def sayer(text: str) -> str | None:
    """Return the first person who is said to have spoken, as written; None where nobody is named."""
    found = [
        (match.start("name"), _LEADING.sub("", match["name"]))
        for pattern in _NAMED
        for match in pattern.finditer(text)
    ]
    people = (name for _, name in sorted(found) if looks_like_person(name))
    return next((name for name in people if any(map(is_content, words(name)))), None)


def is_said_on(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]`, a date or a place, is when or where something is said.

    It is where the saying comes just after it ("On 12 September, Lavrov said"), or just before
    ("said in Astana", "at the press conference in Astana").
    """
    occasion = r"press\s+conference|interview|speech|briefing|address|statement|talks|negotiations"
    before, after = text[:start], text[end:]
    follows = re.search(rf"(?:{_SAYING}|{occasion})\s+(?:\w+\s+){{0,2}}$", before, re.IGNORECASE)
    precedes = re.match(rf"\s*,?\s*(?:[\w.’'-]+,?\s+){{0,5}}{_SAYING}\b", after)
    opens = re.fullmatch(
        r"\W*(?:(?:on|in|at|speaking)\s+){0,2}(?:\w+\s+(?:on|in)\s+)?(?:the\s+)?", before, re.IGNORECASE
    )
    return bool(follows or (precedes and opens))


def without_saying(text: str) -> str:
    """Return a sentence without the words that only tell who says it."""
    match = re.match(rf"^[^,“\"]{{1,80}}?\b{_SAYING}\s+(?:that\s+)?", text)
    rest = text[match.end() :] if match else text
    return rest if len(rest.split()) > 2 else text


def says(text: str) -> bool:
    """Tell whether a sentence reports that something is said."""
    return bool(_SAYS.search(text))


def _listed(speakers: Iterable[str | None], roles: set[Role]) -> str:
    known = sorted(speaker for speaker in speakers if speaker)
    if known:
        return " and ".join(known)
    return "a journalist" if roles == {Role.QUESTIONER} else "a speaker whom the text does not name"
