from __future__ import annotations

import duckdb
import pytest

from warehouse.transactions import transaction


def test_what_ends_well_is_kept_and_what_fails_leaves_nothing() -> None:
    with duckdb.connect() as connection:
        with transaction(connection):
            connection.execute("CREATE TABLE kept (a INTEGER)")
        with pytest.raises(duckdb.ConversionException), transaction(connection):
            connection.execute("INSERT INTO kept VALUES (1)")
            connection.execute("SELECT 'x'::INTEGER")
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
