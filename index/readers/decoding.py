"""From bytes to characters."""

from __future__ import annotations

import codecs
import unicodedata

from index.errors import BinaryFile, UndecodableFile

_BOMS = (  # UTF-32 first: the mark of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ONE_BYTE = ("cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r", "iso8859_5", "cp1253")
"""What detection may choose from, the likeliest first; Latin-1 text is cp1252 text."""


def decode(data: bytes, name: str) -> str:
    """Return the text in `data`; `name` is the file's name for the messages.

    UTF-8 is tried before anything else: text of another encoding is almost never valid UTF-8.

    Raises:
        BinaryFile: it holds NUL characters.
        UndecodableFile: no encoding makes readable text of it.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strict(data, encoding, name)
            if "\0" in text:
                raise _binary(name)
            return text
    if b"\0" in data:
        return _utf16(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise UndecodableFile(
                f"{name} is UTF-8 with a damaged byte at offset {error.start}: save it anew as UTF-8."
            ) from error
    return _strict(data, _detected(data, name), name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableFile(
            f"{name} is not the {encoding} text that it seems to be: save it anew as UTF-8."
        ) from error


def _utf16(data: bytes, name: str) -> str:
    """Decode UTF-16 without a mark, in the byte order that makes more spaces and line feeds."""
    texts = [text for text in (_readable(data, "utf-16-le"), _readable(data, "utf-16-be")) if text]
    if not texts:
        raise _binary(name)
    return max(texts, key=lambda text: text.count(" ") + text.count("\n"))


def _readable(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    strange = any(
        unicodedata.category(character) in {"Cc", "Cn", "Co"}
        for character in set(text) - set("\t\n\v\f\r\x85")
    )
    return None if strange or not any(character in text for character in " \n") else text


def _binary(name: str) -> BinaryFile:
    return BinaryFile(f"{name} is not a text file: remove it from the sources, or save it as text.")


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes from one-byte text, which forms no UTF-8 sequences."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - broken > broken


def _detected(data: bytes, name: str) -> str:
    """Return the likeliest one-byte encoding.

    charset-normalizer scores how odd the characters are side by side, and how well the letters fit
    a language. On a short text several encodings score alike, and then it takes the first by name
    (cp1250); hence ties go to the likelier encoding here.
    """
    from charset_normalizer import from_bytes

    scores = [
        (match.chaos, -match.coherence, _ONE_BYTE.index(encoding))
        for match in from_bytes(data, cp_isolation=list(_ONE_BYTE))
        for encoding in match.could_be_from_charset
        if encoding in _ONE_BYTE
    ]
    if not scores:
        raise UndecodableFile(f"{name} is in no encoding that is known here: save it as UTF-8.")
    return _ONE_BYTE[min(scores)[2]]
