"""Errors of the command line itself."""

from __future__ import annotations

from index.errors import OnRecordError


class SettingsError(OnRecordError):
    """A setting that is unknown, or has a value it cannot have."""
