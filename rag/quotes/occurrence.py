"""From the positions of a quotation's parts to an occurrence that people can look up."""

from __future__ import annotations

from rag.quotes.chains import Chains, gaps
from rag.quotes.check import Bracket, Left, Occurrence, Typography
from rag.quotes.concordance import Concordance
from rag.quotes.omission import cut_negations
from rag.quotes.place import Places
from rag.quotes.quotation import Quotation
from rag.quotes.typography import differences

_BRACKETS = str.maketrans("", "", "[]")


def hides_negation(row: Chains, quotation: Quotation, corpus: Concordance, places: Places) -> bool:
    """Tell whether an ellipsis leaves out a negation of the sentence that it stands in."""
    text = places.whole(int(row[0, 0]))
    return any(
        joint.ellipsis and cut_negations(corpus, text, first, last)
        for joint, first, last in gaps(row, quotation.joints)
    )


def occurrence(row: Chains, quotation: Quotation, places: Places) -> Occurrence:
    """Return the occurrence whose parts stand at `row`, of shape (parts, 2)."""
    place = places.place(int(row[0, 0]), int(row[-1, 1]))
    written = quotation.written(quotation.parts[0].first, quotation.parts[-1].last)
    if not quotation.edges and not differences(written, place.text):
        return Occurrence(place, exact=True, differs=(), left_out=(), brackets=())
    between = gaps(row, quotation.joints)
    brackets = [Bracket(edge, "") for edge in quotation.edges]
    left = []
    for joint, first, last in between:
        said = places.text(first, last)
        if joint.bracket and _plain(joint.bracket) != _plain(said):
            brackets.append(Bracket(joint.bracket, said))
        if joint.ellipsis and said:
            left.append(Left(said, last - first))
    differs = dict.fromkeys(
        difference
        for (first, last), part in zip(row.tolist(), quotation.parts, strict=True)
        for difference in differences(
            quotation.written(part.first, part.last).translate(_BRACKETS), places.text(first, last)
        )
    )
    if not (differs or brackets or left):
        differs[Typography.PUNCTUATION] = None
    return Occurrence(
        place=place,
        exact=False,
        differs=tuple(differs) if len(place.voices) == 1 else (),
        left_out=tuple(left),
        brackets=tuple(brackets),
    )


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
