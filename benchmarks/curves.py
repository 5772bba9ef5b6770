"""How the cost of an index grows, drawn as curves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_INK, _GRID = "#24292f", "#d0d7de"


@dataclass(frozen=True, slots=True)
class _Panel:
    """One plot: its title, what it shows by the names of `benchmarks.scale`, and what is wanted."""

    title: str
    curves: Mapping[str, str]
    wanted: float | None = None
    per_passage: bool = False


_PANELS = (
    _Panel("Build without the model, s", {"build_s": "build"}),
    _Panel("One document, s", {"add_s": "added", "remove_s": "removed"}, wanted=5),
    _Panel("Retrieval without the models, ms", {"all_p50_ms": "p50", "all_p95_ms": "p95"}, wanted=60),
    _Panel("Retrieval within one speaker, ms", {"speaker_p50_ms": "p50", "speaker_p95_ms": "p95"}, wanted=60),
    _Panel("Memory of the process, MB", {"build_mb": "build", "peak_mb": "query"}),
    _Panel(
        "Disk, MB",
        {"texts_kb": "texts", "vectors_kb": "vectors", "content_kb": "content", "words_kb": "words"},
        per_passage=True,
    ),
)


def draw(found: Mapping[int, Mapping[str, float]], path: Path) -> None:
    """Draw what `benchmarks.scale` found, by number of passages, as an SVG of six logarithmic plots."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "onrecord", "svg.fonttype": "none", "font.size": 9})
    from matplotlib import pyplot, ticker

    sizes = sorted(found)
    figure, axes = pyplot.subplots(2, 3, figsize=(10, 5.6), layout="constrained")
    for panel, plot in zip(_PANELS, axes.flat, strict=True):
        for name, label in panel.curves.items():
            scale = [size / 1000 if panel.per_passage else 1 for size in sizes]
            plot.plot(
                sizes,
                [found[size][name] * factor for size, factor in zip(sizes, scale, strict=True)],
                marker="o",
                markersize=4,
                label=label,
            )
        if panel.wanted:
            plot.axhline(panel.wanted, color=_INK, linewidth=0.8, linestyle="--", label="wanted: below")
        plot.set(title=panel.title, xscale="log", yscale="log", xlabel="passages")
        plot.yaxis.set_major_locator(ticker.LogLocator(subs=(1, 2, 5)))
        plot.yaxis.set_major_formatter(ticker.StrMethodFormatter("{x:g}"))
        plot.yaxis.set_minor_locator(ticker.NullLocator())
        plot.grid(which="major", color=_GRID, linewidth=0.6)
        plot.spines[["top", "right"]].set_visible(False)
        plot.legend(frameon=False, fontsize=8)
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
