"""Opening an index for questions."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from index.agreement import check_counts, check_digests, check_sizes
from index.embedders.embedder import Embedder
from index.errors import IndexMismatch
from index.generation import Generation, current
from index.manifest import IndexManifest
from index.settings import IndexSettings
from index.stores.catalogue import Catalogue
from index.stores.content import ContentStore
from index.stores.vectors import VectorStore
from index.stores.words import WordStore


class Index:
    """One generation of an index, its stores in agreement. Close it, or use it in a `with` block.

    It stays what it is while a build publishes another generation.
    """

    def __init__(
        self,
        generation: Generation,
        manifest: IndexManifest,
        content: ContentStore,
        vectors: VectorStore,
        words: WordStore,
    ) -> None:
        self.generation = generation
        self.manifest = manifest
        self.content = content
        self.catalogue = Catalogue(content.database)
        self.vectors = vectors
        self.words = words

    def verify(self) -> None:
        """Compare every byte of the index with its checksums.

        Raises:
            IndexDamaged: a file is missing or altered.
        """
        check_digests(self.generation, self.manifest)

    def check_embedder(self, embedder: Embedder) -> None:
        """Make sure that the vectors of `embedder` can be compared with those of the index.

        Raises:
            IndexMismatch: its weights are not those that the index was built with.
        """
        built_with = (self.manifest.embedding_model, self.manifest.embedding_checksum, self.manifest.dim)
        if (embedder.name, embedder.checksum, embedder.dim) != built_with:
            raise IndexMismatch(
                f"The index was built with other weights than those of {embedder.name}: "
                "rebuild it with `onrecord index --force`."
            )

    def close(self) -> None:
        """Release the files."""
        self.content.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_index(index_dir: Path, settings: IndexSettings) -> Index:
    """Open the published generation in `index_dir`.

    Sizes and counts are compared with the manifest on every opening; `Index.verify` compares all
    bytes.

    Raises:
        IndexNotFound: there is none.
        IndexMismatch: it is of another schema version, or the settings name another embedding model.
        IndexDamaged: a file is missing or unreadable, or the stores disagree.
    """
    generation = current(index_dir)
    manifest = IndexManifest.load(generation.manifest)
    if manifest.embedding_model != settings.embedder.model:
        raise IndexMismatch(
            f"The index was built with the embedding model {manifest.embedding_model!r}, the settings name "
            f"{settings.embedder.model!r}: set the former, or rebuild it with `onrecord index --force`."
        )
    return open_generation(generation)


def open_generation(generation: Generation) -> Index:
    """Open a generation, whatever model the settings name.

    Raises:
        IndexMismatch: it is of another schema version.
        IndexDamaged: a file is missing or unreadable, or the stores disagree.
    """
    manifest = IndexManifest.load(generation.manifest)
    check_sizes(generation, manifest)
    with ExitStack() as stack:
        content = ContentStore.load(generation.content)
        stack.callback(content.close)
        vectors = VectorStore.load(generation.vectors, mapped=True)
        words = WordStore.load(generation.words)
        index = Index(generation, manifest, content, vectors, words)
        check_counts(manifest, index.catalogue.counts(), len(vectors), len(words))
        stack.pop_all()
    return index
