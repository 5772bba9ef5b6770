"""A word on restrictions that nothing in the corpus can meet, so that a slip is not taken for an answer."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from index.stores.catalogue import Catalogue
from rag.filters import Filters
from rag.speakers import closest, matching
from ui.notes import note


def note_unknown(filters: Filters, catalogue: Catalogue) -> None:
    """Note each name, kind and id of `filters` that the corpus does not know."""
    for message in _unknown(filters, catalogue):
        note(message)


def _unknown(filters: Filters, catalogue: Catalogue) -> Iterator[str]:
    speakers = catalogue.speakers() if filters.speakers else []
    for name in filters.speakers:
        if not matching(name, speakers):
            near = closest(name, speakers)
            yield f"nobody named {name!r} speaks in this corpus{_guess([near] if near else [])}"
    kinds = catalogue.kinds() if filters.kinds else []
    for kind in filters.kinds:
        if kind.casefold() not in map(str.casefold, kinds):
            yield f"no statement is of the kind {kind!r}; there are: {', '.join(kinds)}"
    ids = catalogue.statement_ids() if filters.statements else []
    for statement_id in filters.statements:
        if statement_id not in ids:
            yield f"no statement has the id {statement_id!r}{_guess(near_ids(statement_id, ids))}"


def near_ids(statement_id: str, ids: Sequence[str]) -> list[str]:
    """Return the ids most like `statement_id`, at most three: those that hold it, then those spelt alike."""
    holding = [known for known in ids if statement_id and statement_id.casefold() in known.casefold()]
    alike = difflib.get_close_matches(statement_id, ids, n=3, cutoff=0.5)
    return list(dict.fromkeys([*holding[:3], *alike]))[:3]


def _guess(near: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(near)}?" if near else ""
