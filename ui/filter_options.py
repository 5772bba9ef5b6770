"""The options that restrict what a command looks at: who spoke, as what, of what kind, where and when."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from index.statement import Role
from ui.dates import first_day, last_day

if TYPE_CHECKING:
    from rag.filters import Filters

_Result = TypeVar("_Result")


def restricted(command: Callable[..., _Result]) -> Callable[..., _Result]:
    """Return `command` with the options of a restriction in place of its parameter `filters`.

    typer reads the options from the signature, in this order; `command` gets what they amount to.
    """
    signature = inspect.signature(command, eval_str=True, locals={"Filters": object})

    @wraps(command)
    def with_options(**given: Any) -> _Result:
        return command(filters=_filters(**{name: given.pop(name) for name in _OPTIONS}), **given)

    parameters = [
        option
        for parameter in signature.parameters.values()
        for option in (_parameters() if parameter.name == "filters" else [parameter])
    ]
    with_options.__annotations__ = {option.name: option.annotation for option in parameters}
    vars(with_options)["__signature__"] = inspect.Signature(parameters)
    return with_options


def _parameters() -> list[inspect.Parameter]:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return [inspect.Parameter(name, kind, default=None, annotation=_OPTIONS[name]) for name in _OPTIONS]


def _filters(
    speaker: list[str] | None,
    role: list[Role] | None,
    kind: list[str] | None,
    doc: list[str] | None,
    since: date | None,
    until: date | None,
) -> Filters:
    from rag.filters import Filters

    return Filters(
        speakers=tuple(speaker or ()),
        roles=tuple(role or ()),
        kinds=tuple(kind or ()),
        statements=tuple(doc or ()),
        since=since,
        until=until,
    )


def _date(parse: Callable[[str], date]) -> Callable[[str], date]:
    def parsed(text: str) -> date:
        try:
            return parse(text)
        except ValueError as error:
            raise typer.BadParameter(
                f"{text!r} is not a date: write it as 2013-09-12, 2013-09 or 2013."
            ) from error

    return parsed


Speakers = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="NAME", help="Only what NAME says; a surname will do.  [repeatable]"),
]
Roles = Annotated[
    list[Role] | None,
    typer.Option("--role", metavar="ROLE", help=f"Only what is said as {', '.join(Role)}.  [repeatable]"),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only statements of this kind, as in `info`.  [repeatable]"),
]
Documents = Annotated[
    list[str] | None,
    typer.Option("--doc", metavar="ID", help="Only the statement with this id.  [repeatable]"),
]
Since = Annotated[
    date | None,
    typer.Option(
        "--since",
        metavar="DATE",
        parser=_date(first_day),
        help="Not before DATE: 2013-09-12, 2013-09 or 2013.",
    ),
]
Until = Annotated[
    date | None,
    typer.Option(
        "--until", metavar="DATE", parser=_date(last_day), help="Not after DATE; both dates are included."
    ),
]
_OPTIONS = {
    "speaker": Speakers,
    "role": Roles,
    "kind": Kinds,
    "doc": Documents,
    "since": Since,
    "until": Until,
}
