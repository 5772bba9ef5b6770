"""The page of the documents: what was added, adding, removing, rebuilding."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from index.build_report import BuildReport
from index.stores.source_records import SourceRecord, recorded_sources
from rag.wording import searched
from ui.chat.context import ChatContext
from ui.chat.documents import Document, Documents
from ui.chat.inputs import DocumentsNamed, Nothing, Uploaded
from ui.chat.panes import Pane, Panes, effects, told
from ui.chat.templates import counted, render, size
from ui.errors import UploadRefused


class Uploading:
    """Takes files from the browser into the corpus.

    `received_in` is the only folder that uploads may come from: a browser names the file that it
    has uploaded, and could name any other.
    """

    def __init__(self, context: ChatContext, documents: Documents, received_in: Path) -> None:
        self._context = context
        self._documents = documents
        self._received_in = received_in
        self._refused: dict[str, list[tuple[str, str]]] = {}

    def show(self, user: str, _nothing: Nothing) -> Panes:
        """Return the documents, how far a rebuild is, and what was refused of the user's last upload."""
        return self._shown(user)

    def add(self, user: str, uploaded: Uploaded) -> Iterator[Panes]:
        """Read files, take in those that can be read, and rebuild; yield the page whenever one is refused."""
        most = self._context.settings.chat.max_upload_files
        if len(uploaded.files) > most:
            yield told(f"At most {most:,} files can be added at a time: choose fewer.")
            return
        refused = self._refused[user] = []
        with closing(self._documents.isolation()) as isolation:
            for number, (path, name) in enumerate(uploaded.files, 1):
                yield effects(reading_file=f"Reading {number:,} of {len(uploaded.files):,}: {name}")
                try:
                    self._documents.add(self._received(path), name, isolation)
                except UploadRefused as error:
                    refused.append((name, str(error)))
                    yield self._shown(user)
        if len(refused) < len(uploaded.files):
            self._documents.rebuilding.start()
        yield self._shown(user)

    def remove(self, user: str, named: DocumentsNamed) -> Panes:
        """Delete documents and rebuild."""
        for name in named.names:
            self._documents.remove(name)
        self._refused.pop(user, None)
        self._documents.rebuilding.start()
        return self._shown(user)

    def rebuild(self, user: str, _nothing: Nothing) -> Panes:
        """Bring the index up to date with all of its files."""
        self._refused.pop(user, None)
        self._documents.rebuilding.start()
        return self._shown(user)

    def _received(self, path: str) -> Path:
        """Return an uploaded file, if that is what the browser names."""
        file = Path(path)
        if not path or not file.resolve().is_relative_to(self._received_in.resolve()) or not file.is_file():
            raise UploadRefused(f"is larger than {size(self._documents.max_bytes)}, or did not arrive.")
        return file

    def _shown(self, user: str) -> Panes:
        rebuild = self._documents.rebuilding.state()
        with self._context.live.lease() as assistant:
            known = recorded_sources(assistant.index.content.database)
            corpus = assistant.corpus()
        listing = self._documents.listing()
        html = render(
            "documents",
            rows=[(one, *self._status(one, known)) for one in listing],
            elsewhere=sum(not self._is_upload(record.path) for record in known.values()),
            corpus=searched(corpus),
            rebuild=rebuild,
            outcome=_outcome(rebuild.report) if rebuild and rebuild.report else None,
            refused=self._refused.get(user, []),
            suffixes=self._documents.suffixes,
            max_bytes=self._documents.max_bytes,
        )
        running = rebuild is not None and rebuild.running
        return {Pane.DOCUMENTS: html, **effects(building=running, corpus=searched(corpus))}

    def _status(self, document: Document, known: dict[str, SourceRecord]) -> tuple[str, str | None, str]:
        """Return the state of a document, the statement to open, and the state in words.

        An archive holds several documents: their paths begin with its own.
        """
        path = str(self._documents.folder.resolve() / document.name)
        records = [one for key, one in known.items() if key == path or key.startswith(f"{path}/")]
        ready = [one.statement_id for one in records if one.statement_id]
        failed = [one.error for one in records if one.error]
        if failed:
            return "failed", ready[0] if ready else None, failed[0]
        if ready:
            return "ready", ready[0], counted(len(ready), "statement") + " in the corpus"
        return "waiting", None, "Waits for the rebuild"

    def _is_upload(self, path: str) -> bool:
        return path.startswith(f"{self._documents.folder.resolve()}/")


def _outcome(report: BuildReport) -> str:
    changes = report.changes
    parts = [
        counted(len(changes.added), "statement") + " added" if changes.added else "",
        counted(len(changes.changed), "statement") + " changed" if changes.changed else "",
        counted(len(changes.removed), "statement") + " removed" if changes.removed else "",
        counted(len(changes.failed), "file") + " could not be read" if changes.failed else "",
    ]
    return ", ".join(part for part in parts if part) or "nothing had changed"
