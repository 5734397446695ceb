"""Read documents: their rows as frames, and for each one that could not be read the reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from flows.extract import extract
from flows.plan import Sighting
from flows.reading.decoding import Unreadable
from flows.walk import unreadable
from schemas.frames import frames
from schemas.rejections import Rejection
from schemas.rows import Extraction

Reader = Callable[[Sighting], Extraction | Rejection]


@dataclass(frozen=True, slots=True)
class Readings:
    """What came of some documents: one frame per table, and the documents that gave no rows."""

    frames: dict[str, pl.DataFrame]
    rejected: tuple[Rejection, ...]

    @classmethod
    def joined(cls, parts: Sequence[Readings]) -> Readings:
        """The readings of several parts as one, in their order."""
        tables = {table: pl.concat([part.frames[table] for part in parts]) for table in parts[0].frames}
        return cls(tables, tuple(rejected for part in parts for rejected in part.rejected))


def read_all(documents: Sequence[Sighting], read: Reader) -> Readings:
    """The readings of documents, one after the other."""
    outcomes = [read(document) for document in documents]
    return Readings(
        frames([outcome for outcome in outcomes if isinstance(outcome, Extraction)]),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Rejection)),
    )


def read_document(sighting: Sighting) -> Extraction | Rejection:
    """The extraction of one document; never raises."""
    path, content = sighting.item.path, sighting.reading
    try:
        source = Path(sighting.item.location).read_bytes()
        if hashlib.sha256(source).hexdigest() != content.document_id:
            return Rejection(code="changed_while_reading", message="The bytes are not those of the plan.", path=path)
        return extract(source, media_type=content.media_type, name=path)
    except OSError as error:
        return unreadable(path, error)
    except Unreadable as error:
        return Rejection(code=error.code, message=error.message, path=path, **content._asdict())
    except Exception as error:  # whatever a rule raises is about this document alone
        return crashed(sighting, f"{type(error).__name__}: {error}")


def crashed(sighting: Sighting, message: str) -> Rejection:
    """The rejection of a document that the reader failed on."""
    reading = sighting.reading._asdict()
    return Rejection(code="extraction_crashed", message=message, path=sighting.item.path, **reading)
