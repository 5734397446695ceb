"""Dates that the text itself names: days, months, quarters, halves, years, fiscal years, decades, centuries.

Each reader takes a token index and gives a `Dated` that says where it ends, or None. Parts that the text leaves out
(the year of "3 May") are kept, so that a range can lend them ("May to October 2020") or a reference date can.
"""

from flows.claims.dates.dated import Dated, Parts, nearest_year
from flows.claims.dates.days import day_at, read_day_first
from flows.claims.dates.names import MONTHS, WEEKDAYS
from flows.claims.dates.quarters import part_of_year
from flows.claims.dates.reading import DATE_KINDS, DATE_WORDS, read_date
from flows.claims.dates.years import FIRST_YEAR, LAST_YEAR, names_paper, year_after, year_at

__all__ = [
    "DATE_KINDS",
    "DATE_WORDS",
    "FIRST_YEAR",
    "LAST_YEAR",
    "MONTHS",
    "WEEKDAYS",
    "Dated",
    "Parts",
    "day_at",
    "names_paper",
    "nearest_year",
    "part_of_year",
    "read_date",
    "read_day_first",
    "year_after",
    "year_at",
]
