"""The value and period columns that cells, quantities and claims share."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.provenance import Placed
from schemas.rows import Comparator, Direction, PeriodBasis, UnitKind, ValueKind, terms
from schemas.rules import rule

_MONEY_OF_SEVERAL = "cent penny sen paisa kopeck centavo centime fils dinar dirham krona krone rial riyal shilling"
CURRENCY_UNIT = rf"^([A-Z]{{3}}|{_MONEY_OF_SEVERAL.replace(' ', '|')})( per .+)?$"
"""An ISO 4217 code, alone or by something ("USD per barrel"), or a coin or money whose country the text leaves open."""

FIGURE = ("value", "value_low", "value_high")
_VALUE, _LOW, _HIGH = (pl.col(name) for name in FIGURE)
_HAS_LOW, _HAS_HIGH = _LOW.is_not_null(), _HIGH.is_not_null()
HAS_FIGURE = pl.any_horizontal(pl.col(name).is_not_null() for name in FIGURE)
HAS_UNIT_KIND = pl.col("unit_kind").is_not_null()
_HAS_CURRENCY = pl.col("unit").str.contains(CURRENCY_UNIT).fill_null(value=False)

_BOUNDS = (
    pl.when(pl.col("comparator").is_in(["over", "at_least"]))
    .then(_HAS_LOW)
    .when(pl.col("comparator").is_in(["under", "up_to"]))
    .then(_HAS_HIGH)
    .when(pl.col("comparator").is_null())
    .then(~HAS_FIGURE)
    .otherwise(_HAS_LOW & _HAS_HIGH)
)
"""The bounds that a comparator promises: "over" has a lower one, an exact or approximate value both."""


class Measured(Placed):
    """A figure as stated, in plain units, and when it holds (`schemas.rows.Value`, `schemas.rows.Period`)."""

    value: pl.Float64 = pa.Field(nullable=True)
    value_low: pl.Float64 = pa.Field(nullable=True)
    value_high: pl.Float64 = pa.Field(nullable=True)
    unit_kind: pl.String = pa.Field(isin=terms(UnitKind), nullable=True)
    unit: pl.String = pa.Field(str_length={"min_value": 1}, nullable=True)
    comparator: pl.String = pa.Field(isin=terms(Comparator), nullable=True)
    value_kind: pl.String = pa.Field(isin=terms(ValueKind), nullable=True)
    direction: pl.String = pa.Field(isin=terms(Direction), nullable=True)
    period_text: pl.String = pa.Field(nullable=True)
    period_edtf: pl.String = pa.Field(nullable=True)
    period_start: pl.Date = pa.Field(nullable=True)
    period_end: pl.Date = pa.Field(nullable=True)
    period_basis: pl.String = pa.Field(isin=terms(PeriodBasis), nullable=True)

    finite = rule("not_finite", pl.all_horizontal(pl.col(name).is_finite() for name in FIGURE))
    bounds_in_order = rule("bounds_reversed", _LOW <= _HIGH)
    value_in_bounds = rule("value_outside_bounds", (_VALUE >= _LOW) & (_VALUE <= _HIGH))
    bounds_as_compared = rule("comparator_mismatch", _BOUNDS)
    currency_has_code = rule("currency_unknown", (pl.col("unit_kind") != "currency") | _HAS_CURRENCY)
    period_runs_forward = rule("period_reversed", pl.col("period_start") < pl.col("period_end"))
