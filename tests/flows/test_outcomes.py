"""One document: its extraction, or the reason why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.outcomes import read_document
from flows.plan import Sighting
from schemas.rejections import Rejection
from schemas.rows import Extraction
from tests.support.sightings import sighting

SOURCE = b"Sales rose 3%.\n"


def rejected(document: Sighting) -> Rejection:
    outcome = read_document(document)
    assert isinstance(outcome, Rejection)
    return outcome


def test_a_document_is_extracted_under_its_name(tmp_path: Path) -> None:
    outcome = read_document(sighting(tmp_path / "a.txt", SOURCE))
    assert isinstance(outcome, Extraction)
    assert (outcome.name, outcome.media_type) == ("a.txt", "text/plain")


def test_a_rule_that_raises_costs_its_document_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: bytes, **_: object) -> object:
        raise RecursionError(f"too deep in {object()}")

    monkeypatch.setattr("flows.outcomes.extract", broken)
    rejection = rejected(sighting(tmp_path / "a.txt", SOURCE))
    assert (rejection.code, rejection.message) == ("extraction_crashed", "RecursionError: too deep in <object object>")
    assert rejection.document_id


def test_bytes_that_are_no_text_are_rejected_by_content(tmp_path: Path) -> None:
    binary = sighting(tmp_path / "a.txt", b"\x00\x01\x02" * 100)
    rejection = rejected(binary)
    assert (rejection.code, rejection.document_id, rejection.media_type) == ("not_text", *binary.reading)


def test_a_file_that_changed_after_the_plan_is_left_to_the_next_run(tmp_path: Path) -> None:
    planned = sighting(tmp_path / "a.txt", SOURCE)
    Path(planned.item.location).write_bytes(b"Sales rose 4%.\n")
    rejection = rejected(planned)
    assert (rejection.code, rejection.path, rejection.document_id) == ("changed_while_reading", "a.txt", None)


def test_a_file_that_vanished_after_the_plan_is_rejected_by_path(tmp_path: Path) -> None:
    planned = sighting(tmp_path / "a.txt", SOURCE)
    Path(planned.item.location).unlink()
    rejection = rejected(planned)
    assert (rejection.code, rejection.path, rejection.document_id) == ("unreadable_file", "a.txt", None)
