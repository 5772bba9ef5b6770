"""The verdict on a quotation, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rag.quotes.blocks import Change
from rag.quotes.check import Fragment, Nearest, Occurrence, QuoteCheck, Verdict
from rag.quotes.difference import Step
from rag.quotes.place import Place
from rag.quotes.wording import verdict, warnings
from ui.printable import one_line
from ui.rendering.byline import byline, who
from ui.rendering.layout import Indented, counted, heading, shortened

_QUOTE_SHOWN = 400  # characters
_TITLE_SHOWN = 120
_STYLES = {
    Verdict.VERBATIM: "bold green",
    Verdict.SAID_BY_OTHER: "bold red",
    Verdict.ACROSS_TURNS: "bold red",
    Verdict.ALTERED: "bold red",
    Verdict.NOT_FOUND: "bold yellow",
}


def render_check(check: QuoteCheck) -> list[RenderableType]:
    """Return the parts of what `onrecord verify` prints of one quotation."""
    put_down_to = f" — {one_line(check.speaker)}" if check.speaker else ""
    lines = [
        Text(f"“{shortened(check.quote, _QUOTE_SHOWN)}”{put_down_to}"),
        Text(one_line(verdict(check)), style=_STYLES[check.verdict]),
        *(Text(one_line(warning), style="bold") for warning in warnings(check)),
    ]
    parts: list[RenderableType] = [Group(*lines)]
    parts += [Group(*_occurrence(number, found)) for number, found in enumerate(check.found, start=1)]
    if check.occurrences > len(check.found):
        parts.append(Text(f"and {check.occurrences - len(check.found):,} more (-k N lists N)", style="dim"))
    if check.nearest:
        parts.append(Group(*_nearest(check.nearest, altered=check.verdict is Verdict.ALTERED)))
    if check.fragments:
        parts.append(Group(heading("The parts by themselves"), *map(_fragment, check.fragments)))
    return parts


def render_summary(checks: Sequence[QuoteCheck]) -> Text:
    """Return how many quotations got which verdict."""
    counts = Counter(check.verdict for check in checks)
    told = ", ".join(f"{counts[kind]} {kind.value.replace('_', ' ')}" for kind in Verdict if counts[kind])
    return Text(f"{counted(len(checks), 'quotation')}: {told}", style="bold")


def place_lines(
    place: Place, marker: str = "", shown: RenderableType | None = None
) -> Iterator[RenderableType]:
    """Yield a place under its speaker, date and place, with the id that `onrecord show` takes."""
    margin = " " * len(marker)
    said_by = byline(place.voice.speaker, place.voice.role, place.date, place.place)
    for voice in place.voices[1:]:
        said_by += f"; then {who(voice.speaker, voice.role)}"
    yield Indented(Text(said_by, style="bold"), marker, margin)
    about = f"{place.passage_id} — {shortened(place.title, _TITLE_SHOWN)}"
    yield Indented(Text(one_line(about), style="dim"), margin)
    yield Indented(shown or Text(f"“{shortened(place.text, _QUOTE_SHOWN)}”"), margin)


def _occurrence(number: int, found: Occurrence) -> Iterator[RenderableType]:
    marker = f"{number}. "
    yield from place_lines(found.place, marker)
    margin = " " * len(marker)
    if found.differs:
        kinds = ", ".join(kind.value.replace("_", " ") for kind in found.differs)
        yield Indented(Text(f"The text differs in {kinds}.", style="dim"), margin)
    for left in found.left_out:
        told = f"{counted(left.words, 'word')} left out"
        words = f"{told}: “{shortened(left.said, 160)}”" if left.words else "no words left out"
        yield Indented(Text(words, style="dim"), margin)
    for bracket in found.brackets:
        stands = f" stands for “{one_line(bracket.said)}”" if bracket.said else " is the quoter's"
        yield Indented(Text(f"{one_line(bracket.quoted)}{stands}", style="dim"), margin)


def _nearest(nearest: Nearest, *, altered: bool) -> Iterator[RenderableType]:
    if altered:
        yield Text.assemble(
            heading("Compared with the text"), "  ", ("[-said-]", "red"), " ", ("{+quoted+}", "green")
        )
        yield from place_lines(nearest.place, shown=marked(nearest.difference.steps))
    else:
        yield heading(f"Nearest passage (not a match: {nearest.aligned:.0%} of the words align)")
        yield from place_lines(nearest.place)


def marked(steps: Sequence[Step]) -> Text:
    """Return the words of a comparison in the notation of wdiff: [-said-] and {+quoted+}."""
    text = Text()
    for step in steps:
        said, quoted = one_line(step.said), one_line(step.quoted)
        if text:
            text.append(" ")
        if step.change is Change.SAME:
            text.append(said)
        elif step.change is Change.OMITTED:
            text.append(f"[... {shortened(said, 200)} ...]", style="dim")
        else:
            text.append(f"[-{said}-]" if said else "", style="red")
            text.append(" " if said and quoted else "")
            text.append(f"{{+{quoted}+}}" if quoted else "", style="green")
    return text


def _fragment(fragment: Fragment) -> RenderableType:
    often = f"said in {counted(fragment.occurrences, 'place')}" if fragment.occurrences else "not said"
    return Indented(Text(f"“{shortened(fragment.text, 160)}”: {often}"), "  ")
