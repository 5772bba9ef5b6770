"""What every container must do: archives, and manifests whose rows are documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from index.containers.blob import Blob
from index.metadata import Metadata
from index.settings import ReaderSettings


@dataclass(frozen=True, slots=True)
class Member:
    """A document, or another container, within a container.

    `name` is its path inside, with forward slashes; its suffix tells the format.
    """

    name: str
    blob: Blob


@dataclass(frozen=True, slots=True)
class Description:
    """A row that states something about a file beside the manifest.

    `name` is the row's; `target` is the path of the file from the folder of the manifest.
    """

    name: str
    target: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Refused:
    """A member that is not read, and the reason in one sentence."""

    name: str
    reason: str


class Container(Protocol):
    """Tells what lies in the files of one format, without reading more of it than that takes."""

    def members(
        self, blob: Blob, name: str, settings: ReaderSettings
    ) -> Iterator[Member | Description | Refused]:
        """Yield what lies in `blob`, in its order, each name once; `name` is the file's, for messages.

        Raises:
            ReadError: nothing in it can be read; its subclasses tell why.
        """
