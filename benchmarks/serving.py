"""Many clients asking a server in turn: does each get its own answer, how long does it take, how much memory?

Each client logs in as a user of its own with a token, asks, waits for the answer and asks again, through
the stream of the HTTP API, so that the place in the queue and the time to the first word are seen too.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.measure import report
from ui.server.passwords import digest, new_token
from ui.server.users import User, write

_QUESTIONS = (
    "How many projects does the joint plan include?",
    "What did Lavrov say about Syria?",
    "Is a trilateral meeting possible?",
    "What was said about the price of bread?",
    "What did the journalist ask about Geneva?",
)
_READY = "ready at "


@dataclass(slots=True)
class _Seen:
    """What one client saw, in seconds from its question on."""

    answered: list[float] = field(default_factory=list)
    first_event: list[float] = field(default_factory=list)
    queued: list[int] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def main(index_dir: Path, clients: int = 20, seconds: float = 120.0) -> None:
    """Let `clients` ask the server over `index_dir` for `seconds`, and print what they saw."""
    tokens = [new_token() for _ in range(clients)]
    seen = [_Seen() for _ in tokens]
    with (
        tempfile.TemporaryDirectory() as scratch,
        _serving(index_dir, Path(scratch), tokens) as (url, process),
    ):
        _ask(url, tokens[0], 0, _Seen())  # the models are loaded
        before = _megabytes(process)
        until = time.monotonic() + seconds
        threads = [
            threading.Thread(target=_ask_in_turn, args=(url, token, number, seen[number], until))
            for number, token in enumerate(tokens)
        ]
        began = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        _report(seen, time.monotonic() - began, before, _megabytes(process))


def _ask_in_turn(url: str, token: str, number: int, seen: _Seen, until: float) -> None:
    turn = number
    while time.monotonic() < until:
        try:
            _ask(url, token, turn, seen)
        except (httpx.HTTPError, ValueError, KeyError) as error:
            seen.failures.append(f"{type(error).__name__}: {error}")
        turn += 1


def _ask(url: str, token: str, turn: int, seen: _Seen) -> None:
    question = _QUESTIONS[turn % len(_QUESTIONS)]
    began = time.monotonic()
    headers = {"Authorization": f"Bearer {token}"}
    answer = None
    with httpx.stream(
        "POST", f"{url}/api/v1/ask/stream", json={"question": question}, headers=headers, timeout=300
    ) as response:
        response.raise_for_status()
        for name, data in _events(response):
            if name == "queued":
                seen.queued.append(data["position"])
            elif name == "stage" and data["stage"] == "searching":
                seen.first_event.append(time.monotonic() - began)
            elif name == "answer":
                answer = data
    if answer is None:
        raise ValueError("the stream ended without an answer")
    if answer["question"] != question:
        raise ValueError(f"asked {question!r}, got the answer to {answer['question']!r}")
    seen.answered.append(time.monotonic() - began)


def _events(response: httpx.Response) -> Iterator[tuple[str, dict[str, Any]]]:
    name = ""
    for line in response.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


@contextmanager
def _serving(
    index_dir: Path, scratch: Path, tokens: list[str]
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    users = scratch / "users.txt"
    write(users, {f"client{number}": User(tokens={digest(token)}) for number, token in enumerate(tokens)})
    command = [sys.executable, "-m", "ui.cli", "serve", "--index", str(index_dir), "--port", "0"]
    process = subprocess.Popen(
        [*command, "--auth-file", str(users), "--no-uploads"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr  # noqa: S101
        line = process.stderr.readline()
        if _READY not in line:
            raise RuntimeError(f"the server did not start: {line}")
        yield line.partition(_READY)[2].split()[0].rstrip("/"), process
    finally:
        process.terminate()
        process.wait()


def _megabytes(process: subprocess.Popen[str]) -> float:
    """Return the memory that the server holds now (Linux)."""
    for line in Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the memory of the server cannot be read")


def _report(seen: list[_Seen], seconds: float, before: float, after: float) -> None:
    answered = [each for client in seen for each in client.answered]
    first = [each for client in seen for each in client.first_event]
    failures = [each for client in seen for each in client.failures]
    report("clients asking in turn", len(seen), "", "")
    report("answers", len(answered), "", "")
    report("failed or crossed answers", len(failures), "", "0")
    report("fewest answers of one client", min(len(client.answered) for client in seen), "", "")
    report("answers a second", len(answered) / seconds, "/s", "")
    report("wait until the search begins, p50", statistics.median(first) * 1000, "ms", "")
    report("question to answer, p50", statistics.median(answered) * 1000, "ms", "")
    report("question to answer, p95", statistics.quantiles(answered, n=20)[-1] * 1000, "ms", "")
    report("longest queue seen", max(each for client in seen for each in client.queued), "", "")
    report("server memory, warm", before, "MB", "")
    report("server memory, after", after, "MB", "")
    for failure in failures[:5]:
        print(failure)
