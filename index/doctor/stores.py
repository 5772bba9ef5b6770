"""The three stores of a generation, alone and beside each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from index.doctor.finding import Finding, damaged, ok
from index.errors import IndexDamaged
from index.opened import Index
from index.passage import Passage
from index.statement import Statement

_NAMED = 3  # examples of what is wrong


def check_tables(index: Index) -> Iterator[Finding]:
    """Let SQLite look at its file, and find rows that belong to nothing."""
    database = index.content.database
    problems = [row[0] for row in database.query(f"PRAGMA integrity_check({_NAMED})") if row[0] != "ok"]
    orphans = len(database.query("PRAGMA foreign_key_check"))
    lost = database.query(
        "SELECT count(*) FROM passages p LEFT JOIN turns t ON t.statement_id = p.statement_id "
        "AND t.number = p.turn WHERE t.number IS NULL"
    )[0][0]
    if problems:
        yield damaged("tables", f"The content is damaged inside: {problems[0]}.")
    if orphans or lost:
        yield damaged("tables", f"{orphans + lost} rows of the content belong to no statement or turn.")
    if not problems and not orphans and not lost:
        yield ok("tables", "Every turn belongs to a statement, and every passage to a turn.")


def check_offsets(index: Index) -> Iterator[Finding]:
    """Read every statement, and see that turns and passages lie where they should in its text."""
    wrong: list[str] = []
    for statement_id in index.catalogue.statement_ids():
        try:
            statement = index.content.statement(statement_id)
            passages = [passage for _, passage in index.content.passages_of(statement_id)]
        except IndexDamaged as error:
            wrong.append(f"{statement_id} ({error})")
            continue
        if not _turns_fit(statement):
            wrong.append(f"the turns of {statement_id}")
        wrong.extend(
            f"passage {passage.id}"
            for number, passage in enumerate(passages)
            if passage.ordinal != number or not _fits(passage, statement)
        )
    if wrong:
        yield damaged("offsets", f"{len(wrong)} do not fit their texts: {'; '.join(wrong[:_NAMED])}.")
    else:
        yield ok("offsets", "All texts are those that were read, and all turns and passages lie within them.")


def check_rows(index: Index) -> Iterator[Finding]:
    """Compare the rows of the three stores one by one."""
    rows = index.content.rows()
    sound = True
    for name, found in (("vectors", np.sort(index.vectors.rows())), ("words", np.sort(index.words.rows()))):
        missing, orphans = _without(rows, found), _without(found, rows)
        if missing or orphans or len(found) != len(rows):
            sound = False
            yield damaged("rows", f"The {name} lack {missing} passages and hold {orphans} that are no more.")
    if sound:
        yield ok("rows", f"The {len(rows):,} passages stand in all three stores, and nothing else does.")


def _without(rows: NDArray[np.int64], others: NDArray[np.int64]) -> int:
    return int(np.setdiff1d(rows, others).size)


def _turns_fit(statement: Statement) -> bool:
    end = 0
    for turn in statement.turns:
        if not end <= turn.start < turn.end <= len(statement.text):
            return False
        end = turn.end
    return True


def _fits(passage: Passage, statement: Statement) -> bool:
    return bool(passage.text) and any(
        turn.start <= passage.start < passage.end <= turn.end
        and (turn.speaker, turn.role) == (passage.speaker, passage.role)
        for turn in statement.turns
    )
