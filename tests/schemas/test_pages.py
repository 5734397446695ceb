"""The reference pages say what the code says."""

from __future__ import annotations

import pytest

from schemas.codes import CODES
from schemas.pages import DOCS, PAGES
from schemas.rows import CONTENT_TABLES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "write the pages anew: python -m schemas.pages"


def test_every_code_and_every_table_has_its_place() -> None:
    assert all(f"| `{code}` |" in PAGES["codes.md"]() for code in CODES)
    assert all(f"\n## {table}\n" in PAGES["tables.md"]() for table in CONTENT_TABLES)
