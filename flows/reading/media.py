"""Media types: the one table of what is read, by suffix, and a guess for bytes that come without a name."""

from __future__ import annotations

from os import PathLike, fspath

import regex

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"

BY_SUFFIX = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".shtml": HTML,
    ".pdf": PDF,
}

# What plain text hardly ever has at the start of a line: front matter, ATX headings, and emphasis or links in prose.
_FRONT_MATTER = regex.compile(r"\A---[ \t]*\r?\n(?:[\w-]+:[^\n]*\r?\n)+---[ \t]*(?:\r?\n|\Z)")
_HEADING = regex.compile(r"(?m)^#{1,6} +\S")
_INLINE = regex.compile(r"\*\*[^\s*][^*\n]{0,200}\*\*|\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)")
SNIFFED = 1 << 14

# The tags that a page begins with, behind comments and declarations (WHATWG MIME Sniffing, 7.1, as far as no other
# text begins so).
_PAGE = regex.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s++|<!--.*?-->|<\?xml\b[^>]*>)*+<(?:!doctype\s+html|html|head|body)(?=[\s>])",
    regex.IGNORECASE | regex.DOTALL,
)


def media_type_of(path: str | PathLike[str]) -> str | None:
    """The media type that a path's suffix stands for; None when nothing here reads it."""
    name = fspath(path).lower()
    dot = name.rfind(".")
    return BY_SUFFIX.get(name[dot:]) if dot >= 0 else None


def is_page(source: bytes) -> bool:
    """Whether bytes without a name begin as an HTML page does."""
    return bool(_PAGE.match(source[:SNIFFED]))


def is_pdf(source: bytes) -> bool:
    """Whether bytes without a name begin as a PDF does; some have a few bytes in front of it."""
    return b"%PDF-" in source[:1024]


def sniff(text: str) -> str:
    """The media type of text without a name: Markdown only when its marks leave little doubt, else plain text."""
    head = text[:SNIFFED]
    marks = len(_HEADING.findall(head)) + len(_INLINE.findall(head))
    return MARKDOWN if _FRONT_MATTER.match(head) or marks >= 2 else TEXT
