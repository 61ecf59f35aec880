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


class Locked(ReadingError):
    """The file asks for a password."""

    what = "The file is locked with a password."
    why = "It opens only with the password of its owner."
    remedy = "Open it with its password, save it without one under another name, and import that file."


class PendingChanges(ReadingError):
    """A Word file with tracked changes that nobody has accepted or rejected."""

    what = "The file holds corrections that nobody has accepted or rejected."
    why = (
        "There are {insertions} insertions, {deletions} deletions and {renumbered} changed numbers, made by {authors}."
    )
    remedy = (
        "Choose whether the original text is meant or the text with all corrections accepted: in the field "
        '"Pending corrections" of the page, or with --changes original or --changes accepted on the command line.'
    )


class OldWordNeedsLibreOffice(ReadingError):
    """A Word file of before 2007, and nothing on this computer can open it."""

    what = "This old Word file (.doc) cannot be read on this computer."
    why = "Only the program LibreOffice can open such files, and it is not installed."
    remedy = "Open the file in Word and save it as Word (.docx), or ask your administrator to install LibreOffice."


class OldWordNotOpened(ReadingError):
    """LibreOffice could not open an old Word file."""

    what = "The old Word file (.doc) could not be opened."
    why = "{reason}."
    remedy = "Open it in Word and save it as Word (.docx); if it does not open there, ask for another copy."


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


class DamagedPdf(ReadingError):
    """The PDF cannot be opened."""

    what = "The PDF file is damaged."
    why = "Its pages cannot be opened: {reason}."
    remedy = "Download or save it again and check that it opens in a PDF reader; if it does, print it to a new PDF."


class LockedPdf(ReadingError):
    """The PDF asks for a password."""

    what = "The PDF file is locked by a password."
    why = "It opens only with the password of its owner."
    remedy = "Open it with its password in a PDF reader and print it to a new PDF without one, or ask for an open copy."


class TooManyPages(ReadingError):
    """The PDF has more pages, or more letters on a page, than any law."""

    what = "The PDF file is too large."
    why = "It holds {found} {things}; the limit for one act is {limit}."
    remedy = "Split it in a PDF program and import each act as a file of its own."


class UnreadableLetters(ReadingError):
    """The PDF draws letters without saying which letters they are."""

    what = "The letters of the PDF file cannot be read."
    why = "{share} of 100 of its signs have no meaning as letters: its fonts do not say which letters they draw."
    remedy = "Ask for the law as Word (.docx) or text, or print the PDF to pictures and recognise it as a scan."


class ScannedPdf(ReadingError):
    """The PDF consists of pictures of pages."""

    what = "The PDF file is a scan: its pages are pictures."
    why = "{pictures} of its {pages} pages hold no text that can be read."
    remedy = (
        "Choose to recognise it when you import it (on the command line: --ocr rus), and then proof-read every page. "
        "This computer can recognise: {languages}."
    )


class ScannedPdfWithoutOcr(ScannedPdf):
    """The PDF consists of pictures of pages, and no program here can recognise letters in them."""

    remedy = (
        "Ask for the law as Word (.docx) or text, or ask your administrator to install the packages tesseract-ocr, "
        "tesseract-ocr-rus and tesseract-ocr-tgk; then choose to recognise it (on the command line: --ocr rus), and "
        "proof-read every page."
    )


class OcrMissing(ReadingError):
    """The program that recognises letters in pictures is not installed."""

    what = "The letters in a scan cannot be recognised on this computer."
    why = "The program tesseract is not installed."
    remedy = (
        "Ask your administrator to install the packages tesseract-ocr, tesseract-ocr-rus and tesseract-ocr-tgk, "
        "or ask for the law as Word (.docx) or text."
    )


class OcrLanguageMissing(ReadingError):
    """The program that recognises letters does not know the language."""

    what = "The letters of this language cannot be recognised on this computer."
    why = "The program tesseract knows {installed}, but not {missing}."
    remedy = "Ask your administrator to install the package tesseract-ocr-{missing}, or choose another language."


class OcrFailed(ReadingError):
    """The program that recognises letters stopped without a result."""

    what = "Page {page} of the scan could not be recognised."
    why = "The program tesseract stopped: {reason}."
    remedy = "Try again; if it fails again, scan this page anew or import the law as Word (.docx) or text."
