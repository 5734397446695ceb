"""Which first row is a header, where nothing marks it."""

from __future__ import annotations

import pytest

from flows.extract import extract


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        (["Port\tCranes", "Ardel\t14", "Brisk\t9"], ("Port", "Cranes")),
        (["Port\t2022\tQ1 2023", "Ardel\t14\t15", "Brisk\t9\t8"], ("Port", "2022", "Q1 2023")),
        (["\tFY2023\tFY2024", "Ardel\t14\t15", "Brisk\t9\t8"], ("", "FY2023", "FY2024")),
        (["Port\tCO2 (t)\tPlan (2026)", "Ardel\t14\t15", "Brisk\t9\t8"], ("Port", "CO2 (t)", "Plan (2026)")),
        (["Ardel\t14\tgood", "Brisk\t9\tpoor", "Corve\t3\tfair"], ("", "", "")),
        (["Ardel\t2019\t2021", "Brisk\t2020\t2022", "Corve\t2018\t2023"], ("", "", "")),
        (["Ardel\tred", "Brisk\tblue", "Corve\tgreen"], ("", "")),
    ],
)
def test_a_header_is_labels_or_times_over_figures(rows: list[str], header: tuple[str, ...]) -> None:
    extraction = extract("\n".join(rows).encode(), media_type="text/plain")
    assert [table.header for table in extraction.source_tables] == [header]


@pytest.mark.parametrize(
    ("first", "header"),
    [
        ("<th>Year<td>2019<td>2020", ("Year", "2019", "2020")),
        ("<th>Quarter<td>Q1 2020<td>Q2 2020", ("Quarter", "Q1 2020", "Q2 2020")),
        ("<th>Harbour master<td>A. Reed<td>B. Moss", ("", "", "")),
        ("<th>Berths<td>31<td>33", ("", "", "")),
    ],
)
def test_times_beside_a_marked_header_of_their_row_head_the_columns(first: str, header: tuple[str, ...]) -> None:
    source = f"<table><tr>{first}<tr><th>Ships<td>412<td>398<tr><th>Boats<td>55<td>61</table>"
    extraction = extract(source.encode(), media_type="text/html")
    assert [table.header for table in extraction.source_tables] == [header]
