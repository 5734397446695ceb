from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from schemas.errors import SourcelineError
from schemas.rows import Piece
from tests.support.articles import BUSES, FERRIES, made_by_hand
from tests.support.warehouses import run_once
from warehouse.reader import open_reader
from warehouse.trace import trace

ARTICLE = made_by_hand(FERRIES)
CLAIM = ARTICLE.claims[0]


@pytest.mark.parametrize("given", [CLAIM.claim_id, CLAIM.claim_id[:8]])
def test_a_claim_is_found_by_its_id_or_the_beginning_of_it(reader: duckdb.DuckDBPyConnection, given: str) -> None:
    assert trace(reader, given).claim["claim_id"] == CLAIM.claim_id


def test_a_trace_shows_where_the_claim_stands_and_how_it_came_here(reader: duckdb.DuckDBPyConnection) -> None:
    found = trace(reader, CLAIM.claim_id)
    assert [(line.line_no, line.text) for line in found.lines] == [(3, CLAIM.quote)]
    assert found.lines[0].marks == ((0, len(CLAIM.quote)),)
    assert [(part["part"], part["quote"]) for part in found.parts] == [("value", "42%")]
    assert found.attribution and found.attribution["source_text"] == "the Harbour Board"
    assert found.claim["rule_id"] == "hand"
    assert found.paths == ("ferries.txt",)
    assert found.extraction["document_id"] == ARTICLE.document_id
    assert found.load["load_id"] == found.extraction["load_id"]
    assert found.run["run_id"] == found.load["run_id"]


def test_a_claim_without_attribution_has_none(reader: duckdb.DuckDBPyConnection) -> None:
    assert trace(reader, ARTICLE.claims[1].claim_id).attribution is None


def test_marks_are_cut_at_the_ends_of_lines(tmp_path: Path) -> None:
    start, end = BUSES.index("delays"), BUSES.index("rose")
    broken = BUSES.index("\n", start)
    claim = replace(made_by_hand(BUSES).claims[0], line_end=4, char_start=start, char_end=end)
    claim = replace(claim, pieces=(Piece(start, start + 6), Piece(start + 12, end)), quote=BUSES[start:end])
    article = replace(made_by_hand(BUSES), claims=(claim,), claim_parts=())
    run_once(tmp_path / "w.duckdb", {"a.txt": BUSES}, batches=[[article]])
    with open_reader(tmp_path / "w.duckdb") as connection:
        first, second = trace(connection, claim.claim_id).lines
    assert [first.text[a:b] for a, b in first.marks] == ["delays", BUSES[start + 12 : broken]]
    assert [second.text[a:b] for a, b in second.marks] == ["Fares "]


def test_the_current_reading_is_shown_and_a_gone_document_has_no_path(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    versions = [[made_by_hand(BUSES, parser_version=version)] for version in ("2", "1")]
    run_once(published, {"b.txt": BUSES, "a.txt": BUSES}, batches=versions)
    claim_id = made_by_hand(BUSES).claims[0].claim_id
    with open_reader(published) as connection:
        found = trace(connection, claim_id)
    assert (found.extraction["parser_version"], found.paths) == ("2", ("a.txt", "b.txt"))
    run_once(published, {})
    with open_reader(published) as connection:
        assert trace(connection, claim_id).paths == ()


@pytest.mark.parametrize(("given", "code"), [("", "unknown_claim"), ("zz", "unknown_claim"), ("%", "unknown_claim")])
def test_no_such_claim(reader: duckdb.DuckDBPyConnection, given: str, code: str) -> None:
    with pytest.raises(SourcelineError) as refused:
        trace(reader, given)
    assert refused.value.code == code


def test_a_beginning_that_fits_several_claims_is_ambiguous(tmp_path: Path) -> None:
    article = made_by_hand(BUSES)
    claims = tuple(replace(claim, claim_id=f"abcd{number:028}") for number, claim in enumerate(article.claims))
    run_once(tmp_path / "w.duckdb", {"a.txt": BUSES}, batches=[[replace(article, claims=claims, claim_parts=())]])
    with open_reader(tmp_path / "w.duckdb") as connection, pytest.raises(SourcelineError) as refused:
        trace(connection, "abcd")
    assert refused.value.code == "ambiguous_claim"
