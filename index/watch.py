"""Keeping an index up to date while its sources change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from threading import Event

from index.build import build
from index.build_report import BuildReport
from index.embedders import Embedder, load_embedder
from index.errors import IndexBusy, OnRecordError, SourceNotFound
from index.generation import current
from index.meter import Notify
from index.settings import IndexSettings, WatchSettings
from index.stores.content import ContentStore
from index.stores.source_records import recorded_roots

_DEBOUNCE_MS = 200


def watch(
    index_dir: Path,
    paths: Sequence[Path],
    settings: IndexSettings,
    report: Callable[[BuildReport], None],
    complain: Callable[[OnRecordError], None],
    *,
    embedder: Embedder | None = None,
    progress: Notify | None = None,
    stop: Event | None = None,
) -> None:
    """Build the index, and again whenever files of its sources have changed and come to rest.

    `report` receives the first build and every one that published something; `complain` what kept
    a later one from it, which is tried again after the next change. The models stay loaded. It
    returns when `stop` is set.

    Raises what the first build raises.
    """
    model = embedder or load_embedder(settings.embedder)
    done = stop or Event()
    report(build(index_dir, paths, settings, embedder=model, progress=progress))
    while not done.is_set():
        for _ in _rests(index_dir, _sources(index_dir), settings.watch, done):
            before = _sources(index_dir)
            try:
                built = build(index_dir, [], settings, embedder=model, progress=progress)
            except IndexBusy:
                break  # and look again after another rest
            except OnRecordError as error:
                complain(error)
                continue
            if built.generation:
                report(built)
            if _sources(index_dir) != before:
                break


def _sources(index_dir: Path) -> list[Path]:
    with closing(ContentStore.load(current(index_dir).content)) as content:
        return [Path(root) for root in recorded_roots(content.database)]


def _rests(index_dir: Path, roots: Sequence[Path], settings: WatchSettings, stop: Event) -> Iterator[None]:
    """Yield whenever files have changed and nothing has for the quiet time, or for longest the longest wait.

    The beginning counts as a change: what happened before the watch began is not missed.

    Raises:
        SourceNotFound: none of the sources is there any more.
    """
    import watchfiles

    there = [root for root in roots if root.exists()]
    if not there:
        raise SourceNotFound(
            "None of the sources is there any more: name others, as in `onrecord watch PATHS`."
        )
    own = index_dir.resolve()
    changed_at: float | None = time.monotonic()
    for changes in watchfiles.watch(
        *there,
        watch_filter=lambda _, path: not Path(path).is_relative_to(own),
        debounce=_DEBOUNCE_MS,
        rust_timeout=round(settings.quiet_seconds * 1000),
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=True,
        ignore_permission_denied=True,
    ):
        if changes and changed_at is None:
            changed_at = time.monotonic()
        if changed_at is None:
            continue
        if not changes or time.monotonic() - changed_at > settings.longest_wait_seconds:
            changed_at = None
            yield
