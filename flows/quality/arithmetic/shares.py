"""Stated shares against the parts that they are worked out from: "42 of 100 firms (52%)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from flows.quality.arithmetic.bounds import bounds_of
from flows.quality.arithmetic.figures import Figure, Paragraph, neighbours
from flows.quality.arithmetic.remarks import Remark, contradiction
from flows.quality.arithmetic.wording import number, rounded, stated

_Part = Literal["part", "whole", "share"]

_ANYTHING = regex.compile(r"")
_NOUNS = r"(?: (?!(?:and|but|or|of|with|while|which|who|that|than|to|from|by) )[\p{L}'-]+){0,5}"
_OF = regex.compile(r" (?:out )?of (?:(?:the|its|their|all|these|those|his|her|our)(?: [\p{L}'-]+'s?)? |[\p{L}'-]+'s )?")
_OF_BEFORE = regex.compile(r"\b[Oo]f (?:(?:the|its|their|all|these|those|his|her|our) )?\Z")
_WHICH_IS = regex.compile(rf"{_NOUNS}(?: ?\(|,? or )")
_BRACKET = regex.compile(rf"(?: of)?{_NOUNS} \(")
_COMMA = regex.compile(rf"{_NOUNS}, ")
_CLOSED = regex.compile(r" ?[).,;:]| of (?:the total|the whole|them|those|all)\b|\Z")
_CLOSES_BRACKET = regex.compile(rf"{_NOUNS}\)")


@dataclass(frozen=True, slots=True)
class _Form:
    """An order in which part, whole and share are told: the words before the first, between, and after."""

    order: tuple[_Part, _Part, _Part]
    before: regex.Pattern[str]
    gaps: tuple[regex.Pattern[str], regex.Pattern[str]]
    after: regex.Pattern[str]

    def fits(self, run: Paragraph) -> bool:
        around = self.before.search(run[0].before) and self.after.match(run[2].after)
        return bool(around) and all(gap.fullmatch(figure.after) for gap, figure in zip(self.gaps, run, strict=False))


_FORMS = (
    _Form(("part", "whole", "share"), _ANYTHING, (_OF, _WHICH_IS), _CLOSED),  # 42 of 100 firms (42%)
    _Form(("whole", "part", "share"), _OF_BEFORE, (_COMMA, _WHICH_IS), _CLOSED),  # of 100 firms, 42 (42%)
    _Form(("share", "part", "whole"), _ANYTHING, (_BRACKET, _OF), _CLOSES_BRACKET),  # 42% of firms (42 of 100)
)


def find(paragraph: Paragraph) -> Iterator[Remark]:
    """The shares of a paragraph that their own parts contradict."""
    for run in neighbours(paragraph, 3):
        for form in _FORMS:
            if form.fits(run):
                yield from _of_parts(**dict(zip(form.order, run, strict=True)))
                break


def _of_parts(part: Figure, whole: Figure, share: Figure) -> Iterator[Remark]:
    if not (share.is_share and _is_part(part, whole)):
        return
    parts, wholes = bounds_of(part.quantity), bounds_of(whole.quantity)
    if not (parts.is_positive and wholes.is_positive):
        return
    implied = parts.over(wholes).times(share.per_whole)
    if implied.contradicts(bounds_of(share.quantity, cut=True)):
        percent = 100 * _value(part) / _value(whole)
        told = f"{rounded(percent)}% ({number(_value(part))} of {number(_value(whole))})"
        yield contradiction(share.claim, told, stated(share.quantity))


def _is_part(part: Figure, whole: Figure) -> bool:
    """Whether both are levels in one unit, single values, and the part the smaller."""
    units = {(figure.quantity.unit_kind, figure.quantity.unit) for figure in (part, whole)} - {("none", None)}
    levels = part.claim.value_kind == whole.claim.value_kind == "level"
    kinds = {kind for kind, _ in units}
    return levels and len(units) <= 1 and kinds <= {"count", "currency", "physical"} and 0 < _value(part) <= _value(whole)


def _value(figure: Figure) -> float:
    return figure.quantity.value or 0.0
