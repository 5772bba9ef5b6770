"""The limits on what a client may send, each before an application of two lines."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.ui.server.clock import Clock
from ui.server.body_limit import BodyLimit
from ui.server.clients import client_of
from ui.server.rate_limit import RateLimit, TokenBuckets


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(f"{len(body)} bytes")(scope, receive, send)


def _send(
    app: ASGIApp, method: str, path: str, content: bytes | AsyncIterator[bytes] = b""
) -> httpx.Response:
    async def sent() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
            return await client.request(method, path, content=content)

    return asyncio.run(sent())


async def _chunks(size: int) -> AsyncIterator[bytes]:
    for _ in range(size):
        yield b"x"


def test_buckets_give_a_burst_and_then_the_rate() -> None:
    clock = Clock()
    buckets = TokenBuckets(2.0, 3, clock)
    assert [buckets.take("a") for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]
    assert buckets.take("b") == 0.0
    clock.now += 1.0
    assert [buckets.take("a") for _ in range(3)] == [0.0, 0.0, 0.5]
    clock.now += 3600
    assert [buckets.take("a") for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]


def test_buckets_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.server.rate_limit._MOST_CLIENTS", 2)
    buckets = TokenBuckets(1.0, 1, Clock())
    assert [buckets.take(client) for client in "aabca"] == [0.0, 1.0, 0.0, 0.0, 0.0]


def test_too_many_requests_are_told_when_to_come_back() -> None:
    app = RateLimit(_echo, rate=0.1, burst=2)
    assert [_send(app, "GET", "/").status_code for _ in range(3)] == [200, 200, 429]
    refused = _send(app, "GET", "/")
    assert refused.headers["Retry-After"] == "10"
    assert refused.json()["error"]["type"] == "too_many_requests"
    assert _send(app, "GET", "/assets/index.js").status_code == 200


@pytest.mark.parametrize(("size", "status"), [(0, 200), (100, 200), (101, 413), (100_000, 413)])
def test_a_body_is_cut_off_announced_or_not(size: int, status: int) -> None:
    app = BodyLimit(_echo, lambda path: 100 if path == "/small" else 1_000_000)
    assert _send(app, "POST", "/small", b"x" * size).status_code == status
    assert _send(app, "POST", "/small", _chunks(size)).status_code == status
    assert _send(app, "POST", "/large", b"x" * size).text == f"{size} bytes"


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unix", "unix"),
    ],
)
def test_who_counts_as_one_client(address: str, client: str) -> None:
    assert client_of({"client": (address, 4711)}) == client
    assert client_of({"client": None}) == ""
