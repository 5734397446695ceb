"""Bytes to `Document`: decode, choose the reader for the media type, outline."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from flows.reading.captions import name_tables
from flows.reading.decoding import Unreadable, decode
from flows.reading.document import Block, Document
from flows.reading.media import MARKDOWN, TEXT, media_type_of, sniff
from flows.reading.outline import Reading, outline
from flows.reading.teasers import set_aside
from flows.reading.text import read_text


def read(source: bytes, *, media_type: str | None = None, name: str = "-") -> Document:
    """The document that the bytes hold.

    Without a media type the suffix of the name tells it, and without a known one the text itself. Raises `Unreadable`
    when the bytes are no text or nothing here reads the media type.
    """
    decoded = decode(source)
    media_type = media_type or media_type_of(name) or sniff(decoded.text)
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
    )


def _reading(text: str, media_type: str) -> Reading:
    if media_type == TEXT:
        return read_text(text)
    if media_type == MARKDOWN:
        from flows.reading.markdown import read_markdown

        return read_markdown(text)
    raise Unreadable("unknown_type", f"Nothing here reads {media_type}.")


def _title(blocks: tuple[Block, ...]) -> str | None:
    """The heading that a document opens with."""
    return blocks[0].passage.text if blocks and blocks[0].kind == "heading" else None
