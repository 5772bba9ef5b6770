"""The questions of `onrecord eval`, with an up-to-date index to ask."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from eval.adapters import ADAPTERS
from eval.adapters.corpus import bench_of
from eval.bench import Bench, bench, index_corpus, index_dir_for
from eval.opening import Models, load_models
from eval.shipped import SHIPPED, Split
from ui.notes import note
from ui.progress import build_progress
from ui.settings import Settings


def shipped_bench(
    name: str, split: str, corpus: Path | None, settings: Settings, *, as_it_is: bool
) -> Bench | None:
    """Return a shipped set on `corpus`, by default its own; None, with a note, where that is absent.

    `as_it_is` asks the user's index without bringing it up to date.
    """
    shipped, models = SHIPPED[name], load_models(settings.index)
    folder = corpus or shipped.corpus
    if as_it_is and not corpus:
        index_dir = settings.index_dir
    elif folder.is_dir() or corpus:
        index_dir = _indexed(folder, settings, models, as_it_is=as_it_is)
    else:
        note(f"the set {name} is skipped: its corpus is not at {folder} (--corpus DIR says where it is).")
        return None
    files = shipped.questions(Split(split))
    return bench(f"{name} ({split})", files, index_dir, settings.index, models)


def own_bench(files: Sequence[Path], corpus: Path | None, settings: Settings, *, as_it_is: bool) -> Bench:
    """Return question files on `corpus`, by default on the user's index as it is."""
    models = load_models(settings.index)
    index_dir = _indexed(corpus, settings, models, as_it_is=as_it_is) if corpus else settings.index_dir
    title = ", ".join(file.name for file in files)
    return bench(title, {file: file.stem for file in files}, index_dir, settings.index, models)


@contextmanager
def data_set_bench(form: str, path: Path, settings: Settings, *, as_it_is: bool) -> Iterator[Bench]:
    """Give a public data set on its own documents.

    They are indexed in the folder of the user's index where that is named, else in one that goes.
    """
    dataset = ADAPTERS[form](path)
    with tempfile.TemporaryDirectory() as temporary:
        folder = settings.index_dir if as_it_is else Path(temporary)
        with build_progress() as progress:
            found = bench_of(dataset, folder, settings.index, load_models(settings.index), progress)
        yield found


def _indexed(corpus: Path, settings: Settings, models: Models, *, as_it_is: bool) -> Path:
    """Bring the index of `corpus` up to date, in the folder that --index names or in one of its own."""
    index_dir = settings.index_dir if as_it_is else index_dir_for(corpus, settings.index_dir)
    with build_progress() as progress:
        index_corpus(corpus, index_dir, settings.index, models, progress)
    return index_dir
