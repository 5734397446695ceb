"""The ruling lines of a PDF page: straight strokes, sides of boxes, and boxes so thin that they are lines.

pdfium's page objects give them without a second reading of the page; a page without paths costs one call per object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import byref, c_float, c_int, c_uint
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from flows.reading.pdf.frame import Frame
from flows.reading.pdf.page import Edges, Rule

THIN = 3.0
"""Points: a filled box no thicker than this is drawn as a line."""
STRAIGHT = 0.5
"""Points that the ends of a straight line differ by at most across it."""
SHORTEST = 2.0
"""Points: a shorter line is a dot, or part of a letter."""
MOST_OBJECTS = 20_000
"""Objects of a page that are looked at; a page with more is a drawing."""
MOST_SEGMENTS = 5_000
"""Segments of a path that are looked at; a path with more is a map or a chart."""
DEEPEST = 8
"""Forms within forms."""
WHITE = 250

Point = tuple[float, float]


class _Matrix(NamedTuple):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: _Matrix) -> _Matrix:
        e, f = outer.point(self.e, self.f)
        return _Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            e,
            f,
        )


def read_rules(page: Any, frame: Frame) -> tuple[Rule, ...]:
    """The horizontal and vertical lines drawn on a page (a `PdfPage`), inside the frame, each once."""
    rules: dict[Rule, None] = {}
    for path, matrix in _paths(page):
        for rule in _rules(path, matrix, frame):
            if rule.edges.left <= frame.width and rule.edges.right >= 0 and rule.edges.bottom >= 0:
                rules[rule] = None
    return tuple(rules)


def _paths(page: Any) -> Iterator[tuple[Any, _Matrix]]:
    """The page's path objects, those within forms included, each with the matrix that takes it to user space."""
    count = min(MOST_OBJECTS, pdfium.FPDFPage_CountObjects(page))
    yield from _within((pdfium.FPDFPage_GetObject(page, at) for at in range(count)), _Matrix(), 0)


def _within(objects: Iterable[Any], outer: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    for item in objects:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, _matrix(item).then(outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            count = min(MOST_OBJECTS, pdfium.FPDFFormObj_CountObjects(item))
            parts = (pdfium.FPDFFormObj_GetObject(item, at) for at in range(count))
            yield from _within(parts, _matrix(item).then(outer), depth + 1)


def _matrix(item: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, byref(found))
    return _Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _rules(path: Any, matrix: _Matrix, frame: Frame) -> Iterator[Rule]:
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    filled = bool(fill.value) and not _is_white(path)
    for points in _outlines(path, matrix, frame) if filled or stroke.value else ():
        box = _around(points)
        if filled and min(box.width, box.height) <= THIN:
            yield from _rule(*_middle(box))
        elif stroke.value or _is_box(points):
            for start, end in pairwise(points):
                yield from _rule(start, end)


def _outlines(path: Any, matrix: _Matrix, frame: Frame) -> Iterator[list[Point]]:
    """The corners of the path's parts as they are shown; a part with a curve is cut there."""
    points: list[Point] = []
    x, y = c_float(), c_float()
    for at in range(min(MOST_SEGMENTS, pdfium.FPDFPath_CountSegments(path))):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(frame.point(*matrix.point(x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_white(path: Any) -> bool:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    pdfium.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(alpha))
    return min(red.value, green.value, blue.value) >= WHITE or not alpha.value


def _around(points: Iterable[Point]) -> Edges:
    xs, ys = zip(*points, strict=True)
    return Edges(min(xs), min(ys), max(xs), max(ys))


def _middle(box: Edges) -> tuple[Point, Point]:
    """The line along the middle of a thin box."""
    x, y = box.centre
    if box.width >= box.height:
        return (box.left, y), (box.right, y)
    return (x, box.top), (x, box.bottom)


def _is_box(points: list[Point]) -> bool:
    return 4 <= len(points) <= 5 and all(_is_straight(start, end) for start, end in pairwise(points))


def _is_straight(start: Point, end: Point) -> bool:
    return abs(start[0] - end[0]) <= STRAIGHT or abs(start[1] - end[1]) <= STRAIGHT


def _rule(start: Point, end: Point) -> Iterator[Rule]:
    box = _around((start, end))
    if max(box.width, box.height) >= SHORTEST and min(box.width, box.height) <= STRAIGHT:
        yield Rule(box, horizontal=box.width > box.height)
