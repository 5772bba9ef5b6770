"""Examining an index in every part, and mending it."""

from __future__ import annotations

from index.doctor.examination import examine
from index.doctor.finding import Finding, State
from index.doctor.repair import repair

__all__ = ["Finding", "State", "examine", "repair"]
