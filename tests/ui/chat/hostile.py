"""Statements whose every text tries to become markup, script or a request."""

from __future__ import annotations

from pathlib import Path

PAYLOADS = (
    "<script>alert('script')</script>",
    "<img src=x onerror=alert('img')>",
    "<svg onload=alert('svg')></svg>",
    '"><iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "${alert('template')}",
    "{{constructor.constructor('alert(2)')()}}",
    "`+alert('backtick')+`",
    "[link](javascript:alert('markdown'))",
    "![beacon](http://beacon.invalid/b.png)",
    "<style>*{display:none}</style>",
    "<div style='position:fixed;inset:0'>overlay</div>",
    "<form action='http://beacon.invalid/'><input name=password></form>",
    "&lt;b&gt;twice&lt;/b&gt;",
    "</textarea></template><script>alert('closed')</script>",
    "'-alert('attribute')-'",
)
"""The last words of a question decide whether it is understood; these stand in all places."""

FILE_NAME = "<img src=x onerror=alert('name')>${alert(4)}.txt"
SPEAKER = "Ola <img src=x onerror=alert('speaker')> Tarn"
QUESTION = "Will the northern fishery be protected <img src=x onerror=alert('asked')> ${alert('asked')}?"

_TITLE = "Press conference by the Minister of Fisheries <img src=x onerror=alert('title')> ${alert('title')}"
_STATEMENT = """{title}, Brennick, 3 May 2020

Ola Tarn: We shall protect the northern fishery until the year 2031. {payload} Every boat that fishes
there shall carry a tracking device, and the ministry will pay for one half of it.

Question: Will the northern fishery be closed to foreign boats {payload} in the coming winter?

Ola Tarn: Foreign boats may fish there until the end of November {payload}, as they could before.
"""


def write_hostile_corpus(folder: Path) -> Path:
    """Write a statement for each payload, and return the folder."""
    folder.mkdir()
    for number, payload in enumerate(PAYLOADS):
        text = _STATEMENT.format(title=f"{_TITLE} {payload}", payload=payload)
        (folder / f"statement-{number:02}.txt").write_text(text, encoding="utf-8")
    named = _STATEMENT.format(title=_TITLE, payload="of a hostile file name")
    (folder / FILE_NAME).write_text(named, encoding="utf-8")
    return folder
