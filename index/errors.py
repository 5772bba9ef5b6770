"""The errors that a user can meet. Each message is one sentence that says what to do next.

OnRecordError
+-- ReadError                 one file cannot become a statement; the build goes on
|   +-- UnsupportedFormat
|   +-- FileTooLarge
|   +-- BinaryFile
|   +-- UndecodableFile
|   +-- EmptyFile
+-- SourceNotFound            a path given to the build does not exist
+-- IndexNotFound             no index at that place
+-- IndexDamaged              the stores or the manifest disagree
+-- IndexMismatch             built with another schema, model or setting
+-- IndexBusy                 another build is writing
+-- ModelUnavailable          a model's files are missing or are not the expected ones
+-- UnknownStatement          no statement has that id
+-- InvalidFilter             a filter that can select nothing by its form
+-- InvalidQuestion           an empty or oversized question
+-- QuestionFileError         a question set that cannot be read, with the line
"""

from __future__ import annotations


class OnRecordError(Exception):
    """Root of every error that is the user's to mend."""


class ReadError(OnRecordError):
    """One file cannot become a statement."""


class UnsupportedFormat(ReadError):
    """No reader takes this suffix."""


class FileTooLarge(ReadError):
    """The file is over the size limit of the settings."""


class BinaryFile(ReadError):
    """The file does not hold text."""


class UndecodableFile(ReadError):
    """No encoding makes readable text of the file."""


class EmptyFile(ReadError):
    """The file holds no words."""


class SourceNotFound(OnRecordError):
    """A path given to the build does not exist."""


class IndexNotFound(OnRecordError):
    """There is no index at the place given."""


class IndexDamaged(OnRecordError):
    """The stores of an index disagree with its manifest or with each other."""


class IndexMismatch(OnRecordError):
    """The index was built with another schema, model or setting than the one in use."""


class IndexBusy(OnRecordError):
    """Another process is building this index."""


class ModelUnavailable(OnRecordError):
    """A model's files are missing, or are not the ones expected."""


class UnknownStatement(OnRecordError):
    """No statement of the corpus has this id."""


class InvalidFilter(OnRecordError):
    """A filter whose form can select nothing, such as an end before its start."""


class InvalidQuestion(OnRecordError):
    """A question that is empty or longer than the settings allow."""


class QuestionFileError(OnRecordError):
    """A question set that cannot be read; the message names the file and the line."""
