"""The reference page says what the SQL files say."""

from __future__ import annotations

import duckdb

from warehouse.pages import PAGE, definitions, queries_page
from warehouse.statements import statements


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == queries_page(), "write the page anew: python -m warehouse.pages"


def test_every_view_and_macro_is_defined_where_the_page_looks(reader: duckdb.DuckDBPyConnection) -> None:
    views = reader.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    macros = reader.execute(
        "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type LIKE '%macro' AND NOT internal"
    ).fetchall()
    named = {name.partition("(")[0] for entry in definitions() for name in entry.names}
    assert named == {name for (name,) in views + macros}


def test_every_definition_says_what_it_is() -> None:
    assert all(entry.description for entry in definitions())
    assert all(f"| `{query.name}` | " in queries_page() for query in statements("queries"))
