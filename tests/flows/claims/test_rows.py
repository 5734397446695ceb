"""Rows of claims, quantities, attributions and mentions: numbered, grounded, and named by what they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.rows import claim_id, joined, merged
from schemas.rows import CONTENT_TABLES, Piece
from tests.support.sentences import read_text

TEXT = """\
The Harbour Board (HB) runs 12 ferries.

According to HB chair Maria Costa, "ridership
rose by 5% in 2023", and 300 people were hired.

See section 4. Fares rose by 5% in 2023.
"""
NUMBERED = {
    "quantities": "quantity_no",
    "attributions": "attribution_no",
    "mentions": "mention_no",
    "claims": "claim_no",
    "findings": "finding_no",
}


@pytest.mark.parametrize(("table", "number"), NUMBERED.items())
def test_rows_are_numbered_through_the_document(table: str, number: str) -> None:
    rows = getattr(read_text(TEXT), table)
    assert rows or table == "findings"
    assert [getattr(row, number) for row in rows] == list(range(len(rows)))


def test_rows_point_at_rows_that_are_there() -> None:
    rows = read_text(TEXT)
    for claim in rows.claims:
        assert claim.quantity_no is None or rows.quantities[claim.quantity_no].block_no == claim.block_no
        assert claim.attribution_no is None or rows.attributions[claim.attribution_no].block_no == claim.block_no
    ids = {claim.claim_no: claim.claim_id for claim in rows.claims}
    assert {part.claim_no: part.claim_id for part in rows.claim_parts}.items() <= ids.items()
    assert {row.block_no for table in CONTENT_TABLES if table != "source_lines" for row in getattr(rows, table)} <= {
        0,
        1,
        2,
    }


def test_a_figure_over_a_line_break_is_quoted_on_one_line() -> None:
    (claim,) = [claim for claim in read_text(TEXT).claims if claim.value == 5 and claim.block_no == 1]
    assert claim.quote.startswith('"ridership rose')
    assert (claim.line_start, claim.line_end) == (3, 4)


def test_an_acronym_in_a_key_is_spelled_out() -> None:
    (claim,) = read_text("The Harbour Board (HB) met. The HB runs 12 ferries.").claims
    assert claim.subject_key == "harbour board"


def test_the_name_of_a_claim_depends_on_its_place_alone() -> None:
    name = claim_id("d", "quantity", [Piece(3, 9)], 0)
    assert len(name) == 16
    others = {
        claim_id("e", "quantity", [Piece(3, 9)], 0),
        claim_id("d", "statement", [Piece(3, 9)], 0),
        claim_id("d", "quantity", [Piece(3, 8)], 0),
        claim_id("d", "quantity", [Piece(3, 9)], 1),
    }
    assert len({name, *others}) == 5


def test_two_claims_of_one_clause_have_two_names() -> None:
    rows = read_text("Fares rose by 5% to 8 pounds.")
    first, second = rows.claims
    assert first.pieces == second.pieces
    assert first.claim_id != second.claim_id


def test_stretches_read_as_one_line() -> None:
    assert joined("ab  cd\nef", [(0, 2), (4, 9)]) == "ab cd ef"


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_merged_stretches_hold_the_same_characters_once(spans: list[tuple[int, int]]) -> None:
    found = merged(spans)
    assert all(start < end for start, end in found)
    assert all(left[1] < right[0] for left, right in pairwise(found))
    assert {at for span in found for at in range(*span)} == {at for span in spans for at in range(*span)}
