"""Units of measurement and currencies: what stands before and after a number, and which unit it is.

The vocabulary is generated from Babel and Pint (`vocabulary/generate.py`). Names are matched in lower case, symbols as
they are written; one-letter symbols count only where nothing else can be meant.
"""

from flows.claims.units.currencies import (
    MINOR_CURRENCIES,
    currency_before,
    is_currency_code,
    is_currency_name,
    is_money_letter,
    scaled_code,
)
from flows.claims.units.measures import symbol_at
from flows.claims.units.rates import read_rate, tells_many
from flows.claims.units.reading import unit_after
from flows.claims.units.unit import NO_UNIT, Unit

__all__ = [
    "MINOR_CURRENCIES",
    "NO_UNIT",
    "Unit",
    "currency_before",
    "is_currency_code",
    "is_currency_name",
    "is_money_letter",
    "read_rate",
    "scaled_code",
    "symbol_at",
    "tells_many",
    "unit_after",
]
