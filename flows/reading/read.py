"""Bytes to `Document`: decode, choose the reader for the media type, outline."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from flows.reading.captions import name_tables
from flows.reading.decoding import Decoded, Unreadable, decode, redecode
from flows.reading.document import Block, Document
from flows.reading.media import HTML, MARKDOWN, PDF, TEXT, is_page, is_pdf, media_type_of, sniff
from flows.reading.outline import Reading, outline
from flows.reading.pages import Pages
from flows.reading.teasers import set_aside
from flows.reading.text import read_text

PDF_ENCODING = "pdf"
"""What stands for a codec in the record of a PDF, whose text is not decoded but read."""


def read(source: bytes, *, media_type: str | None = None, name: str = "-") -> Document:
    """The document that the bytes hold.

    Without a media type the suffix of the name tells it, and without a known one the text itself. Raises `Unreadable`
    when the bytes are no text, a PDF that cannot be opened, or nothing here reads the media type.
    """
    media_type = media_type or media_type_of(name) or _begins_as(source)
    pages: Pages | None = None
    if media_type == PDF:
        decoded, pages, reading = _read_pdf(source)
    else:
        decoded = decode(source, _declared(source) if media_type == HTML else None)
        media_type = media_type or sniff(decoded.text)
        reading = _reading(decoded.text, media_type)
    blocks = outline(set_aside(name_tables(reading.drafts)))
    return Document(
        name=name,
        document_id=hashlib.sha256(source).hexdigest(),
        media_type=media_type,
        encoding=decoded.encoding,
        text=decoded.text,
        blocks=blocks,
        metadata=replace(reading.metadata, title=reading.metadata.title or _title(blocks)),
        hidden=tuple(reading.hidden),
        replaced_characters=decoded.replaced,
        pages=pages,
    )


def source_text(source: bytes, media_type: str, encoding: str) -> str:
    """The source text again, from the same bytes and what was recorded of them. Raises `Unreadable` for a PDF."""
    return _read_pdf(source)[0].text if media_type == PDF else redecode(source, encoding)


def _begins_as(source: bytes) -> str | None:
    if is_pdf(source):
        return PDF
    return HTML if is_page(source) else None


def _declared(source: bytes) -> str | None:
    from flows.reading.charsets import declared_encoding

    return declared_encoding(source)


def _read_pdf(source: bytes) -> tuple[Decoded, Pages, Reading]:
    from flows.reading.pdf.characters import UNKNOWN
    from flows.reading.pdf.read import read_pdf

    text, pages, reading = read_pdf(source)
    return Decoded(text, PDF_ENCODING, text.count(UNKNOWN)), pages, reading


def _reading(text: str, media_type: str) -> Reading:
    if media_type == TEXT:
        return read_text(text)
    if media_type == MARKDOWN:
        from flows.reading.markdown import read_markdown

        return read_markdown(text)
    if media_type == HTML:
        from flows.reading.html.read import read_html

        return read_html(text)
    raise Unreadable("unknown_type", f"Nothing here reads {media_type}.")


def _title(blocks: tuple[Block, ...]) -> str | None:
    """The heading that a document opens with."""
    return blocks[0].passage.text if blocks and blocks[0].kind == "heading" else None
