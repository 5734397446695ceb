from __future__ import annotations

from schemas.codes import CODES
from schemas.errors import SourcelineError


def test_an_error_says_what_where_and_what_to_do() -> None:
    error = SourcelineError("warehouse_busy", "here.duckdb")
    assert str(error) == "The warehouse is being written by another process: here.duckdb [warehouse_busy]"
    assert error.remedy == CODES["warehouse_busy"].remedy


def test_codes_are_filed_under_their_own_name_and_complete() -> None:
    for name, code in CODES.items():
        assert name == code.code
        assert code.title and not code.title.endswith(".")
        assert code.meaning.endswith(".")
        assert code.remedy.endswith(".")
