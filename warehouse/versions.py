"""The parser and schema versions that a warehouse holds readings of, and which of them readers are shown.

A version is named `parser/schema`, as 2/1; the parser's alone means the newest schema that it was used with.
"""

from __future__ import annotations

from typing import NamedTuple

import duckdb

from schemas.errors import SourcelineError
from warehouse.decisions import decide
from warehouse.store import Store

_HELD = """
SELECT version_name(parser_version, schema_version) AS name, count(*), name = any_value(published_version.version)
FROM extractions
CROSS JOIN published_version
GROUP BY name
ORDER BY version_order(name), name
"""


class Version(NamedTuple):
    """A version, how many documents it has read, and whether it is the one that readers are shown."""

    name: str
    documents: int
    published: bool


def held_versions(connection: duckdb.DuckDBPyConnection) -> list[Version]:
    """The versions that the warehouse holds readings of, oldest first."""
    return [Version(*row) for row in connection.execute(_HELD).fetchall()]


def find_version(connection: duckdb.DuckDBPyConnection, name: str | None = None) -> Version:
    """The version of that name, or the newest. Raises SourcelineError "unknown_version"."""
    held = held_versions(connection)
    for version in reversed(held):
        if name in (None, version.name, version.name.partition("/")[0]):
            return version
    raise SourcelineError(
        "unknown_version", f"{name or 'none at all'}; held: {', '.join(v.name for v in held) or 'none'}"
    )


def published_version(connection: duckdb.DuckDBPyConnection) -> Version:
    """The version that readers are shown. Raises SourcelineError "unknown_version" where nothing has been read."""
    for version in held_versions(connection):
        if version.published:
            return version
    return find_version(connection)


def publish_version(store: Store, name: str | None = None) -> Version:
    """Have readers be shown a version, by default the newest, from the next publication on.

    One that they are shown already is not entered again. Raises SourcelineError "unknown_version".
    """
    version = find_version(store.connection, name)
    if not version.published:
        decide(store.connection, "publish", version.name)
    return version
