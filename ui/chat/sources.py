"""The cards beside an answer: where its words stand, or what came nearest."""

from __future__ import annotations

from datetime import date
from typing import Any

from index.errors import UnknownStatement
from index.statement import Statement
from rag.assistant import Assistant
from ui.chat.citing import Source
from ui.chat.excerpt import Excerpt, excerpt
from ui.chat.store.records import ConversationTurn, Json
from ui.chat.templates import address, render

_NEAREST_CHARACTERS = 320


def sources_html(assistant: Assistant, conversation: str, turn: ConversationTurn | None) -> str:
    """Return the cards of an answer; the words come from the statements as they are now."""
    answer = turn.answer if turn else None
    if turn is None or answer is None:
        return ""
    cited = [_card(assistant, conversation, turn.number, source) for source in answer["citations"]]
    nearest = [_card(assistant, conversation, turn.number, source) for source in answer["nearest"]]
    return render("sources", turn=turn, cited=cited, nearest=nearest)


def statement_of(assistant: Assistant, statement_id: str) -> Statement | None:
    """Return a statement, None where it is no longer in the corpus."""
    try:
        return assistant.index.content.statement(statement_id)
    except UnknownStatement:
        return None


def _card(assistant: Assistant, conversation: str, number: int, source: Json) -> dict[str, Any]:
    """Return what a card shows of a citation, or of a passage that is none."""
    statement = statement_of(assistant, source["statement_id"])
    quote: str | None = source.get("quote")
    words = quote if quote is not None else source["text"]
    start, end = source["start"], source["end"]
    # The file may have changed since the answer was given.
    stands = statement is not None and statement.text[start:end] == words
    if quote is None:
        shown = Excerpt(_shortened(words), "", "")
    elif statement is not None and stands:
        shown = excerpt(statement, start, end)
    else:
        shown = Excerpt("", quote, "")
    return {
        "source": source,
        "excerpt": shown,
        "gone": not stands,
        "number": number,
        "address": address(c=conversation, t=number, s=source["statement_id"], **{"from": start, "to": end}),
        "share": address(s=source["statement_id"], **{"from": start, "to": end}),
        "cite": Source(
            statement_id=source["statement_id"],
            quote=words,
            speaker=source["speaker"],
            title=source["title"],
            kind=source["kind"],
            date=date.fromisoformat(source["date"]) if source["date"] else None,
            place=source["place"],
            url=statement.source_url if statement else None,
        ),
    }


def _shortened(text: str) -> str:
    if len(text) <= _NEAREST_CHARACTERS:
        return text
    return text[:_NEAREST_CHARACTERS].rpartition(" ")[0] + " …"
