"""A conversation as a Markdown document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ui.chat.store.records import ConversationTurn, Json
from ui.chat.templates import ROLE_NAMES, day
from ui.chat.thread import filter_names
from ui.printable import one_line, printable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&:-])")


def conversation_markdown(title: str, turns: Sequence[ConversationTurn]) -> str:
    """Return questions, answers and their sources; no text of them acts as markup."""
    lines = [f"# {_plain(title)}"]
    for turn in turns:
        lines.extend(_turn(turn))
    return "\n\n".join(lines) + "\n"


def _turn(turn: ConversationTurn) -> Iterator[str]:
    yield f"## {_plain(turn.question)}"
    if turn.filters:
        yield f"Searched within: {_plain(', '.join(filter_names(turn.filters)))}"
    answer = turn.answer
    if answer is None:
        yield _plain(turn.failure or "Stopped before an answer was found.")
        return
    if answer["understood_as"] != answer["question"]:
        yield f"Understood as: {_plain(answer['understood_as'])}"
    yield _plain(answer["text"])
    for citation in answer["citations"]:
        yield from _source(citation)


def _source(citation: Json) -> Iterator[str]:
    parts = (
        citation["speaker"] or ROLE_NAMES[citation["role"]],
        f"“{citation['title']}”",
        day(citation["date"]),
        citation["statement_id"],
    )
    yield _plain(f"[{citation['n']}] " + ", ".join(part for part in parts if part))
    quoted = printable(citation["quote"]).splitlines()
    yield "\n".join(f"> {_plain(line)}" for line in quoted)


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(text))
