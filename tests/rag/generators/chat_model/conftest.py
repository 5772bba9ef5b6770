"""An endpoint that can be told to misbehave."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.rag.generators.chat_model.scripted_endpoint import Endpoint, scripted_endpoint


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """A scripted server on loopback."""
    with scripted_endpoint() as served:
        yield served
