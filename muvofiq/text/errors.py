"""What can be wrong with a file before its first line has been read."""

from muvofiq.errors import MuvofiqError


class ReadingError(MuvofiqError):
    """Root of the errors of this stage."""


class FileMissing(ReadingError):
    """The path leads to no file that can be opened."""

    what = "The file cannot be opened."
    why = "{reason}."
    remedy = "Check the path and the right to read the file."


class EmptyFile(ReadingError):
    """There is not a single letter in the file."""

    what = "The file is empty."
    why = "It holds {size} bytes, and no letter or figure among them."
    remedy = "Save the law again from its source and check that the text is visible before you import it."


class TooLarge(ReadingError):
    """The file is larger than any law."""

    what = "The file is too large."
    why = "It holds {size_mb} MB; the limit for one act is {limit_mb} MB (the largest code known to us holds 3 MB)."
    remedy = "Import each act as a file of its own, and leave pictures and annexes out."


class WrongFormat(ReadingError):
    """The content is not what the name of the file promises."""

    what = "The file is not a {expected} file."
    why = "{reason}."
    remedy = "Open it in the program it comes from and save it again as Word (.docx), web page (.html) or text (.txt)."


class NotYetRead(ReadingError):
    """A format that exists, but for which there is no reader yet."""

    what = "This version does not read {format} files."
    why = "The content is {format}, whatever the name says."
    remedy = "Open it and save it as Word (.docx), web page (.html) or text (.txt, UTF-8)."


class NotText(ReadingError):
    """The bytes are no text at all."""

    what = "The file holds no text."
    why = "It contains bytes that occur in programs, pictures and archives, but never in text."
    remedy = "Choose the Word, HTML or text file of the law itself."


class UnknownEncoding(ReadingError):
    """No known table of letters turns the bytes into readable words."""

    what = "The letters of the file cannot be read."
    why = "It is not UTF-8, and no other encoding ({tried}) gives readable Cyrillic or Latin words."
    remedy = "Open it in the program it comes from and save it as text in UTF-8, or as Word (.docx)."
