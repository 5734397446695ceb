"""Change what stands in a warehouse without reading anything new, and publish it: readers see the change whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schemas.errors import SourcelineError
from warehouse.publish import publish
from warehouse.store import Store, open_store, store_path


@contextmanager
def amending(warehouse: Path, wait: float = 0) -> Iterator[Store]:
    """The store of a published warehouse, open for changes; once they are made they are published, report included.

    Raises SourcelineError "warehouse_missing" where there is none, and as `open_store` does.
    """
    if not store_path(warehouse).is_file():
        raise SourcelineError("warehouse_missing", str(warehouse))
    with open_store(warehouse, wait) as store:
        yield store
        published = publish(store, keep=False)
    if published:
        from warehouse.report.render import write_report

        write_report(warehouse, warehouse.with_name("report.html"))
