"""Searching and reading over HTTP."""

from __future__ import annotations

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request

from index.stores.catalogue import StatementSummary
from rag.live import LiveAssistant
from ui.api.models import Listed, ListQuery, SearchQuery
from ui.api.turns import turn
from ui.documents import Json, search_to_json, statement_to_json, summary_to_json
from ui.located import located
from ui.server.turnstile import Turnstile


def read_routes(live: LiveAssistant, turnstile: Turnstile) -> APIRouter:
    """Return GET /search, GET /statements and GET /statements/{id}."""
    router = APIRouter(tags=["statements"])

    @router.get("/search", summary="List the passages that bear on a query")
    async def search(query: SearchQuery, request: Request) -> Json:
        """Passages of any speaker and role, as `onrecord search --json` prints them."""

        def found() -> Json:
            with live.lease() as assistant:
                hits = assistant.search(query.q, query.filters(), query.k)
                return search_to_json(query.q, hits, assistant.corpus())

        async with turn(turnstile, request):
            return await run_sync(found)

    @router.get("/statements", summary="List the statements")
    def statements(query: ListQuery) -> Json:
        """Statements without their texts, by date, each as in `onrecord info --json`."""
        with live.lease() as assistant:
            summaries = assistant.index.catalogue.summaries()
        wanted = [summary for summary in summaries if _meets(summary, query)]
        shown = wanted[query.offset : query.offset + query.limit]
        return {
            "total": len(wanted),
            "offset": query.offset,
            "statements": [summary_to_json(summary) for summary in shown],
        }

    @router.get("/statements/{statement_id:path}", summary="Read a statement")
    def statement(statement_id: str, around: str | None = None) -> Json:
        """A statement with its text and turns, as `onrecord show --json` prints it.

        `statement_id` may also be that of a passage, which `around` then names; `around` alone takes the
        number of a passage.
        """
        with live.lease() as assistant:
            return statement_to_json(*located(assistant.index, statement_id, around))

    return router


def _meets(summary: StatementSummary, query: Listed) -> bool:
    kinds = {kind.casefold() for kind in query.kind}
    if kinds and summary.kind.casefold() not in kinds:
        return False
    day = summary.date
    if day is None:
        return query.since is None and query.until is None
    return (query.since is None or day >= query.since) and (query.until is None or day <= query.until)
