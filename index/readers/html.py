"""Web pages: the main text without menus, and what the page states about it."""

from __future__ import annotations

import re
from typing import Any

from index.cleaning import cleaned, has_words
from index.errors import DamagedFile, EmptyFile
from index.readers.blocks import text_of
from index.readers.decoding import decode
from index.readers.document import Document
from index.readers.html_metadata import stated_in
from index.readers.signatures import refuse_other_format
from index.readers.text import mostly_text
from index.settings import ReaderSettings

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
_DECLARED_WITHIN = 4096  # bytes
_SPACE = re.compile(r"[ \t\r\n]+")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INLINE = "abbr b bdi bdo big cite data dfn em font i ins mark q s small span strong time tt u wbr".split()
_LIMIT = re.compile("limit exceeded|excessive depth|huge", re.IGNORECASE)  # libxml2's own bounds
_PROLOGUE = re.compile(r"\A\s*<\?xml[^>]*\?>")


class HtmlReader:
    """Reads the main text with trafilatura, and title, date and address from meta tags and JSON-LD."""

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:  # noqa: ARG002
        """Return the main text, one paragraph a line; see `Reader.read`."""
        refuse_other_format(data, name)
        tree = parsed(_characters(data, name), name)
        metadata = stated_in(tree)
        return Document(cleaned(_main_text(tree, name), name), metadata)


def parsed(page: str, name: str) -> Any:
    """Return the tree of a page or a chapter.

    Raises:
        EmptyFile: there is nothing in it.
        DamagedFile: the library would pass over a part of it.
    """
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_PROLOGUE.sub("", page), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    if _LIMIT.search(" ".join(entry.message for entry in parser.error_log)):
        raise DamagedFile(f"{name} is nested too deep, or too long in one piece: save its text instead.")
    if tree is None:
        raise EmptyFile(f"{name} holds no words: remove it from the sources, or save it anew.")
    return tree


def _characters(data: bytes, name: str) -> str:
    """Decode a page as it declares itself to be encoded, if that is possible."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    if declared and b"\0" not in data and not data.startswith(b"\xef\xbb\xbf"):
        try:
            return mostly_text(data.decode(declared[1].decode("ascii")), name)
        except (LookupError, ValueError):
            pass  # a wrong declaration; the bytes tell
    return mostly_text(decode(data, name), name)


def _main_text(tree: Any, name: str) -> str:
    from copy import deepcopy

    import trafilatura
    from lxml import etree

    _flow(tree)
    whole = text_of(tree)
    if not has_words(whole):
        raise EmptyFile(f"{name} holds no words: remove it from the sources, or save it anew.")
    try:
        text = trafilatura.extract(
            deepcopy(tree),
            output_format="txt",
            include_comments=False,
            include_tables=True,
            favor_recall=True,
        )
    except (etree.LxmlError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise DamagedFile(f"{name} cannot be made out ({error}): save its text instead.") from error
    return str(text) if text else whole


def _flow(tree: Any) -> None:
    """Make of each paragraph one piece of text on one line, as a browser shows it.

    trafilatura would keep the line breaks of the source, and break lines at inline elements.
    """
    from lxml import etree

    etree.strip_tags(tree, *_INLINE)
    for element in tree.iter():
        if element.tag != "pre":
            element.text = _flowing(element.text)
        element.tail = _flowing(element.tail)


def _flowing(text: str | None) -> str | None:
    return text and _SPACE.sub(" ", _NOT_XML.sub("", text))
