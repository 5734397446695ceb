"""Lines as a lattice: regions cover every slot once, whatever lines are missing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.tables.pdf.lattice import Lattice, Region, lattice_of
from flows.tables.pdf.strokes import Frame, Stroke


def walls(lines: int, slots: int) -> st.SearchStrategy[frozenset[tuple[int, int]]]:
    return st.frozensets(st.tuples(st.integers(0, lines), st.integers(0, slots - 1)))


@st.composite
def lattices(draw: st.DrawFn) -> Lattice:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    down, across = draw(walls(columns, rows)), draw(walls(rows, columns))
    return Lattice(tuple(map(float, range(columns + 1))), tuple(map(float, range(rows + 1))), down, across)


@given(lattices())
def test_regions_cover_every_slot_once(lattice: Lattice) -> None:
    covered = [
        (row, column)
        for region in lattice.regions
        for row in range(region.row, region.row + region.row_span)
        for column in range(region.column, region.column + region.column_span)
    ]
    assert sorted(covered) == [(row, column) for row in range(lattice.rows) for column in range(lattice.columns)]


@given(lattices(), st.sets(st.sampled_from([0.5, 1.5, 2.25])))
def test_cuts_without_walls_change_no_region(lattice: Lattice, cuts: set[float]) -> None:
    inner = [cut for cut in cuts if cut < lattice.columns]
    cut = lattice.with_columns(inner, lambda edge, row: False)
    assert [cut.edges(region) for region in cut.regions] == [lattice.edges(region) for region in lattice.regions]


def test_a_cell_spans_where_no_line_is_drawn() -> None:
    frame = Frame(
        (Stroke(0.0, 0.0, 20.0), Stroke(10.0, 0.0, 20.0), Stroke(20.0, 0.0, 20.0)),
        (Stroke(0.0, 0.0, 20.0), Stroke(10.0, 10.0, 20.0), Stroke(20.0, 0.0, 20.0)),
    )
    found = lattice_of(frame, 1.0)
    assert found is not None
    assert found.regions == (Region(0, 0, 1, 2), Region(1, 0), Region(1, 1))


def test_lines_with_no_room_between_them_are_one() -> None:
    frame = Frame((Stroke(0.0, 0.0, 20.0), Stroke(20.0, 0.0, 20.0)), (Stroke(0.0, 0.0, 20.0), Stroke(1.0, 0.0, 20.0)))
    found = lattice_of(frame, 2.0)
    assert found is not None
    assert found.xs == (0.0, 20.0)
