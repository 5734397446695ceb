"""`sourceline extract`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ARTICLE = b"Fares rose by 3% last year.\n"


def rows(out: str, record: str) -> list[dict[str, Any]]:
    return [row for row in map(json.loads, out.splitlines()) if row["record"] == record]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "fares.md"
    path.write_bytes(ARTICLE)
    return path


def test_a_file_is_read_as_what_its_name_says(sourceline: Any, article: Path) -> None:
    told = sourceline("extract", article)
    assert told.code == 0
    [header] = rows(told.out, "extractions")
    assert (header["name"], header["media_type"]) == (str(article), "text/markdown")
    assert [row["quote"] for row in rows(told.out, "blocks")] == ["Fares rose by 3% last year."]


def test_standard_input_is_read(sourceline: Any) -> None:
    told = sourceline("extract", "-", "--media-type", "text/plain", stdin=ARTICLE)
    assert told.code == 0
    [header] = rows(told.out, "extractions")
    assert (header["name"], header["media_type"]) == ("-", "text/plain")


def test_a_reference_date_settles_what_last_year_is(sourceline: Any, article: Path) -> None:
    told = sourceline("extract", article, "--reference-date", "2024-05-17")
    periods = {row["period_edtf"] for row in rows(told.out, "quantities") + rows(told.out, "claims")}
    assert "2023" in periods


def test_bytes_that_are_no_text_are_an_error_with_its_remedy(sourceline: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0" * 100)
    told = sourceline("extract", tmp_path / "a.txt")
    assert (told.code, told.out) == (3, "")
    assert "[not_text]" in told.err
    assert len(told.err.splitlines()) == 2


def test_an_archive_is_no_article(sourceline: Any, tmp_path: Path) -> None:
    (tmp_path / "a.zip").touch()
    told = sourceline("extract", tmp_path / "a.zip")
    assert (told.code, told.out) == (2, "")
    assert "unzip -p" in told.err


def test_a_file_that_is_not_there_is_wrong_usage(sourceline: Any) -> None:
    assert sourceline("extract", "nowhere.txt").code == 2


def test_records_carry_their_id(sourceline: Any) -> None:
    lines = [{"id": 7, "text": "Fares rose by 3%."}, {"id": "x", "text": "Rents fell by 2%."}]
    told = sourceline("extract", "-", "--records", stdin="\n".join(map(json.dumps, lines)).encode())
    assert told.code == 0
    assert [row["id"] for row in rows(told.out, "extractions")] == [7, "x"]
    assert {row["id"] for row in rows(told.out, "quantities")} == {7, "x"}


def test_a_bad_record_is_told_and_the_others_are_read(sourceline: Any) -> None:
    stdin = b'{"id": 1, "text": "Fares rose by 3%."}\n\nnonsense\n{"id": 2}\n[]\n{"id": 3, "text": "Rents fell."}\n'
    told = sourceline("extract", "-", "--records", stdin=stdin)
    assert told.code == 1
    assert [row["id"] for row in rows(told.out, "extractions")] == [1, 3]
    rejected = rows(told.out, "quarantine")
    assert [row["code"] for row in rejected] == ["bad_record"] * 3
    assert [row["message"].partition(":")[0] for row in rejected] == ["line 3", "line 4", "line 5"]


def test_a_record_that_is_no_text_is_told_with_its_id(sourceline: Any) -> None:
    stdin = json.dumps({"id": "bin", "text": "\0" * 50}).encode()
    told = sourceline("extract", "-", "--records", stdin=stdin)
    assert told.code == 1
    assert [(row["id"], row["code"]) for row in rows(told.out, "quarantine")] == [("bin", "not_text")]
