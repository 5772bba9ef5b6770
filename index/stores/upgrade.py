"""Taking up what an older version stored."""

from __future__ import annotations

from index.stores.database import Database
from index.stores.texts import TextWriter

_COLUMNS = """
ALTER TABLE statements ADD COLUMN segment INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN start_byte INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN characters INTEGER NOT NULL DEFAULT 0;
"""


def move_texts_out(database: Database, texts: TextWriter) -> None:
    """Bring the tables of schema 1, which held the texts themselves, to those of schema 2.

    Tables of schema 2 are left as they are.
    """
    columns = {row["name"] for row in database.query("PRAGMA table_info(statements)")}
    if "text" not in columns:
        return
    if "pages" not in columns:
        database.execute("ALTER TABLE statements ADD COLUMN pages TEXT NOT NULL DEFAULT '[]'")
    for command in _COLUMNS.strip().splitlines():
        database.execute(command)
    for (statement_id,) in database.query("SELECT id FROM statements ORDER BY rowid"):
        text: str = database.query("SELECT text FROM statements WHERE id = ?", (statement_id,))[0][0]
        place = texts.add(text.encode())
        database.execute(
            "UPDATE statements SET segment = ?, start_byte = ?, bytes = ?, characters = ? WHERE id = ?",
            (place.segment, place.start, place.length, len(text), statement_id),
        )
    database.execute("ALTER TABLE statements DROP COLUMN text")
    database.execute("CREATE TABLE IF NOT EXISTS failed_under (terms TEXT NOT NULL)")
    database.execute("CREATE INDEX IF NOT EXISTS turns_by_speaker ON turns (speaker, role)")
    database.compact()
