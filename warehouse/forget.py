"""Forget documents: their rows and text are erased for good, and the ledger remembers not to read them again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import duckdb

from schemas.errors import SourcelineError
from warehouse.decisions import Kind, decide
from warehouse.erase import erase_documents, rewrite
from warehouse.store import Store
from warehouse.transactions import transaction

_IDENTIFIER = re.compile(r"[0-9a-f]{8,64}")
"""A document's identifier, or enough of its beginning not to be mistaken for a path."""

_FIND = """
SELECT document_id, list_distinct(list(place_name(path, member)) FILTER (gone_run IS NULL))
FROM source_files
WHERE document_id IN (
    SELECT document_id FROM source_files
    WHERE list_contains($names, place_name(path, member)) OR starts_with(document_id, $identifier)
)
GROUP BY document_id
ORDER BY document_id
"""


class Known(NamedTuple):
    """A document and the places where it still lies."""

    document_id: str
    places: list[str]


def find_documents(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> list[Known]:
    """Every document that ever lay at a place of one of these names, or the one whose identifier begins so.

    Raises SourcelineError "unknown_document" and "ambiguous_document".
    """
    identifier = next(filter(_IDENTIFIER.fullmatch, names), None)
    rows = connection.execute(_FIND, {"names": list(names), "identifier": identifier}).fetchall()
    found = [Known(document, sorted(places or ())) for document, places in rows]
    if not found:
        raise SourcelineError("unknown_document", names[0])
    if identifier and len(found) > 1:
        raise SourcelineError("ambiguous_document", names[0])
    return found


def forget(store: Store, documents: Sequence[str], reason: str | None = None) -> int:
    """Erase documents from the store, its free blocks included, and say so in the ledger; the rows that it cost.

    What is published holds them until it is published anew. Broken off, it is to be done again: the rows are gone, but
    their bytes may not be.
    """
    with transaction(store.connection):
        rows = erase_documents(store.connection, documents)
        _decide(store, "forget", documents, reason)
    rewrite(store)
    return rows


def remember(store: Store, documents: Sequence[str], reason: str | None = None) -> None:
    """Let documents be read again by the next run, where their bytes still lie in the landing zone."""
    with transaction(store.connection):
        _decide(store, "remember", documents, reason)


def _decide(store: Store, kind: Kind, documents: Sequence[str], reason: str | None) -> None:
    for document in documents:
        decide(store.connection, kind, document, reason)
