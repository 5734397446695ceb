from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from schemas.codes import CODES
from schemas.dtypes import TABLES, schema_of
from schemas.failures import CODE_OF_CHECK, failures
from schemas.frames import frames
from schemas.models import MODELS
from schemas.quarantine import Quarantine
from schemas.rejection_frames import QUARANTINE
from schemas.rows import Piece
from tests.support.articles import FERRIES, made_by_hand, with_row

ARTICLE = made_by_hand(FERRIES)
NAN, INFINITE = float("nan"), float("inf")

BROKEN = [
    ("source_lines", 0, {"text": "Ferries"}, "line_length", "text, char_end, char_start"),
    ("source_lines", 0, {"line_no": 0}, "out_of_range", "line_no"),
    ("source_lines", 1, {"line_no": 1}, "not_unique", "extraction_id, line_no"),
    ("blocks", 1, {"kind": "paragraf"}, "unknown_term", "kind"),
    ("blocks", 1, {"block_no": 0}, "not_unique", "extraction_id, block_no"),
    ("blocks", 1, {"quote": ""}, "bad_format", "quote"),
    ("blocks", 1, {"rule_id": ""}, "bad_format", "rule_id"),
    ("blocks", 1, {"line_start": 4, "line_end": 3}, "lines_reversed", "line_start, line_end"),
    ("blocks", 1, {"char_start": 99, "char_end": 98}, "span_reversed", "char_start, char_end"),
    ("blocks", 1, {"char_start": -1}, "out_of_range", "char_start"),
    ("blocks", 1, {"pieces": (Piece(50, 97), Piece(33, 40))}, "pieces_disordered", "pieces"),
    ("blocks", 1, {"pieces": (Piece(33, 50), Piece(49, 97))}, "pieces_disordered", "pieces"),
    ("blocks", 1, {"pieces": (Piece(33, 33), Piece(34, 97))}, "pieces_disordered", "pieces"),
    ("blocks", 1, {"pieces": (Piece(33, 90),)}, "pieces_outside_span", "char_start, pieces, char_end"),
    ("blocks", 1, {"pieces": ()}, "quote_without_pieces", "pieces, quote"),
    ("source_tables", 0, {"column_count": 0}, "out_of_range", "column_count"),
    ("cells", 0, {"quote": "", "pieces": ()}, "cell_without_quote", "quote, cell_type"),
    ("cells", 0, {"cell_type": "cash"}, "unknown_term", "cell_type"),
    ("cells", 3, {"column_no": 0}, "not_unique", "extraction_id, table_no, row_no, column_no"),
    ("quantities", 0, {"value": NAN}, "not_finite", "value, value_low, value_high"),
    ("quantities", 0, {"value_high": INFINITE}, "not_finite", "value, value_low, value_high"),
    ("quantities", 0, {"value": None, "value_low": 9.0, "value_high": 8.0}, "bounds_reversed", "value_low, value_high"),
    ("quantities", 0, {"value": 43.0}, "value_outside_bounds", "value, value_low, value_high"),
    ("quantities", 0, {"value_high": None}, "comparator_mismatch", "value_low, value_high, value, comparator"),
    ("quantities", 0, {"comparator": "under", "value_high": None}, "comparator_mismatch", None),
    ("quantities", 0, {"comparator": "at_least", "value_low": None}, "comparator_mismatch", None),
    ("quantities", 0, {"comparator": None}, "comparator_mismatch", None),
    ("quantities", 0, {"comparator": "exactly"}, "unknown_term", "comparator"),
    ("quantities", 0, {"unit_kind": None}, "unit_kind_missing", "role, unit_kind"),
    ("claims", 0, {"unit_kind": None}, "unit_kind_missing", "unit_kind, value, value_low, value_high"),
    ("quantities", 0, {"unit_kind": "currency", "unit": "dollars"}, "currency_unknown", "unit_kind, unit"),
    ("quantities", 0, {"unit_kind": "currency", "unit": None}, "currency_unknown", "unit_kind, unit"),
    ("quantities", 0, {"unit": ""}, "bad_format", "unit"),
    ("quantities", 0, {"role": "price"}, "unknown_term", "role"),
    (
        "quantities",
        0,
        {"value": None, "value_low": None, "value_high": None, "comparator": None},
        "value_without_figure",
        "role, value, value_low, value_high",
    ),
    (
        "quantities",
        0,
        {"period_start": date(2024, 1, 1), "period_end": date(2024, 1, 1)},
        "period_reversed",
        "period_start, period_end",
    ),
    ("attributions", 0, {"cue_pieces": (Piece(40, 45), Piece(33, 40))}, "pieces_disordered", "cue_pieces"),
    ("attributions", 0, {"source_pieces": ()}, "source_without_pieces", "source_pieces, source_text"),
    ("attributions", 0, {"year": 20023}, "out_of_range", "year"),
    ("claims", 0, {"claim_id": "c-1"}, "bad_format", "claim_id"),
    ("claims", 0, {"modality": "maybe"}, "unknown_term", "modality"),
    ("claims", 0, {"quantity_no": None}, "claim_without_origin", "kind, quantity_no"),
    ("claims", 0, {"kind": "cell"}, "claim_without_origin", "kind, table_no"),
    ("claim_parts", 0, {"part": "object"}, "unknown_term", "part"),
    ("findings", 0, {"code": "ugly"}, "unknown_term", "code"),
    ("findings", 0, {"code": "bounds_reversed"}, "unknown_term", "code"),
]


@pytest.mark.parametrize("table", TABLES)
def test_the_contract_has_the_columns_and_types_of_the_frame(table: str) -> None:
    columns = MODELS[table].to_schema().columns
    assert {name: column.dtype.type for name, column in columns.items()} == dict(schema_of(table))


def test_the_contract_of_the_quarantine_has_the_columns_and_types_of_its_frame() -> None:
    columns = Quarantine.to_schema().columns
    assert {name: column.dtype.type for name, column in columns.items()} == dict(QUARANTINE)


@pytest.mark.parametrize("table", TABLES)
def test_sound_rows_pass(table: str) -> None:
    assert failures(table, frames([ARTICLE])[table]).is_empty()


@pytest.mark.parametrize(("table", "number", "changes", "code", "column"), BROKEN)
def test_a_broken_row_fails_with_its_code_and_column(
    table: str, number: int, changes: dict, code: str, column: str | None
) -> None:
    frame = frames([with_row(ARTICLE, table, number, **changes)])[table]
    failed = failures(table, frame).row(-1, named=True)
    assert (failed["row"], failed["code"]) == (number, code)
    assert column in {None, failed["column_name"]}


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [("over", 42.0, None), ("at_least", 42.0, None), ("under", None, 42.0), ("up_to", None, 42.0), ("approx", 42, 42)],
)
def test_a_comparator_leaves_the_other_bound_open(comparator: str, low: float | None, high: float | None) -> None:
    article = with_row(ARTICLE, "quantities", 0, comparator=comparator, value_low=low, value_high=high)
    assert failures("quantities", frames([article])["quantities"]).is_empty()


@pytest.mark.parametrize("unit", ["USD", "HKD per month", "USD per barrel", "cent", "cent per kilowatt hour"])
def test_a_currency_may_be_per_something_and_a_coin(unit: str) -> None:
    article = with_row(ARTICLE, "quantities", 0, unit_kind="currency", unit=unit)
    assert failures("quantities", frames([article])["quantities"]).is_empty()


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_has_its_line_among_the_codes(table: str) -> None:
    names = {check.name for check in MODELS[table].to_schema().checks}
    names |= {
        CODE_OF_CHECK[check.name] for column in MODELS[table].to_schema().columns.values() for check in column.checks
    }
    assert {CODES[name].use for name in names} <= {"rejection"}


@pytest.mark.parametrize(
    ("change", "column"),
    [
        (pl.col("value").cast(pl.Float32), "value"),
        (pl.col("claim_no").cast(pl.Int32), "claim_no"),
        (pl.col("quote").cast(pl.Categorical), "quote"),
        (pl.col("period_start").cast(pl.Datetime), "period_start"),
        (pl.col("pieces").list.eval(pl.element().struct.field("start")), "pieces"),
        (pl.lit(1).alias("surplus"), "surplus"),
    ],
)
def test_a_column_of_another_type_fails_every_row(change: pl.Expr, column: str) -> None:
    frame = frames([ARTICLE])["claims"].with_columns(change)
    failed = failures("claims", frame)
    assert failed.select("row", "code", "column_name").rows() == [
        (0, "wrong_shape", column),
        (1, "wrong_shape", column),
    ]


def test_a_missing_column_fails_every_row() -> None:
    failed = failures("claims", frames([ARTICLE])["claims"].drop("quote"))
    assert failed.select("code", "column_name").rows() == [("wrong_shape", "quote")] * 2
