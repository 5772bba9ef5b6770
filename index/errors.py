"""The errors that a user can meet. Each message is one sentence that says what to do next.

OnRecordError
+-- ReadError                 one file cannot become a statement; the build goes on
|   +-- UnsupportedFormat
|   +-- FileTooLarge
|   +-- BinaryFile
|   +-- UndecodableFile
|   +-- EmptyFile
|   +-- DamagedFile           not what its suffix says, or broken
|   +-- EncryptedFile
|   +-- NoTextLayer           pictures of pages, without their words
|   +-- InvalidMetadata       a stated title, date, ... that is none
|   +-- UnsafeFile            made to exhaust the machine or to reach outside the sources
|   +-- ReadingStopped        over the limit of time or memory
+-- SourceNotFound            a path given to the build does not exist
+-- IndexNotFound             no index at that place
+-- IndexDamaged              the stores or the manifest disagree
+-- IndexMismatch             built with another schema, model or setting
+-- IndexBusy                 another build is writing
+-- IndexNotWritable          the folder of the index, or its disk, takes no more
|   +-- DiskFull
+-- NoSuchGeneration          nothing to roll back to
+-- ExportExists              an export would overwrite a file
+-- ModelUnavailable          a model's files are missing or are not the expected ones
+-- ExtraMissing              a feature needs packages of an extra that is not installed
+-- ChatUnavailable           the endpoint of a chat model is away, slow or answers garbage
+-- UnknownStatement          no statement has that id
+-- InvalidFilter             a filter that can select nothing by its form
+-- InvalidQuestion           an empty or oversized question
+-- InvalidQuote              a quotation without words, or with too many
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


class DamagedFile(ReadError):
    """The file is broken, or is not of the format that its suffix says."""


class EncryptedFile(ReadError):
    """The file is locked with a password."""


class NoTextLayer(ReadError):
    """The file holds pictures of pages and none of their words."""


class InvalidMetadata(ReadError):
    """A title, date, speaker, ... is stated in a form that is not understood."""


class UnsafeFile(ReadError):
    """The file is made in a way that could exhaust the machine, or reaches outside the sources."""


class ReadingStopped(ReadError):
    """Reading the file took more time or memory than the settings allow."""


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


class IndexNotWritable(OnRecordError):
    """The operating system does not let the index be written."""


class DiskFull(IndexNotWritable):
    """No room is left where the index lies."""


class NoSuchGeneration(OnRecordError):
    """The state to roll back to is not among those that are kept."""


class ExportExists(OnRecordError):
    """A file of that name is there already."""


class ModelUnavailable(OnRecordError):
    """A model's files are missing, or are not the ones expected."""


class ExtraMissing(OnRecordError):
    """A feature needs the packages of an extra; the message names it."""


class ChatUnavailable(OnRecordError):
    """The endpoint of a chat model is away, too slow, refuses, or sends what is no reply."""


class UnknownStatement(OnRecordError):
    """No statement of the corpus has this id."""


class InvalidFilter(OnRecordError):
    """A filter whose form can select nothing, such as an end before its start."""


class InvalidQuestion(OnRecordError):
    """A question that is empty or longer than the settings allow."""


class InvalidQuote(OnRecordError):
    """A quotation, or words to count, that holds no words, or more than a quotation has."""


class QuestionFileError(OnRecordError):
    """A question set that cannot be read; the message names the file and the line."""
