"""The page that documents the API, made from its OpenAPI description; it needs no script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, Response

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_FOLDER = Path(__file__).with_name("templates")

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value that an operation takes; `place` is path, query or body."""

    name: str
    place: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the API does."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]


def api_page(openapi: Schema) -> HTMLResponse:
    """Return the page that describes every operation of `openapi`."""
    template = _environment().get_template("api.html")
    return HTMLResponse(template.render(info=openapi["info"], operations=list(operations(openapi))))


def stylesheet() -> Response:
    """Return the style sheet of that page."""
    return Response((_FOLDER / "api.css").read_bytes(), media_type="text/css")


def operations(openapi: Schema) -> Iterator[Operation]:
    """Yield the operations in the order of the description."""
    for path, methods in openapi["paths"].items():
        for method, described in methods.items():
            yield Operation(
                method=method.upper(),
                path=path,
                summary=described.get("summary", ""),
                description=described.get("description", ""),
                parameters=(*_named(described, openapi), *_of_body(described, openapi)),
            )


def _named(described: Schema, openapi: Schema) -> Iterator[Parameter]:
    for each in described.get("parameters", []):
        yield Parameter(
            each["name"],
            each["in"],
            _type(each["schema"], openapi),
            each.get("required", False),
            each.get("description", ""),
        )


def _of_body(described: Schema, openapi: Schema) -> Iterator[Parameter]:
    content = described.get("requestBody", {}).get("content", {})
    schema = _resolved(content.get("application/json", {}).get("schema", {}), openapi)
    required = schema.get("required", [])
    for name, each in schema.get("properties", {}).items():
        yield Parameter(name, "body", _type(each, openapi), name in required, each.get("description", ""))


def _type(schema: Schema, openapi: Schema) -> str:
    """Return the type of a value in words: "list of string"."""
    if "anyOf" in schema:
        return " or ".join(_type(each, openapi) for each in schema["anyOf"] if each.get("type") != "null")
    resolved = _resolved(schema, openapi)
    if "enum" in resolved:
        return ", ".join(resolved["enum"])
    if resolved.get("type") == "array":
        return f"list of {_type(resolved['items'], openapi)}"
    if resolved.get("type") == "object":
        return "{" + ", ".join(resolved.get("properties", {})) + "}"
    return str(resolved.get("format", resolved.get("type", "any")))


def _resolved(schema: Schema, openapi: Schema) -> Schema:
    reference: str | None = schema.get("$ref")
    if reference is None:
        return schema
    found: Schema = openapi["components"]["schemas"][reference.rpartition("/")[2]]
    return found


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["coded"] = _coded
    return environment


def _coded(text: str) -> Markup:
    """Return text with what stands between backticks as code."""
    from markupsafe import Markup, escape

    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped
