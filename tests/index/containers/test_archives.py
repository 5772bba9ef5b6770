"""Zip archives: what is in them, and what is made to harm."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from pathlib import Path

import pytest

from index.containers import FileBlob, Member, Refused, contents
from index.containers.archive import ZipContainer
from index.containers.names import safe_name
from index.errors import DamagedFile, ReadError, UnsafeFile
from index.settings import ReaderSettings
from tests.index.readers.writers import zipped

SETTINGS = ReaderSettings()


def blob(folder: Path, data: bytes) -> FileBlob:
    path = folder / "talks.zip"
    path.write_bytes(data)
    return FileBlob(path, len(data), path.stat().st_mtime_ns)


def members(folder: Path, data: bytes, settings: ReaderSettings = SETTINGS) -> list[Member | Refused]:
    return list(ZipContainer().members(blob(folder, data), "talks.zip", settings))


def reasons(found: list[Member | Refused]) -> dict[str, str]:
    return {one.name: one.reason for one in found if isinstance(one, Refused)}


def test_members_are_read_in_any_order(tmp_path: Path) -> None:
    found = members(tmp_path, zipped({"2013/one.txt": "One.", "2013/": "", "two.txt": "Two."}))
    assert [one.name for one in found] == ["2013/one.txt", "two.txt"]
    texts = [contents(one.blob, one.name, 100) for one in reversed(found) if isinstance(one, Member)]
    assert texts == [b"Two.", b"One."]


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "/etc/evil.txt",
        "C:\\evil.txt",
        "..\\evil.txt",
        "x" * 2000,
        "\u202e",
    ],
)
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    found = members(tmp_path, zipped({name: "Words.", "good.txt": "Words."}))
    assert [one.name for one in found if isinstance(one, Member)] == ["good.txt"]
    assert len(reasons(found)) == 1
    assert not (tmp_path.parent / "evil.txt").exists()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a//./b.txt", "a/b.txt"),
        ("a\\b.txt", "a/b.txt"),
        ("speech\u202etxt.exe", "speechtxt.exe"),
        ("tre\u200baty.txt", "treaty.txt"),
        ("a\nb.txt", "a b.txt"),
    ],
)
def test_names_are_shown_as_they_are_read(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_two_members_of_one_name(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("one.txt", "First.")
        archive.writestr("one.txt", "Second.")
    assert "twice" in reasons(members(tmp_path, stream.getvalue()))["one.txt"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "links are not followed" in reasons(members(tmp_path, stream.getvalue()))["link.txt"]


def test_a_locked_member_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"one.txt": "Words."}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert "locked with a password" in reasons(members(tmp_path, bytes(data)))["one.txt"]


def test_a_bomb_is_refused_and_its_neighbour_is_read(tmp_path: Path) -> None:
    data = zipped({"bomb.txt": b"0" * 15_000_000, "large.txt": b"0" * 30_000_000, "good.txt": "Words."})
    found = members(tmp_path, data)
    assert "unpacks to over 200 times its size" in reasons(found)["bomb.txt"]
    assert "larger than 20971520 bytes" in reasons(found)["large.txt"]
    assert [one.name for one in found if isinstance(one, Member)] == ["good.txt"]


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    data = bytearray(zipped({"one.txt": b"0" * 5_000_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = struct.pack("<I", 1000)
    (found,) = members(tmp_path, bytes(data))
    assert isinstance(found, Member)
    with pytest.raises(DamagedFile, match=r"one.txt cannot be unpacked"):
        contents(found.blob, found.name, 2000)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        ({"max_members": 2}, "has 3 members"),
        ({"max_expanded_bytes": 2500}, "unpacks to 3,000 bytes"),
    ],
)
def test_limits_of_an_archive(tmp_path: Path, limits: dict[str, int], reason: str) -> None:
    data = zipped({f"{number}.txt": b"w" * 1000 for number in range(3)})
    with pytest.raises(UnsafeFile, match=f"talks.zip {reason}"):
        members(tmp_path, data, ReaderSettings.model_validate(limits))


def test_a_directory_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"one.txt": "Words."}))
    at = data.rindex(b"PK\x05\x06") + 12
    data[at : at + 4] = struct.pack("<I", 2**31)
    with pytest.raises(UnsafeFile, match=r"talks.zip has more members than are read at once"):
        members(tmp_path, bytes(data))


@pytest.mark.parametrize("share", range(1, 10))
def test_an_archive_that_breaks_off(tmp_path: Path, share: int) -> None:
    data = zipped({"one.txt": "Words. " * 50, "two.txt": "Others. " * 50})
    with pytest.raises(ReadError, match=r"talks.zip"):
        members(tmp_path, data[: len(data) * share // 10])


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    data = zipped({"a": "Words."})
    directory = data.index(b"PK\x01\x02")
    nameless = data[:directory] + data[directory:].replace(b"\x01\0", b"\0\0", 1)
    ending = nameless.index(b"PK\x05\x06")
    nameless = nameless[: ending - 1] + nameless[ending:]
    shorter = len(data[directory:ending]) - 1
    nameless = nameless.replace(struct.pack("<I", shorter + 1), struct.pack("<I", shorter))
    (refused,) = members(tmp_path, nameless)
    assert isinstance(refused, Refused)
    assert "is no name for a file" in refused.reason


def test_a_flipped_byte_is_found(tmp_path: Path) -> None:
    data = bytearray(zipped({"one.txt": b"Words."}))
    data[data.index(b"one.txt") + 9] ^= 0xFF
    (found,) = members(tmp_path, bytes(data))
    assert isinstance(found, Member)
    with pytest.raises(DamagedFile, match=r"one.txt cannot be unpacked"):
        contents(found.blob, found.name, 100)
