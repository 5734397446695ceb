"""Stated changes against stated levels: "rose from 100 to 150, a 20% increase", "doubled from 20 to 35".

A change is checked where it stands right beside both levels and the words between leave no doubt that it leads from
one to the other; a change with a base or a pace of its own ("up 20% on the year", "8% annually") is let be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.patterns import Pattern
from flows.quality.arithmetic.bounds import Bounds, bounds_of
from flows.quality.arithmetic.figures import Figure, Paragraph
from flows.quality.arithmetic.forms import ANYTHING, CLOSED, Form, told
from flows.quality.arithmetic.precision import Precision, alike, precision_of
from flows.quality.arithmetic.remarks import Remark, contradiction
from flows.quality.arithmetic.wording import amount, rounded, stated
from flows.quality.vocabulary import any_of

_NOUN = any_of("change_nouns")
_TIME = rf"(?: (?:{any_of('when')}|\d{{4}}|[\p{{Lu}}][\p{{L}}]+))"
# What may be counted or measured between two figures: no word of it opens another statement.
_WORD = rf"(?: (?!{any_of('parting')} )[\p{{L}}'-]+)"
_PLAIN = rf"(?:{_TIME}|{_WORD}){{0,6}}"

_TO_BEFORE, _FROM_BEFORE = Pattern.of(r"\b(?:to|at) \Z"), Pattern.of(r"\bfrom \Z")
_TO = Pattern.of(rf"{_TIME}{{0,5}},? (?:to|at) ")
_TO_RESULT = Pattern.of(rf"{_PLAIN},? to ")
_FROM = Pattern.of(rf"{_PLAIN},? from ")
_ASIDE_FROM = Pattern.of(r"(?:,| \()? ?from ")
_MOVED_FROM = Pattern.of(rf"{_PLAIN},?(?: \()? ?\b(?:up|down) from ")
_WHICH_IS = Pattern.of(
    rf"{_PLAIN}(?:, | \(|,? or | ?[\u2013\u2014] ?| - )(?:or |up |down |an? |by |(?:an? )?{_NOUN} of )*"
)
_UP_BY = Pattern.of(rf"{_PLAIN}(?:, | \()(?:up |down |(?:an? )?{_NOUN} of )")
_END = Pattern.of(rf"(?:[ -]{_NOUN})?{CLOSED}")

_FORMS = (
    Form(("change", "result", "origin"), ANYTHING, (_TO, _FROM), ANYTHING),  # rose 25% to 150 from 120
    Form(("change", "origin", "result"), ANYTHING, (_ASIDE_FROM, _TO_RESULT), ANYTHING),  # rose 25%, from 120 to 150
    Form(("origin", "result", "change"), _FROM_BEFORE, (_TO_RESULT, _WHICH_IS), _END),  # rose from 120 to 150, or 25%
    Form(("result", "origin", "change"), _TO_BEFORE, (_FROM, _WHICH_IS), _END),  # rose to 150 from 120, up 25%
    Form(("result", "origin", "change"), ANYTHING, (_MOVED_FROM, _WHICH_IS), _END),  # 150, up from 120, a rise of 25%
    Form(("result", "change", "origin"), ANYTHING, (_UP_BY, _FROM), ANYTHING),  # 150, up 25% from 120
)
_ONE = Bounds(1.0, 1.0)


@dataclass(frozen=True, slots=True)
class _Move:
    """A change with the level that it starts from and the one that it leads to."""

    change: Figure
    origin: Figure
    result: Figure

    def is_sound(self) -> bool:
        """Whether two levels of one unit and a change are told, none of them a range."""
        levels = (self.origin, self.result)
        same = len({(level.quantity.unit_kind, level.quantity.unit) for level in levels}) == 1
        single = all(figure.quantity.value is not None for figure in (self.change, *levels))
        restated = self.change.quantity.unit_kind == "percent" and self.origin.quantity.unit_kind != "percent"
        moves = self.change.claim.value_kind != "level" or restated
        return same and single and moves and all(level.claim.value_kind == "level" for level in levels)


def find(paragraph: Paragraph) -> Iterator[Remark]:
    """The changes of a paragraph that their own levels contradict."""
    for figures in told(paragraph, _FORMS):
        yield from _checked(_Move(figures["change"], figures["origin"], figures["result"]))


def _checked(move: _Move) -> Iterator[Remark]:
    implied = _implied(move) if move.is_sound() else []
    if implied and all(bounds.contradicts(_stated(move, bounds)) for bounds, _ in implied):
        expected = f"{implied[0][1]} (from {stated(move.origin.quantity)} to {stated(move.result.quantity)})"
        yield contradiction(move.change.claim, expected, stated(move.change.quantity))


def _stated(move: _Move, implied: Bounds) -> Bounds:
    """The change as stated, below zero where it leads down."""
    change = move.change
    bounds = bounds_of(change.quantity, _precisions(move)[0], cut=change.quantity.unit_kind == "percent")
    if change.quantity.unit == "basis point":
        bounds = bounds.times(1 / 100)
    if change.quantity.unit == "times":
        return bounds
    falls = change.claim.direction == "down" or (change.claim.direction is None and implied.high < 0)
    return -bounds if falls else bounds


def _implied(move: _Move) -> list[tuple[Bounds, str]]:
    """What the levels make of the change, in each way that it may be meant, with words for it."""
    unit, level = move.change.quantity.unit_kind, move.origin.quantity.unit_kind
    if move.change.quantity.unit == "times":
        return _ratio(move)
    if unit == "percent":
        return _growth(move) + (_difference(move) if level == "percent" else [])
    if unit == "percentage_point":
        return _difference(move) if level == "percent" else []
    same = (unit, move.change.quantity.unit) == (level, move.origin.quantity.unit)
    return _difference(move) if same or (unit == "none" and level == "count") else []


def _difference(move: _Move) -> list[tuple[Bounds, str]]:
    _, origin, result = _precisions(move)
    exact = move.result.value - move.origin.value
    points = move.change.quantity.unit_kind == "percentage_point"
    words = f"{rounded(abs(exact))} percentage points" if points else amount(move.result.quantity, abs(exact))
    bounds = bounds_of(move.result.quantity, result) - bounds_of(move.origin.quantity, origin)
    return [(bounds, f"{_moves(exact)} of {words}")]


def _precisions(move: _Move) -> list[Precision | None]:
    """The precisions of change, origin and result; amounts of one unit are told in one breath."""
    rows = [figure.quantity for figure in (move.change, move.origin, move.result)]
    change, *levels = [precision_of(row) for row in rows]
    amounts = rows[0].unit == rows[1].unit and rows[0].unit_kind != "percent"
    return alike([change, *levels]) if amounts else [change, *alike(levels)]


def _growth(move: _Move) -> list[tuple[Bounds, str]]:
    return [
        ((bounds - _ONE).times(100), f"{_moves(factor - 1)} of {rounded(abs(factor - 1) * 100)}%")
        for bounds, factor in _factor(move)
    ]


def _ratio(move: _Move) -> list[tuple[Bounds, str]]:
    return [(bounds, f"{rounded(factor)} times as much") for bounds, factor in _factor(move)]


def _factor(move: _Move) -> list[tuple[Bounds, float]]:
    """By what the first level is multiplied to make the second; nothing where that has no sense."""
    origin, result = bounds_of(move.origin.quantity), bounds_of(move.result.quantity)
    if not (origin.is_positive and result.is_positive):
        return []
    return [(result.over(origin), move.result.value / move.origin.value)]


def _moves(change: float) -> str:
    return "a decrease" if change < 0 else "an increase"
