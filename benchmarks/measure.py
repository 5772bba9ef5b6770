"""Timing whole processes and reporting figures."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Process:
    """The median wall time in seconds and the largest peak memory in megabytes of several runs."""

    seconds: float
    megabytes: float


def run(command: Sequence[str], times: int = 1, warmup: int = 0) -> Process:
    """Run a command `times` times, after `warmup` runs that do not count, and return what it took."""
    seconds = []
    peak = 0.0
    for turn in range(warmup + times):
        started = time.perf_counter()
        process = subprocess.Popen(list(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, list(command))
        if turn >= warmup:
            seconds.append(time.perf_counter() - started)
            peak = max(peak, usage.ru_maxrss / 1024)
    return Process(statistics.median(seconds), peak)


def python(code: str, times: int) -> Process:
    """Run Python code in processes of their own."""
    return run([sys.executable, "-c", code], times, warmup=1)


def onrecord(*arguments: str) -> list[str]:
    """Return the command line of the installed command."""
    return [str(Path(sys.executable).with_name("onrecord")), *arguments]


def report(name: str, value: float, unit: str, wanted: str) -> None:
    """Print one figure and what is wanted of it."""
    print(f"{name:<62} {value:>10.3f} {unit:<5} {wanted}", flush=True)
