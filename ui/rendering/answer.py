"""An answer, or an honest no, for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from rag.answer import Answer, Citation, Sentence, Verdict
from rag.wording import markers
from ui.printable import one_line
from ui.rendering.byline import byline, who
from ui.rendering.hits import hit_lines
from ui.rendering.layout import Indented, heading, shortened

_QUESTION_SHOWN = 240  # characters of the question that a speaker was answering


def render_answer(answer: Answer) -> list[RenderableType]:
    """Return the parts of what `onrecord ask` prints."""
    parts: list[RenderableType] = []
    if one_line(answer.understood_as) != one_line(answer.question):
        parts.append(Text(f"Understood as: {one_line(answer.understood_as)}", style="dim"))
    if answer.notes:
        parts.append(Group(*(Text(one_line(note), style="dim") for note in answer.notes)))
    if answer.abstained:
        return [*parts, *_refusal(answer)]
    quotes = {citation.n: citation.quote for citation in answer.citations}
    parts.append(Group(*(_sentence(sentence, quotes) for sentence in answer.sentences)))
    parts.append(Group(heading("Sources"), *_sources(answer.citations)))
    return parts


def _refusal(answer: Answer) -> Iterator[RenderableType]:
    yield Text(one_line(answer.text))
    if answer.nearest:
        yield heading("Nearest passages (not an answer)")
        yield from (Group(*hit_lines(hit)) for hit in answer.nearest)


def _sentence(sentence: Sentence, quotes: dict[int, str]) -> Text:
    """Return a sentence with its markers; quotation marks stand around words that a citation holds.

    One that failed a check is struck, and says so in words too, for terminals that strike nothing.
    """
    words = one_line(sentence.text)
    if sentence.verdict is not Verdict.VERIFIED:
        why = f" ({sentence.verdict.value}: {one_line(sentence.reason or '')})"
        return Text.assemble(("Not verified: ", "dim"), (words, "strike"), (why, "dim"))
    verbatim = any(words in one_line(quotes[n]) for n in sentence.citations)
    return Text.assemble(f"“{words}”" if verbatim else words, (f" {markers(sentence)}", "bold"))


def _sources(citations: tuple[Citation, ...]) -> Iterator[RenderableType]:
    before: Citation | None = None
    for citation in citations:
        marker = f"[{citation.n}] "
        yield Indented(_source(citation, before), marker, " " * len(marker))
        if citation.question and citation.question != (before.question if before else None):
            asked = f"Asked: {shortened(citation.question, _QUESTION_SHOWN)}"
            yield Indented(Text(asked, style="dim"), " " * len(marker))
        before = citation


def _source(citation: Citation, before: Citation | None) -> Text:
    place = f"page {citation.page}; {citation.passage_id}" if citation.page else citation.passage_id
    if before and before.statement_id == citation.statement_id:
        return Text(f"{who(citation.speaker, citation.role)}, in the same statement; {place}")
    described = byline(citation.speaker, citation.role, citation.date, citation.place)
    return Text(f"{described} — {one_line(citation.title)}; {place}")
