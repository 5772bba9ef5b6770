"""A real HTTP server on loopback that does, request by request, what a test tells it to."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Endpoint:
    """What it will do, one behaviour a request, the last one for ever; and what it was asked."""

    url: str = ""
    behaviours: list[Behaviour] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    hung_up: Event = field(default_factory=Event)

    def does(self, *behaviours: Behaviour) -> None:
        self.behaviours[:] = behaviours


@contextmanager
def scripted_endpoint() -> Iterator[Endpoint]:
    """Serve on loopback."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            listed = {"object": "list", "data": [{"id": "tiny", "object": "model", "owned_by": "llamacpp"}]}
            _whole(self, 200, json.dumps(listed).encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            endpoint.requests.append(json.loads(body))
            endpoint.headers.append({name.lower(): value for name, value in self.headers.items()})
            behaviour = endpoint.behaviours[0]
            if len(endpoint.behaviours) > 1:
                endpoint.behaviours.pop(0)
            try:
                behaviour(self)
            except OSError:
                endpoint.hung_up.set()
            self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def reply(text: str, *, size: int = 7, finish: str | None = "stop", pause: float = 0.0) -> Behaviour:
    """Stream `text` in pieces of `size` characters; without `finish`, break off cleanly before the end."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        _begin(handler)
        for start in range(0, len(text), size):
            _event(handler, _chunk(text[start : start + size]))
            time.sleep(pause)
        if finish:
            _event(handler, _chunk("", finish))
            _write(handler, b"data: [DONE]\n\n")
        _write(handler, b"")

    return behave


def sentences(*items: tuple[str, int, str]) -> Behaviour:
    """Stream JSON as the schema wants it, of (quote, evidence, text)."""
    found = [{"quote": quote, "evidence": n, "text": text} for quote, n, text in items]
    return reply(json.dumps({"sentences": found}, ensure_ascii=False))


def refuse(status: int, message: str = "no", **headers: str) -> Behaviour:
    """Answer with an error."""
    return lambda handler: _whole(
        handler, status, json.dumps({"error": {"message": message}}).encode(), headers
    )


def drop(text: str) -> Behaviour:
    """Stream `text`, then break the connection in the middle of a chunk."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        _begin(handler)
        _event(handler, _chunk(text))
        handler.wfile.write(b"fff\r\ndata: {")
        handler.wfile.flush()

    return behave


def send(body: bytes, content_type: str = "text/event-stream") -> Behaviour:
    """Answer with these very bytes."""
    return lambda handler: _whole(handler, 200, body, {"Content-Type": content_type})


def hang(seconds: float, *, pings: bool = False) -> Behaviour:
    """Take the request and say nothing, or nothing but signs of life."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        if pings:
            _begin(handler)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if pings:
                _write(handler, b": still here\n\n")
            time.sleep(0.05)

    return behave


def _chunk(content: str, finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": finish}
    return {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "tiny", "choices": [choice]}


def _begin(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()


def _event(handler: BaseHTTPRequestHandler, value: dict[str, Any]) -> None:
    _write(handler, f"data: {json.dumps(value)}\n\n".encode())


def _write(handler: BaseHTTPRequestHandler, part: bytes) -> None:
    handler.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
    handler.wfile.flush()


def _whole(
    handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str] | None = None
) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
