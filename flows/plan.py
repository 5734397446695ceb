"""Plan a run: which of the files that stand in the landing zone are read, and in which batches.

A file whose size and time are those of the ledger is known by them alone; any other is known by the hash of its bytes.
So is a member of an archive: by its place, its size and the archive's time, without being unpacked. What the ledger
already holds for this parser and schema version is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flows.archives import opened
from flows.items import Place, SourceItem
from flows.reading.decoding import Unreadable
from flows.walk import unreadable
from schemas.rejections import Rejection
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION


class Known(NamedTuple):
    """What the ledger last saw at a place; nothing is known of one that gave no document."""

    document_id: str | None
    size: int | None
    mtime_ns: int | None


class Reading(NamedTuple):
    """What settles a document: these bytes, read as this media type (by the parser and schema of today)."""

    document_id: str
    media_type: str


class Sighting(NamedTuple):
    """A source file and the document that stands in it."""

    item: SourceItem
    document_id: str

    @property
    def reading(self) -> Reading:
        return Reading(self.document_id, self.item.media_type)


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that are read, validated, staged and loaded together; `batch_id` hashes them and the versions."""

    batch_id: str
    documents: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will do: `sightings` are all readable files, `batches` the documents to read, each once."""

    sightings: tuple[Sighting, ...]
    batches: tuple[Batch, ...]
    rejected: tuple[Rejection, ...]

    @property
    def seen(self) -> int:
        """Paths that may be articles, the rejected ones among them."""
        return len(self.sightings) + len(self.rejected)

    @property
    def documents(self) -> int:
        """Documents to read."""
        return sum(len(batch.documents) for batch in self.batches)


def make_plan(
    found: Iterable[SourceItem | Rejection],
    *,
    known: Mapping[Place, Known],
    settled: Container[tuple[str, str]],
    batch_size: int,
) -> Plan:
    """The plan for what a walk found.

    `known` is the ledger's last sight of each place, `settled` holds the readings that need not be made again.
    Raises ValueError for a batch size below 1.
    """
    if batch_size < 1:
        raise ValueError("a batch holds at least one document")
    sightings, rejected = _sort(found, known)
    fresh: dict[Reading, Sighting] = {}
    for sighting in sightings:
        if sighting.reading not in settled:
            fresh.setdefault(sighting.reading, sighting)
    return Plan(tuple(sightings), tuple(_batches(list(fresh.values()), batch_size)), tuple(rejected))


def _sort(
    found: Iterable[SourceItem | Rejection], known: Mapping[Place, Known]
) -> tuple[list[Sighting], list[Rejection]]:
    sightings: list[Sighting] = []
    rejected: list[Rejection] = []
    for entry in found:
        outcome = entry if isinstance(entry, Rejection) else _identify(entry, known.get(entry.place))
        if isinstance(outcome, Rejection):
            rejected.append(outcome)
        else:
            sightings.append(outcome)
    return sightings, rejected


def _identify(item: SourceItem, known: Known | None) -> Sighting | Rejection:
    if known and known.document_id and (known.size, known.mtime_ns) == (item.size, item.mtime_ns):
        return Sighting(item, known.document_id)
    try:
        with opened(item) as file:
            return Sighting(item, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        return unreadable(item.name, error)
    except Unreadable as error:
        return Rejection(code=error.code, message=error.message, path=item.name)


def _batches(documents: Sequence[Sighting], size: int) -> Iterator[Batch]:
    for start in range(0, len(documents), size):
        part = tuple(documents[start : start + size])
        names = [f"{sighting.document_id} {sighting.item.media_type}" for sighting in part]
        content = "\n".join([PARSER_VERSION, SCHEMA_VERSION, *names])
        yield Batch(hashlib.sha256(content.encode()).hexdigest(), part)
