"""Real servers for the tests: `onrecord serve` as a process of its own, on a port of its own."""

from __future__ import annotations

import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

import httpx

from tests.ui.command_line import CommandLine

PASSWORDS = {"anna": "correct horse battery", "boris": "staple in the stable"}
API_TOKEN = "a-token-for-the-tests-0123456789"  # noqa: S105
BURST = 120
"""Requests that one client may send at once to the server with logins."""
READY = "onrecord: ready at "
STOPS_WITHIN = 30.0  # seconds; the machine may be busy

_addresses = count(1)


@dataclass
class Served:
    """A server that runs. Its standard error is collected as it comes."""

    process: subprocess.Popen[bytes]
    url: str
    lines: list[str] = field(default_factory=list)

    def client(self, address: str | None = None, **headers: str) -> httpx.Client:
        """Return a browser without cookies; each comes from an address of its own, or from `address`.

        Servers under test trust this machine as their proxy.
        """
        number = next(_addresses)
        known = {"X-Forwarded-For": address or f"198.18.{number // 250}.{number % 250 + 1}"}
        return httpx.Client(base_url=self.url, headers={**known, **headers}, timeout=300)

    @contextmanager
    def browser(self, user: str | None = None) -> Iterator[httpx.Client]:
        """Give a browser that has opened the page, and has logged in as `user`."""
        with self.client(Accept="text/html") as client:
            if user:
                sent = client.post("/login", data={"name": user, "password": PASSWORDS[user]})
                assert sent.status_code == 303
            assert client.get("/").status_code == 200
            yield client

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask the server to end, and return its exit status."""
        self.process.send_signal(how)
        return self.process.wait(STOPS_WITHIN)


@contextmanager
def serving(command: CommandLine, *arguments: str, **variables: str) -> Iterator[Served]:
    """Run `onrecord serve` over the index `.onrecord` of the folder of `command`."""
    trusting = {"ONRECORD_SERVER__TRUSTED_PROXIES": "127.0.0.1", **variables}
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [*command.command("serve", "--port", "0"), *arguments],
            cwd=command.folder,
            env=command.environment(**trusting),
            stdout=out,
            stderr=subprocess.PIPE,
        )
        try:
            served = Served(process, "")
            served.url = _ready(process, served.lines)
            yield served
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
            if process.stderr:
                process.stderr.close()


def events(response: httpx.Response) -> Iterator[tuple[str, str]]:
    """Yield the name and the data of each server-sent event."""
    name = ""
    for line in response.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, line.removeprefix("data: ")


def _ready(process: subprocess.Popen[bytes], lines: list[str]) -> str:
    """Return the address that the server tells; go on reading what it writes."""
    assert process.stderr
    stream = process.stderr
    for raw in stream:
        line = raw.decode().rstrip()
        lines.append(line)
        if line.startswith(READY):
            threading.Thread(target=_collect, args=(stream, lines), daemon=True).start()
            return line.removeprefix(READY).split()[0].rstrip("/")
    raise AssertionError(f"the server ended with status {process.wait()}: {_joined(lines)}")


def _collect(stream: Iterator[bytes], lines: list[str]) -> None:
    try:
        lines.extend(raw.decode().rstrip() for raw in stream)
    except ValueError:
        return  # closed with the server


def _joined(lines: Sequence[str]) -> str:
    return " / ".join(lines)
