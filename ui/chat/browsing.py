"""The table of statements, and the corpus at a glance."""

from __future__ import annotations

from rag.assistant import Assistant
from ui.chat.context import ChatContext
from ui.chat.inputs import Browsed, Nothing
from ui.chat.listing import Listing, ordered, selected
from ui.chat.matches import matches
from ui.chat.panes import Pane, Panes, effects
from ui.chat.plots import bars, periods
from ui.chat.templates import render

_PAGE = 50
_SPEAKERS_SHOWN = 12


class Browsing:
    """Shows which statements there are; what it lists is kept until the corpus changes."""

    def __init__(self, context: ChatContext) -> None:
        self._live = context.live
        self._kept: tuple[str, Listing] | None = None

    def browse(self, _user: str, wanted: Browsed) -> Panes:
        """Return the page of the table that is asked for."""
        with self._live.lease() as assistant:
            listing = self._listing(assistant)
            found = matches(assistant, wanted.words) if wanted.words else None
        rows = ordered(selected(listing.statements, wanted, found), wanted, found)
        pages = max(1, -(-len(rows) // _PAGE))
        page = min(wanted.page, pages)
        table = render(
            "browse",
            rows=[(row, (found or {}).get(row.id)) for row in rows[(page - 1) * _PAGE : page * _PAGE]],
            total=len(rows),
            page=page,
            pages=pages,
            wanted=wanted,
            listing=listing,
        )
        return {Pane.BROWSE: table, **effects(browsed=wanted.model_copy(update={"page": page}).model_dump())}

    def overview(self, _user: str, _nothing: Nothing) -> Panes:
        """Return the plots of statements by year and by speaker."""
        with self._live.lease() as assistant:
            listing = self._listing(assistant)
        speakers = sorted(listing.speakers.items(), key=lambda item: (-item[1], item[0]))
        html = render(
            "overview",
            years=bars(periods(listing.years)),
            speakers=speakers[:_SPEAKERS_SHOWN],
            most=speakers[0][1] if speakers else 1,
            unlisted=len(speakers) - _SPEAKERS_SHOWN,
            undated=len(listing.statements) - sum(listing.years.values()),
            statements=len(listing.statements),
        )
        return {Pane.OVERVIEW: html}

    def _listing(self, assistant: Assistant) -> Listing:
        generation = assistant.index.generation.folder.name
        kept = self._kept
        if kept is None or kept[0] != generation:
            self._kept = kept = generation, Listing.of(assistant.index.catalogue)
        return kept[1]
