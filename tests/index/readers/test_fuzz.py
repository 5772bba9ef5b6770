"""Any bytes, and any damage to a real file, give a clean document or a read error, and nothing else.

`FUZZ=100 nice pytest tests/index/readers/test_fuzz.py` looks at a hundred times as many, at random.
"""

from __future__ import annotations

import functools
import os
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.containers import CONTAINERS, Member, contents
from index.containers.names import safe_name
from index.errors import ReadError
from index.readers import READERS
from index.settings import ReaderSettings
from tests.index.containers.bytes_blob import BytesBlob
from tests.index.readers.writers import WRITERS, zipped

SETTINGS = ReaderSettings(max_bytes=2**20)
PARAGRAPHS = ["Question: Will it be signed?", "Sergey Lavrov: It will be signed in May.", "Thank you."] * 3
TIMES = int(os.environ.get("FUZZ", "1"))
FEW = settings(max_examples=25 * TIMES, derandomize=TIMES == 1, suppress_health_check=list(HealthCheck))
MANIFESTS = {
    ".jsonl": b'{"id": "a", "text": "Words."}\n{"file": "b.txt", "date": "2013-09-12"}\n',
    ".csv": b'id,text,file\r\na,"Words, more",\r\nb,,c.txt\r\n',
}


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """A file with some bytes overwritten, taken out or repeated."""
    piece = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(piece) - 1)))
        size = draw(st.integers(0, 40))
        kind = draw(st.sampled_from(["overwrite", "cut", "repeat", "insert"]))
        if kind == "overwrite":
            piece[at : at + size] = draw(st.binary(min_size=size, max_size=size))
        elif kind == "cut":
            del piece[at : at + size]
        elif kind == "repeat":
            piece[at:at] = piece[at : at + size] * draw(st.integers(1, 50))
        else:
            piece[at:at] = draw(st.binary(max_size=40))
    return bytes(piece)


@functools.cache
def whole(ending: str) -> bytes:
    return WRITERS[ending](PARAGRAPHS)


def check(ending: str, data: bytes) -> None:
    try:
        document = READERS[ending].read(data, f"a{ending}", SETTINGS)
    except ReadError:
        return
    text = document.text
    assert any(sign.isalnum() for sign in text)
    assert unicodedata.is_normalized("NFC", text)
    assert not [sign for sign in text if unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t"]
    assert all(0 <= start <= len(text) for start in document.pages)
    assert all(0 <= turn.start < turn.end <= len(text) for turn in document.turns)


@pytest.mark.parametrize("ending", sorted(READERS))
@FEW
@given(data=st.binary(max_size=2000))
@example(data=b"")
def test_any_bytes(ending: str, data: bytes) -> None:
    check(ending, data)


@pytest.mark.parametrize("ending", sorted(READERS))
@FEW
@given(data=st.data())
def test_damaged_files(ending: str, data: st.DataObject) -> None:
    check(ending, data.draw(damaged(whole(ending))))


@pytest.mark.parametrize("ending", sorted(CONTAINERS))
@FEW
@given(data=st.data())
def test_damaged_containers(ending: str, data: st.DataObject) -> None:
    archive = zipped({"one.txt": "Words. " * 20, "two/three.md": "More words."})
    plain = MANIFESTS.get(ending, MANIFESTS[".csv"].replace(b",", b"\t"))
    piece = data.draw(damaged(archive if ending == ".zip" else plain) | st.binary(max_size=500))
    with suppress(ReadError):
        for member in CONTAINERS[ending].members(BytesBlob(piece), "a", SETTINGS):
            if isinstance(member, Member):
                assert safe_name(member.name) == member.name
                contents(member.blob, member.name, SETTINGS.max_bytes)
