"""The server's own pages: templates and style sheets beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).with_name("templates")


def page(template: str, status: int = 200, /, **values: object) -> HTMLResponse:
    """Return a template with `values`, each escaped."""
    return HTMLResponse(_environment().get_template(template).render(values), status)


def stylesheet(name: str) -> Response:
    """Return a style sheet."""
    return Response((_FOLDER / name).read_bytes(), media_type="text/css")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
