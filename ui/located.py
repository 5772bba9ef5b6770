"""Finding the statement, and the passage in it, that a user names."""

from __future__ import annotations

from index.errors import UnknownStatement
from index.opened import Index
from index.passage import Passage
from index.statement import Statement
from ui.filter_notes import near_ids


def located(index: Index, name: str, around: str | None) -> tuple[Statement, list[Passage], Passage | None]:
    """Return a statement, its passages, and the one that is named, if one is.

    `name` is the id of a statement, or of a passage; `around` the id or number of a passage of the
    statement.

    Raises:
        UnknownStatement: there is no such statement, or no such passage in it.
    """
    statement_id, number = _parsed(index, name, around)
    passages = [passage for _, passage in index.content.passages_of(statement_id)]
    marked = None if number is None else _passage(passages, number)
    return index.content.statement(statement_id), passages, marked


def _parsed(index: Index, name: str, around: str | None) -> tuple[str, str | None]:
    """Return the id of the statement that is meant, and the number of the passage, if one is meant."""
    known = index.catalogue.statement_ids()
    of_passage, _, number = name.rpartition(":")
    if name in known:
        return name, around.removeprefix(f"{name}:") if around else None
    if of_passage in known and not around:
        return of_passage, number
    near = near_ids(name, known)
    hint = f"did you mean {' or '.join(near)}?" if near else "`onrecord info --statements` lists them."
    raise UnknownStatement(f"No statement has the id {name!r}: {hint}")


def _passage(passages: list[Passage], number: str) -> Passage:
    for passage in passages:
        if number.isdecimal() and passage.ordinal == int(number):
            return passage
    known = f"{passages[0].ordinal} to {passages[-1].ordinal}"
    raise UnknownStatement(f"The statement has no passage {number!r}: choose one of {known}.")
