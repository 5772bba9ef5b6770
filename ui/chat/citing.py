"""A citation in the forms that other programs and publications take."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

from index.dates import long_date

_BIBTEX_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """Words, who said them, and where they are printed. `url` is the address given in the text."""

    statement_id: str
    quote: str
    speaker: str | None
    title: str
    kind: str
    date: date | None
    place: str | None
    url: str | None = None

    def plain(self) -> str:
        """Return one line for a footnote."""
        parts = (self.speaker, f"“{_line(self.title)}”", self.kind, self.place, self._day(), self.url)
        return ", ".join(part for part in parts if part) + "."

    def quoted(self) -> str:
        """Return the words as a quotation with its attribution."""
        parts = (self.speaker or "Speaker not identified", _line(self.title), self._day())
        return f"“{_line(self.quote)}”\n— {', '.join(part for part in parts if part)}"

    def bibtex(self) -> str:
        """Return an entry for BibTeX, every special character of it escaped."""
        fields = {
            "author": f"{{{_bibtex(self.speaker)}}}" if self.speaker else None,
            "title": f"{{{_bibtex(_line(self.title))}}}",
            "howpublished": _bibtex(self.kind.capitalize()),
            "address": _bibtex(self.place) if self.place else None,
            "year": str(self.date.year) if self.date else None,
            "month": str(self.date.month) if self.date else None,
            "day": str(self.date.day) if self.date else None,
            "url": _bibtex(self.url) if self.url else None,
            "note": "``" + _bibtex(_line(self.quote)) + "''",
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{_key(self.statement_id)},", *lines, "}"])

    def csl_json(self) -> str:
        """Return an item of CSL-JSON, as Zotero and pandoc read it."""
        item: dict[str, object] = {
            "id": self.statement_id,
            "type": "speech",
            "title": _line(self.title),
            "genre": self.kind,
            "note": _line(self.quote),
        }
        if self.speaker:
            item["author"] = [{"literal": self.speaker}]
        if self.date:
            item["issued"] = {"date-parts": [[self.date.year, self.date.month, self.date.day]]}
        if self.place:
            item["event-place"] = self.place
        if self.url:
            item["URL"] = self.url
        return json.dumps([item], ensure_ascii=False, indent=2)

    def _day(self) -> str:
        return long_date(self.date) if self.date else ""


def _bibtex(text: str) -> str:
    return text.translate(_BIBTEX_SPECIAL)


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.:-]+", "-", text) or "statement"


def _line(text: str) -> str:
    return " ".join(text.split())
