"""Extract one article under the caps of its media type, for those who have its bytes and no warehouse."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flows.extract import extract
from flows.jail import run_jailed
from flows.limits import caps_of
from flows.reading.decoding import Unreadable
from flows.reading.media import PDF, is_pdf, media_type_of
from schemas.rows import Extraction


class _Article(NamedTuple):
    source: bytes
    media_type: str | None
    name: str
    reference_date: date | None


def extract_guarded(
    source: bytes, *, media_type: str | None = None, name: str = "-", reference_date: date | None = None
) -> Extraction:
    """As `flows.extract.extract`; a document that exceeds its caps, or crashes its reader, is `Unreadable`, too.

    Costs a process where the media type has caps, and nothing elsewhere.
    """
    media_type = media_type or media_type_of(name) or (PDF if is_pdf(source) else None)
    article = _Article(source, media_type, name, reference_date)
    caps = caps_of(media_type) if media_type else None
    [outcome] = run_jailed(_attempt, [article], children=1, caps=lambda _: caps) if caps else [_attempt(article)]
    if isinstance(outcome, Extraction):
        return outcome
    raise outcome if isinstance(outcome, Unreadable) else Unreadable(outcome.code, outcome.message)


def _attempt(article: _Article) -> Extraction | Unreadable:
    try:
        return extract(
            article.source,
            media_type=article.media_type,
            name=article.name,
            reference_date=article.reference_date,
        )
    except Unreadable as verdict:
        return verdict
