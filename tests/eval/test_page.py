"""The HTML report: whole, alone, and safe to open."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from eval.document import Report
from eval.html.axes import Axis
from eval.html.page import render, write_report
from tests.eval import runs
from tests.eval.test_comparison import report_of

HOSTILE = "<script>alert(1)</script> \"&' <img src=x onerror=y>"


class Seen(HTMLParser):
    """Collects the elements and attributes of a page, and checks that they nest."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def seen(report: Report) -> Seen:
    parser = Seen()
    parser.feed(render(report))
    assert parser.open == []
    return parser


@pytest.fixture
def report() -> Report:
    wrong = [
        replace(outcome, case=replace(outcome.case, id=f"w-{outcome.case.id}"))
        for outcome in runs.all_wrong()
    ]
    return report_of([*runs.perfect(), *wrong])


def test_every_question_is_there_with_its_verdict_and_every_plot_is_drawn(report: Report) -> None:
    page = seen(report)

    assert page.tags.count("svg") == 4
    assert ("class", "question") in page.attributes
    assert [value for name, value in page.attributes if name == "data-verdict"] == [
        question.verdict.value for question in report.questions
    ]


def test_the_plots_are_well_formed_and_stay_inside_their_frames(report: Report) -> None:
    page = render(report)
    for part in page.split("<svg")[1:]:
        drawing = ElementTree.fromstring("<svg" + part.split("</svg>")[0] + "</svg>")  # noqa: S314 (our own)
        _, _, width, height = map(float, drawing.attrib["viewBox"].split())
        for element in drawing.iter():
            for name, most in (("x", width), ("x1", width), ("cx", width), ("y", height), ("cy", height)):
                assert 0 <= float(element.attrib.get(name, 0)) <= most


def test_nothing_is_loaded_from_anywhere(report: Report) -> None:
    page = seen(report)

    assert not {"link", "img", "iframe", "object"} & set(page.tags)
    assert not [
        name for name, _ in page.attributes if name in ("src", "href", "style") or name.startswith("on")
    ]
    assert "http" not in render(report).replace("http-equiv", "")


def test_every_text_is_escaped() -> None:
    case = replace(
        runs.answerable("<b>"),
        question=HOSTILE,
        answers=(HOSTILE,),
        tags=(HOSTILE,),
        history=(HOSTILE,),
        speaker=HOSTILE,
    )
    quoted = replace(runs.citation("seven bridges"), title=HOSTILE, speaker=HOSTILE, quote=HOSTILE)
    hostile = report_of([runs.outcome(case, quoted), *runs.perfect()[2:]])
    page = seen(hostile)

    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert any(HOSTILE in text for text in page.texts)


def test_plots_that_nothing_can_be_shown_in_are_left_out() -> None:
    unjudged = replace(runs.answerable(), answers=(), gold=(), relevance={})

    assert seen(report_of([runs.outcome(unjudged)])).tags.count("svg") == 2


def test_the_folder_holds_page_document_and_trec_files(report: Report, tmp_path: Path) -> None:
    write_report(report, tmp_path / "new" / "folder")
    names = {path.name for path in (tmp_path / "new" / "folder").iterdir()}

    assert names == {"index.html", "report.json", "qrels.trec", "run.trec"}
    assert Report.load(tmp_path / "new" / "folder") == report


@pytest.mark.parametrize("top", [0.003, 0.7, 1.0, 7.0, 12.0, 999.0, 123456.0])
def test_ticks_are_few_round_and_on_the_axis(top: float) -> None:
    ticks = Axis(top, 10.0, 110.0).ticks()

    assert 2 <= len(ticks) <= 6
    assert ticks[0].label == "0"
    assert all(10.0 <= tick.at <= 110.0 for tick in ticks)
