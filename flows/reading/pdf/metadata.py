"""What a PDF says of itself: title, author, last change and language, where they are more than its tools' defaults."""

from __future__ import annotations

from ctypes import byref, c_ushort
from datetime import date

import pypdfium2.raw as pdfium
import regex
from pypdfium2 import PdfDocument

from flows.reading.document import Metadata

LONGEST = 300

_DATE = regex.compile(r"(?:D:)?(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
# Titles that a word processor, a printer driver or a scanner fills in: its own name, a file's name, no name.
_DEFAULT = regex.compile(
    r"microsoft (?:word|powerpoint|excel)\b|(?:untitled|no title|powerpoint presentation)\Z|(?:document|scan)\W*\d*\Z"
    r"|.*\.(?:docx?|pdf|xlsx?|pptx?|indd|qxd|tex|dvi|ps|rtf|odt|html?|txt|p65|fm)\Z|\S*[\\/_]\S*\Z|[\d\W]*\Z",
    regex.IGNORECASE,
)
# Authors that are accounts or machines.
_NOBODY = regex.compile(
    r"(?:admin(?:istrator)?|user|owner|unknown|anonymous|default|author|windows|microsoft.*|pc|\S*[\d\\/_@]\S*|[\d\W]*)\Z",
    regex.IGNORECASE,
)
_LANGUAGE = regex.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def read_metadata(document: PdfDocument) -> Metadata:
    """The metadata. When a PDF was made is not when its text was published: `published` stays open."""
    told = document.get_metadata_dict()
    title, author = _clean(told.get("Title")), _clean(told.get("Author"))
    return Metadata(
        title=None if _DEFAULT.match(title) else title,
        author=None if _NOBODY.match(author) else author,
        modified=_date(told.get("ModDate") or ""),
        language=_language(document),
    )


def _clean(text: str | None) -> str:
    """The text without control characters and surplus white space; empty when it is too long for a title."""
    cleaned = " ".join("".join(mark if mark.isprintable() else " " for mark in text or "").split())
    return cleaned if len(cleaned) <= LONGEST else ""


def _date(stamp: str) -> date | None:
    found = _DATE.match(stamp)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        return None


def _language(document: PdfDocument) -> str | None:
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size <= 64:
        return None
    units = (c_ushort * (size // 2))()
    pdfium.FPDFCatalog_GetLanguage(document, byref(units, 0) if size < 0 else units, size)
    found = _LANGUAGE.match(bytes(units).decode("utf-16-le", "replace"))
    return found[0] if found else None
