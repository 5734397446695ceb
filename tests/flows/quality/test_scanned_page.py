"""Pages that show something and hold no text."""

from __future__ import annotations

from flows.extract import extract
from tests.support.printing import Picture, Text, printed

SCAN, WORDS = [Picture(50, 50, 400)], [Text(60, 100, "The fees rose by 42%.")]


def findings(*pages: list[Picture] | list[Text]) -> dict[str, tuple[int | None, str | None]]:
    """By code the page that a finding about a PDF points at, and what was there."""
    rows = extract(printed(*pages), media_type="application/pdf")
    return {row.code: (row.page, row.actual) for row in rows.findings}


def test_scans_are_one_finding_that_names_their_pages() -> None:
    assert findings(WORDS, SCAN, WORDS, SCAN, SCAN)["scanned_page"] == (2, "none on 2, 4-5")


def test_a_scan_of_a_whole_document_is_not_silent() -> None:
    assert findings(SCAN)["scanned_page"] == (1, "none on 1")


def test_pictures_beside_text_and_empty_pages_are_fine() -> None:
    assert "scanned_page" not in findings([*SCAN, *WORDS], [])
