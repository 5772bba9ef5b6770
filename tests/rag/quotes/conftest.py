"""A press conference with a journalist and two principals, and a checker of quotations over it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from index.statement import Role, Statement
from rag.quotes import QuoteChecker
from tests.index.statements import statement
from tests.rag.stored import Stored

TALKS = statement(
    [
        (None, Role.QUESTIONER, "Is it true that the harbours will never reopen? People are worried."),
        (
            "Anna Bergström",
            Role.PRINCIPAL,
            "We shall reopen nine harbours, and we will not close the\nother 44. (Applause.) The U.S. "
            "programme costs $1,000 and 3.5 per cent of our budget. It won't be cancelled. "
            "I said to him: “Come to Varnholm.” He agreed to co-operate with us. "
            "That is self-evident. Our defence is strong... We do not resign. [the] coast is clear.",
        ),
        ("Ben Roth", Role.PRINCIPAL, "Nine harbours are a good beginning. We shall reopen nine harbours."),
    ]
)


def dated(made: Statement, name: str, day: date | None) -> Statement:
    """Return the same statement under another id and date, with a text of its own."""
    text = f"{made.text}{name}"
    return replace(made, id=name, date=day, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    return Stored(tmp_path_factory.mktemp("talks"), [TALKS])


@pytest.fixture(scope="session")
def checker(talks: Stored) -> QuoteChecker:
    return QuoteChecker(talks)
