"""Errors of the command line itself."""

from __future__ import annotations

from index.errors import OnRecordError


class SettingsError(OnRecordError):
    """A setting that is unknown, or has a value it cannot have."""


class ConversationsUnreadable(OnRecordError):
    """The database of the conversations is damaged, or of a later version of the product."""


class UploadRefused(OnRecordError):
    """A file that cannot become a document of the corpus; the message says why."""


class NotYours(OnRecordError):
    """A conversation that does not exist, or that is another user's."""
