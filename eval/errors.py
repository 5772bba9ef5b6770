"""Errors of the evaluation itself.

OnRecordError
+-- MissingExtra       a library that only the evaluation needs is not installed
+-- UnknownMetric      no metric has that name
+-- ReportError        a report that cannot be read, or cannot be compared with
+-- DatasetError       a public data set that is not in its published format
+-- LimitBroken        a metric is beyond a limit that the run was to keep
"""

from __future__ import annotations

from index.errors import OnRecordError


class MissingExtra(OnRecordError):
    """A library that only the evaluation needs is not installed."""


class UnknownMetric(OnRecordError):
    """No metric has that name."""


class ReportError(OnRecordError):
    """A report that cannot be read, or cannot be compared with."""


class DatasetError(OnRecordError):
    """A public data set that is not in its published format."""


class LimitBroken(OnRecordError):
    """A metric is beyond a limit that the run was to keep."""
