"""Typed cells. Figures are read by a small reader of this test: the types must not hang on one reader's details."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
import regex

from flows.reading.media import MARKDOWN
from flows.reading.read import read
from flows.tables.cells import read_cells
from flows.tables.read import table_row, tables_of
from schemas.rows import Cell, Period, Role, Value

CURRENCIES = {"HK$": "HKD", "US$": "USD", "\u20ac": "EUR"}
SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9}
UNITS = {"sq km": ("physical", "square kilometre"), "years": ("duration", "year"), "%": ("percent", "percent")}

_FIGURE = regex.compile(
    r"(?<money>HK\$|US\$|\u20ac)?(?<low>\d[\d,]*(?:\.\d+)?)(?:-(?<high>\d+))?"
    r"(?: ?(?<scale>thousand|million|billion|m)\b)?(?: ?(?<unit>sq km|years|%))?"
)
_YEAR = regex.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    role: Role = "value"
    value: Value = field(default_factory=Value)
    period: Period = field(default_factory=Period)


def read_value(text: str) -> list[Found]:
    """Years, money, scale words, per cent, two units and ranges."""
    return [_found(figure) for figure in _FIGURE.finditer(text)]


def _found(figure: regex.Match[str]) -> Found:
    if _YEAR.fullmatch(figure[0]):
        return Found(
            figure.start(), figure.end(), "period", period=Period(period_text=figure[0], period_edtf=figure[0])
        )
    scale = SCALES.get(figure["scale"], 1.0)
    low = float(figure["low"].replace(",", "")) * scale
    high = float(figure["high"]) * scale if figure["high"] else low
    kind, unit = UNITS.get(figure["unit"], ("none", None))
    if figure["money"]:
        kind, unit = "currency", CURRENCIES[figure["money"]]
    exact = None if figure["high"] else low
    value = Value(value=exact, value_low=low, value_high=high, unit_kind=kind, unit=unit)  # type: ignore[arg-type]
    return Found(figure.start(), figure.end(), value=value)


def cells(source: str) -> list[Cell]:
    document = read(source.encode(), media_type=MARKDOWN)
    return [cell for table in tables_of(document) for cell in read_cells(document, table, read_value)]


def column(header: str, *texts: str) -> list[Cell]:
    """The cells of a column below its header, beside a column of labels."""
    rows = [f"| row {number} of the list | {text} |" for number, text in enumerate(texts)]
    return [cell for cell in cells("\n".join([f"| Label | {header} |", "|---|---|", *rows])) if cell.column_no][1:]


@pytest.mark.parametrize(
    ("header", "text", "cell_type", "value", "unit"),
    [
        ("Share", "42%", "percent", 42, "percent"),
        ("Share (%)", "42", "percent", 42, "percent"),
        ("Share, %", "42", "percent", 42, "percent"),
        ("Percentage of firms", "42", "percent", 42, "percent"),
        ("Revenue", "HK$3 million", "currency", 3e6, "HKD"),
        ("Revenue (HK$ million)", "1,234.5", "currency", 1234.5e6, "HKD"),
        ("Revenue (HK$m)", "3", "currency", 3e6, "HKD"),
        ("Revenue, US$ billion", "3", "currency", 3e9, "USD"),
        ("Revenue US$", "3", "currency", 3, "USD"),
        ("Revenue (HK$ million)", "US$5", "currency", 5, "USD"),
        ("Revenue (HK$ million)", "(50)", "currency", -50e6, "HKD"),
        ("Firms ('000)", "3.2", "number", 3200, None),
        ("Firms (thousands)", "2", "number", 2000, None),
        ("Area (sq km)", "40", "quantity", 40, "square kilometre"),
        ("Age (years)", "7", "quantity", 7, "year"),
        ("Firms", "1,500", "number", 1500, None),
        ("Share", "42%*", "percent", 42, "percent"),
        ("Share", "42% [a]", "percent", 42, "percent"),
        ("Share", "+42% (est.)", "percent", 42, "percent"),
        ("Firms", "58% (2,300)", "percent", 58, "percent"),
        ("Area (sq km)", "2012", "quantity", 2012, "square kilometre"),
        ("Notes", "42% of all firms", "text", None, None),
        ("Notes", "Steady", "text", None, None),
        ("Share", "n/a", "empty", None, None),
        ("Share", "\u2013", "empty", None, None),
        ("Share", "", "empty", None, None),
        ("Founded", "2012", "period", None, None),
    ],
)
def test_types_and_values(header: str, text: str, cell_type: str, value: float | None, unit: str | None) -> None:
    (cell,) = column(header, text)
    assert (cell.cell_type, cell.value, cell.unit) == (cell_type, value, unit)


def test_a_range_has_bounds_in_the_unit_of_the_header() -> None:
    (cell,) = column("Cost (HK$ million)", "5-10")
    assert (cell.cell_type, cell.value, cell.value_low, cell.value_high) == ("range", None, 5e6, 10e6)


def test_four_digits_among_numbers_are_a_number() -> None:
    assert [cell.value for cell in column("Firms", "1,900", "2012", "2100")] == [1900, 2012, 2100]
    assert {cell.cell_type for cell in column("Opened", "1998", "2012")} == {"period"}


def test_the_period_comes_from_the_header_and_does_not_beat_the_cells_own() -> None:
    first, second = column("Expected growth (2024)", "42%", "5% (2023)")
    assert (first.period_edtf, first.period_basis) == ("2024", "header")
    assert second.period_edtf == "2023"
    assert column("Expected growth", "42%")[0].period_edtf is None


def test_the_period_comes_from_the_row_header() -> None:
    found = [cell for cell in cells("| Year | Firms |\n|---|---|\n| 2021 | 1,900 |\n| 2022 | 2,100 |") if cell.value]
    assert [(cell.period_edtf, cell.period_basis, cell.row_path) for cell in found] == [
        ("2021", "header", ("2021",)),
        ("2022", "header", ("2022",)),
    ]


def test_what_a_change_is_measured_against_is_no_period_of_it() -> None:
    assert column("Change on 2022", "42%")[0].period_edtf is None


def test_units_of_row_headers_and_captions() -> None:
    by_row = cells("| Measure | 2023 |\n|---|---|\n| Share seen (%) | 83 |\n| Stay (years) | 5 |")
    assert [cell.unit for cell in by_row if cell.value] == ["percent", "year"]
    by_caption = cells("Text.\n\nIncome in HK$ million, 2023\n\n| Port | Income |\n|---|---|\n| North | 3 |")[-1]
    assert (by_caption.value, by_caption.unit, by_caption.period_edtf) == (3e6, "HKD", "2023")


def test_ordinal_scales_rank_within_a_column() -> None:
    found = column("Risk", "High", "Medium-High", "moderate to high", "Low", "n/a")
    assert [cell.cell_type for cell in found] == [*["ordinal_scale"] * 4, "empty"]
    high, between, same, low = (cell.scale_rank for cell in found[:4])
    assert low < between == same < high  # type: ignore[operator]


def test_a_word_of_a_scale_among_other_words_is_text() -> None:
    assert {cell.cell_type for cell in column("Risk", "High", "Under review")} == {"text"}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Berths, cranes and ferries", ("Berths", "cranes", "ferries")),
        ("Berths, night ferries, and two cranes", ("Berths", "night ferries", "two cranes")),
        ("Berths, old and new; cranes", None),
        ("Berths; cranes; ferries", ("Berths", "cranes", "ferries")),
        ("Berths (north, south), cranes, ferries", ("Berths (north, south)", "cranes", "ferries")),
        ("Berths<br>cranes<br>ferries", ("Berths", "cranes", "ferries")),
        ("Kowloon, Hong Kong", None),
        ("It grew, it fell, and it grew again. Then it stopped.", None),
        ("Research and development", None),
    ],
)
def test_lists(text: str, items: tuple[str, ...] | None) -> None:
    (cell,) = column("Works", text)
    assert cell.items == items
    assert cell.cell_type == ("list" if items else "text")


def test_two_items_are_a_list_if_the_column_is_one_of_lists() -> None:
    assert [cell.items for cell in column("Works", "berths, cranes", "ferries, piers")] == [
        ("berths", "cranes"),
        ("ferries", "piers"),
    ]


def test_paths() -> None:
    source = (
        "| # | Port | Share |\n|---|---|---|\n| **Asia** | | |\n| 1 | North | 42% |\n| 2 | South | 7% |\n"
        "| **Europe** | | |\n| 3 | West | 5% |"
    )
    shares = [cell for cell in cells(source) if cell.value and cell.column_no == 2]
    assert [(cell.row_path, cell.column_path) for cell in shares] == [
        (("Asia", "North"), ("Share",)),
        (("Asia", "South"), ("Share",)),
        (("Europe", "West"), ("Share",)),
    ]


def test_headers_are_marked() -> None:
    found = cells("| Port | Share |\n|---|---|\n| North | 42% |")
    assert [cell.is_header for cell in found] == [True, True, True, False]


def test_every_cell_is_in_its_place() -> None:
    source = "| Port | Share |\n|---|---|\n| North | |\n| South |"
    for cell in cells(source):
        assert cell.quote == "".join(source[start:end] for start, end in cell.pieces)
        assert bool(cell.pieces) == bool(cell.quote)
        assert cell.char_start <= cell.char_end <= len(source)


def test_a_figure_too_large_for_a_number_is_none() -> None:
    (cell,) = column("Revenue (HK$ million)", "9" * 308)
    assert cell.value is None


def test_table_rows() -> None:
    document = read(b"Table 1: Ports\n\n| Port | Share |\n|---|---|\n| North | 42% |", media_type=MARKDOWN)
    row = table_row(document, tables_of(document)[0])
    assert (row.caption, row.header, row.header_rows) == ("Table 1: Ports", ("Port", "Share"), 1)
    assert (row.row_count, row.column_count, row.line_start, row.line_end) == (1, 2, 3, 5)
