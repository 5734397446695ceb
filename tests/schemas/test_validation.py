from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.codes import CODES
from schemas.dtypes import KEY, TABLES, schema_of
from schemas.frames import frames
from schemas.quarantine import Quarantine
from schemas.references import REFERENCES
from schemas.rejection_frames import QUARANTINE
from schemas.rows import Extraction, Piece
from schemas.validation import Validated, validate
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row

ARTICLE, OTHER = made_by_hand(FERRIES), made_by_hand(BUSES)
EXTRACTED = frames([ARTICLE, OTHER])


def validated(*extractions: Extraction) -> Validated:
    return validate(frames(extractions))


def rejected(outcome: Validated) -> Counter[tuple[str, str]]:
    return Counter(outcome.quarantined.select("table_name", "code").iter_rows())


def test_sound_articles_are_accepted_whole() -> None:
    outcome = validated(ARTICLE, OTHER)
    assert outcome.quarantined.is_empty()
    assert outcome.extraction_ids == [ARTICLE.extraction_id, OTHER.extraction_id]
    for table, frame in frames([ARTICLE, OTHER]).items():
        assert outcome.accepted[table].equals(frame)


def test_no_article_gives_typed_empty_frames() -> None:
    outcome = validated()
    assert {table: frame.schema for table, frame in outcome.accepted.items()} == {t: schema_of(t) for t in TABLES}
    assert outcome.quarantined.schema == QUARANTINE


def test_a_rejected_row_keeps_its_reason_its_place_and_itself() -> None:
    outcome = validated(with_row(ARTICLE, "findings", 0, severity="grave"))
    row = outcome.quarantined.row(0, named=True)
    finding = ARTICLE.findings[0]
    assert (row["stage"], row["table_name"], row["code"]) == ("validate", "findings", "unknown_term")
    assert (row["column_name"], row["failing_value"]) == ("severity", "grave")
    assert (row["quote"], row["line_start"]) == (finding.quote, finding.line_start)
    assert row["pieces"] == [{"start": finding.char_start, "end": finding.char_end}]
    assert (row["extraction_id"], row["document_id"]) == (ARTICLE.extraction_id, ARTICLE.document_id)
    assert '"severity":"grave"' in row["row_json"]


def test_several_failing_columns_are_shown_together() -> None:
    outcome = validated(with_row(OTHER, "quantities", 0, value=None, value_low=float("nan")))
    assert outcome.quarantined.row(0, named=True)["failing_value"] == "null, NaN, 12.0"


def test_a_row_that_breaks_two_rules_is_quarantined_once() -> None:
    outcome = validated(with_row(ARTICLE, "findings", 0, severity="grave", code="ugly", block_no=-1))
    assert outcome.quarantined.height == 1


def test_both_rows_of_a_number_given_twice_are_rejected_under_ids_of_their_own() -> None:
    twin = replace(ARTICLE, findings=(*ARTICLE.findings, *ARTICLE.findings))
    quarantined = validated(twin).quarantined
    assert quarantined["code"].to_list() == ["not_unique", "not_unique"]
    assert quarantined["quarantine_id"].n_unique() == 2


def test_the_same_number_in_two_articles_is_no_duplicate() -> None:
    assert validated(ARTICLE, OTHER).quarantined.is_empty()


def test_ids_of_rejections_are_the_same_in_any_batch() -> None:
    bad = with_row(ARTICLE, "findings", 0, severity="grave")
    alone, among = validated(bad).quarantined, validated(OTHER, bad).quarantined
    assert alone["quarantine_id"].to_list() == among["quarantine_id"].to_list()


@pytest.mark.parametrize(
    ("table", "number", "changes", "fallen"),
    [
        pytest.param(
            "quantities", 0, {"role": "price"}, {"quantities": 1, "claims": 1, "claim_parts": 1}, id="a quantity"
        ),
        pytest.param("claims", 0, {"modality": "maybe"}, {"claims": 1, "claim_parts": 1}, id="a claim"),
        pytest.param(
            "attributions",
            0,
            {"year": 20023},
            {"attributions": 1, "claims": 1, "claim_parts": 1},
            id="an attribution: its claim would seem to have no source",
        ),
        pytest.param(
            "source_tables", 0, {"column_count": 0}, {"source_tables": 1, "cells": 6, "quantities": 1}, id="a table"
        ),
        pytest.param("cells", 3, {"row_span": 0}, {"cells": 1, "quantities": 1}, id="a cell"),
        pytest.param(
            "blocks",
            1,
            {"kind": "verse"},
            {"blocks": 1, "attributions": 1, "quantities": 1, "claims": 1, "claim_parts": 1},
            id="a block",
        ),
        pytest.param(
            "source_lines",
            3,
            {"page": 0},
            {"source_lines": 1, "blocks": 1, "quantities": 1, "claims": 1, "claim_parts": 1, "findings": 1},
            id="a line",
        ),
    ],
)
def test_what_hangs_on_a_rejected_row_goes_with_it(table: str, number: int, changes: dict, fallen: dict) -> None:
    outcome = validated(with_row(ARTICLE, table, number, **changes), OTHER)
    assert Counter(outcome.quarantined["table_name"]) == fallen
    codes = outcome.quarantined.filter(pl.col("table_name") != table)["code"]
    assert set(codes) == {"parent_rejected"}
    assert set(outcome.quarantined[KEY]) == {ARTICLE.extraction_id}


def test_a_rejected_extraction_takes_all_its_rows() -> None:
    outcome = validated(replace(ARTICLE, characters=-1), OTHER)
    assert outcome.extraction_ids == [OTHER.extraction_id]
    extracted = sum(frame.height for frame in frames([ARTICLE]).values())
    assert outcome.quarantined.height == extracted
    assert outcome.quarantined["document_id"].unique().to_list() == [ARTICLE.document_id]


def test_blocks_fall_with_the_block_they_belong_to_however_deep() -> None:
    nested = with_row(with_row(OTHER, "blocks", 1, parent=0), "blocks", 2, parent=1)
    outcome = validated(with_row(nested, "blocks", 0, kind="verse"))
    assert outcome.accepted["blocks"].is_empty()


def test_a_row_whose_parent_never_was_is_told_from_one_whose_parent_was_rejected() -> None:
    outcome = validated(with_row(ARTICLE, "claims", 0, attribution_no=7))
    assert rejected(outcome) == {("claims", "parent_missing"): 1, ("claim_parts", "parent_rejected"): 1}
    assert outcome.quarantined.filter(table_name="claims")["failing_value"].item() == "7"


def test_a_table_of_the_wrong_shape_is_rejected_whole_with_all_that_hangs_on_it() -> None:
    extracted = frames([ARTICLE])
    extracted["quantities"] = extracted["quantities"].with_columns(pl.col("value").cast(pl.Float32))
    outcome = validate(extracted)
    assert outcome.accepted["quantities"].is_empty()
    assert outcome.accepted["claims"].is_empty()
    assert rejected(outcome)["quantities", "wrong_shape"] == extracted["quantities"].height


@pytest.mark.parametrize("changed", [pl.col("block_no").cast(pl.Int32), pl.col("block_no").cast(pl.String)])
def test_a_parent_of_the_wrong_shape_rejects_its_children(changed: pl.Expr) -> None:
    extracted = frames([ARTICLE])
    extracted["blocks"] = extracted["blocks"].with_columns(changed)
    outcome = validate(extracted)
    assert outcome.accepted["claims"].is_empty()
    assert rejected(outcome)["quantities", "parent_rejected"] == extracted["quantities"].height


def test_lazy_frames_are_refused() -> None:
    extracted: dict[str, Any] = frames([ARTICLE])
    extracted["claims"] = extracted["claims"].lazy()
    with pytest.raises(TypeError, match="claims: only an eager polars DataFrame"):
        validate(extracted)


def test_missing_and_unknown_tables_are_refused() -> None:
    extracted = frames([ARTICLE])
    extracted["poems"] = extracted.pop("claims")
    with pytest.raises(ValueError, match=r"\['claims', 'poems'\]"):
        validate(extracted)


def test_rows_without_an_extraction_are_refused() -> None:
    extracted = frames([ARTICLE])
    extracted["claims"] = extracted["claims"].with_columns(pl.lit(None, pl.String).alias(KEY))
    with pytest.raises(ValueError, match="claims: every row must name its extraction"):
        validate(extracted)


INTEGERS = st.sampled_from([None, -1, 0, 1, 3, 10**12])
WRONG: dict[Any, st.SearchStrategy[Any]] = {
    pl.Int64: INTEGERS,
    pl.Float64: st.sampled_from([None, float("nan"), float("inf"), -1.0, 1e308]),
    pl.String: st.sampled_from([None, "", "x", "parent", "0" * 32, "\x00", "価格"]),
    pl.Boolean: st.sampled_from([None, True, False]),
    pl.Date: st.none(),
    pl.List: st.sampled_from([None, []]),
}


@st.composite
def damage(draw: st.DrawFn) -> tuple[str, int, str, Any]:
    """A value that may be wrong, for one column of one row."""
    table = draw(st.sampled_from([table for table in TABLES if EXTRACTED[table].height]))
    column = draw(st.sampled_from([name for name in schema_of(table) if name != KEY]))
    row = draw(st.integers(0, EXTRACTED[table].height - 1))
    return table, row, column, draw(WRONG[schema_of(table)[column].base_type()])


@settings(max_examples=15, deadline=None)
@given(damages=st.lists(damage(), min_size=1, max_size=4))
def test_every_extracted_row_is_accepted_or_quarantined_and_no_accepted_row_is_an_orphan(damages: list) -> None:
    extracted = dict(EXTRACTED)
    for table, row, column, value in damages:
        dtype = schema_of(table)[column]
        here = pl.int_range(pl.len()) == row
        changed = pl.when(here).then(pl.lit(value, dtype)).otherwise(column).alias(column)
        extracted[table] = extracted[table].with_columns(changed)
    outcome = validate(extracted)
    for table, frame in extracted.items():
        kept = frame.join(outcome.accepted[table], on=frame.columns, how="semi", nulls_equal=True)
        turned_away = outcome.quarantined.filter(table_name=table)
        assert outcome.accepted[table].height + turned_away.height == frame.height
        assert kept.height >= outcome.accepted[table].height
        assert outcome.extracted.filter(table_name=table)["extracted"].sum() == frame.height
    for reference in REFERENCES:
        child, parent = outcome.accepted[reference.child], outcome.accepted[reference.parent]
        named = child.drop_nulls(list(reference.columns))
        orphans = named.join(parent, left_on=reference.columns, right_on=reference.parent_columns, how="anti")
        assert orphans.is_empty()
    assert {CODES[code].use for code in outcome.quarantined["code"]} <= {"rejection"}
    Quarantine.validate(outcome.quarantined)


def test_pieces_that_do_not_fit_the_span_of_a_claim_are_caught() -> None:
    outcome = validated(with_row(ARTICLE, "claims", 0, pieces=(Piece(0, 5),)))
    assert rejected(outcome) == {("claims", "pieces_outside_span"): 1, ("claim_parts", "parent_rejected"): 1}
