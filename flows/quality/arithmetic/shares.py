"""Stated shares against the parts that they are worked out from: "42 of 100 firms (52%)"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.patterns import Pattern
from flows.quality.arithmetic.bounds import bounds_of
from flows.quality.arithmetic.figures import Figure, Paragraph
from flows.quality.arithmetic.forms import ANYTHING, CLOSED, OWNER, Form, told
from flows.quality.arithmetic.remarks import Remark, contradiction
from flows.quality.arithmetic.wording import number, rounded, stated
from flows.quality.vocabulary import any_of

_NOUNS = rf"(?: (?!{any_of('parting')} )[\p{{L}}'-]+){{0,5}}"
_OF = Pattern.of(rf" (?:out )?of (?:{OWNER}(?: [\p{{L}}'-]+'s?)? |[\p{{L}}'-]+'s )?")
_OF_BEFORE = Pattern.of(rf"\b[Oo]f (?:{OWNER} )?\Z")
_WHICH_IS = Pattern.of(rf"{_NOUNS}(?: ?\(|,? or )")
_BRACKET = Pattern.of(rf"(?: of)?{_NOUNS} \(")
_COMMA = Pattern.of(rf"{_NOUNS}, ")
_END = Pattern.of(rf"(?: of (?:the total|the whole|them|those|all)\b)?{CLOSED}")
_END_OF_BRACKET = Pattern.of(rf"{_NOUNS}\)")

_FORMS = (
    Form(("part", "whole", "share"), ANYTHING, (_OF, _WHICH_IS), _END),  # 42 of 100 firms (42%)
    Form(("whole", "part", "share"), _OF_BEFORE, (_COMMA, _WHICH_IS), _END),  # of 100 firms, 42 (42%)
    Form(("share", "part", "whole"), ANYTHING, (_BRACKET, _OF), _END_OF_BRACKET),  # 42% of firms (42 of 100)
)
_KINDS = frozenset({"count", "currency", "physical"})


def find(paragraph: Paragraph) -> Iterator[Remark]:
    """The shares of a paragraph that their own parts contradict."""
    for figures in told(paragraph, _FORMS):
        part, whole, share = figures["part"], figures["whole"], figures["share"]
        if share.is_share and _is_part(part, whole):
            yield from _checked(part, whole, share)


def _checked(part: Figure, whole: Figure, share: Figure) -> Iterator[Remark]:
    parts, wholes = bounds_of(part.quantity), bounds_of(whole.quantity)
    if not (parts.is_positive and wholes.is_positive):
        return
    implied = parts.over(wholes).times(share.per_whole)
    if implied.contradicts(bounds_of(share.quantity, cut=True)):
        percent = rounded(100 * part.value / whole.value)
        expected = f"{percent}% ({number(part.value)} of {number(whole.value)})"
        yield contradiction(share.claim, expected, stated(share.quantity))


def _is_part(part: Figure, whole: Figure) -> bool:
    """Whether both are levels in one unit, single values, and the part the smaller."""
    kinds = {figure.quantity.unit_kind for figure in (part, whole)}
    units = {(figure.quantity.unit_kind, figure.quantity.unit) for figure in (part, whole)} - {("none", None)}
    levels = part.claim.value_kind == whole.claim.value_kind == "level"
    return levels and len(units) <= 1 and kinds - {"none"} <= _KINDS and 0 < part.value <= whole.value
