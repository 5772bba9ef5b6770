"""What an examination of an index found, for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from index.doctor import Finding, State
from ui.printable import one_line
from ui.rendering.layout import Indented

_STYLES = {State.OK: "green", State.WARNING: "yellow", State.DAMAGED: "bold red"}


def render_findings(findings: Sequence[Finding], repaired: str | None) -> list[RenderableType]:
    """Return the parts of what `onrecord doctor` prints."""
    lines = Group(*map(_line, findings))
    return [Text(f"Repair: {repaired}"), lines] if repaired else [lines]


def _line(finding: Finding) -> RenderableType:
    label = f"{finding.state.value:<8} {finding.check:<10} "
    text = Text(one_line(finding.message), style="" if finding.state is State.OK else _STYLES[finding.state])
    return Indented(text, label, " " * len(label))
