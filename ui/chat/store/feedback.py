"""What users said of the answers, for those who improve the product."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from ui.chat.store.records import Feedback, Json, Verdict
from ui.chat.store.schema import connect


def read_feedback(path: Path) -> Iterator[Feedback]:
    """Yield every rated answer in the database at `path`, in the order of the ratings.

    Raises:
        ConversationsUnreadable: it is damaged or of a later version.
    """
    with closing(connect(path)) as connection:
        rows = connection.execute(
            "SELECT * FROM turns JOIN conversations ON id = conversation "
            "WHERE verdict IS NOT NULL ORDER BY rated, conversation, number"
        )
        yield from map(_feedback, rows)


def feedback_to_json(feedback: Feedback) -> Json:
    """Return a rated answer as a JSON document."""
    return {**asdict(feedback), "rated": feedback.rated.isoformat(), "verdict": feedback.verdict.value}


def _feedback(row: sqlite3.Row) -> Feedback:
    return Feedback(
        rated=datetime.fromisoformat(row["rated"]),
        owner=row["owner"],
        verdict=Verdict(row["verdict"]),
        comment=row["comment"],
        question=row["question"],
        filters=json.loads(row["filters"]),
        answer=json.loads(row["answer"]) if row["answer"] else None,
    )
