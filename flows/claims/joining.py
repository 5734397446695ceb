"""Readings that stand side by side and lend each other what they leave unsaid: joint bounds, shared units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.claims.comparisons import comparison_before
from flows.claims.readings import Reading

_LOWER, _UPPER = frozenset({"over", "at_least"}), frozenset({"under", "up_to"})
# Between the two bounds of one figure: "above 1000 and below 1500", "more than 5, less than 10".
_BOUND_GAP = re.compile(r",? (?:and|but) |, ")
# Between the figures of a list that share a unit: "45 and 50 mg", "7- or 8-inch", "5, 10 and 20 km"; and those of
# the sides of a thing: "3 by 5 metres"; "3 × 5 kg s-1" is a product.
_LIST_GAP = re.compile(r" ?(?:,|,? ?and|- or|-,) ?$|^ (?:and|or|to) $")
_SIDES_GAP = re.compile(r" ?[x×] ?| by |-by-")
FARTHEST = 90
"""Characters that may stand between the two."""
_COMPARABLE = frozenset({"count", "currency", "physical", "duration"})
_BETWEEN = "between "
_NEVER_SHARED = frozenset({"currency", "ratio"})


def with_joint_bounds(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Joins the bounds of one figure, if both can hold: "above 1000 and below 1500", "between 5 cars and 9 cars"."""
    joined: list[Reading] = []
    for reading in readings:
        both = _joint(text, joined[-1], reading) or _between(text, joined[-1], reading) if joined else None
        if both is None:
            joined.append(reading)
        else:
            joined[-1] = both
    return joined


def _joint(text: str, first: Reading, second: Reading) -> Reading | None:
    a, b = first.value, second.value
    if a.comparator in _LOWER and b.comparator in _UPPER:
        low, high = a.value, b.value
    elif a.comparator in _UPPER and b.comparator in _LOWER:
        low, high = b.value, a.value
    else:
        return None
    if low is None or high is None or low >= high or (a.unit and a.unit != b.unit):
        return None
    if not _BOUND_GAP.fullmatch(text, first.end, second.start):
        return None
    value = b._replace(value=None, value_low=low, value_high=high, comparator="between")
    return second._replace(start=first.start, value=value, rule="quantity.joint_bounds")


def _between(text: str, first: Reading, second: Reading) -> Reading | None:
    """Two counts of the same noun after "between"."""
    a, b = first.value, second.value
    if first.counted is None or second.counted is None or a.unit != b.unit or a.value is None or b.value is None:
        return None
    if a.value >= b.value or text[first.counted[1] : second.start] != " and ":
        return None
    start = first.start - len(_BETWEEN)
    if text[max(0, start) : first.start].lower() != _BETWEEN:
        return None
    value = b._replace(value=None, value_low=a.value, value_high=b.value, comparator="between")
    return second._replace(start=start, value=value, rule="quantity.joint_bounds")


def with_shared_units(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Lends the unit of the last figure of a list to the bare ones before it: "45 and 50 mg", "7- or 8-inch"."""
    shared = list(readings)
    for k in range(len(shared) - 1, 0, -1):
        first, second = shared[k - 1], shared[k]
        gap = text[first.end : second.start]
        if _lends(first, second) and _lists(gap, second) and (gap.strip() != "," or _is_list(text, readings, k)):
            value = first.value._replace(unit=second.value.unit, unit_kind=second.value.unit_kind)
            shared[k - 1] = first._replace(value=value, counted=second.counted)
    return shared


def _is_list(text: str, readings: Sequence[Reading], k: int) -> bool:
    """Does a comma before figure k part a list ("5, 10, 20 km", "5, 10 and 20 km"); "1.8, 95 %" are two figures."""
    if readings[k].value.unit_kind == "none":
        return True
    return k > 1 and _is_bare(readings[k - 2]) and text[readings[k - 2].end : readings[k - 1].start].strip() == ","


def with_compared_units(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Lends the unit of a figure to the bare one that it is compared with: "2.4 million cars, up from 2.1 million"."""
    compared = list(readings)
    last: Reading | None = None
    for k, reading in enumerate(compared):
        if last and _is_bare(reading) and _is_compared(text, last, reading):
            value = reading.value._replace(unit=last.value.unit, unit_kind=last.value.unit_kind)
            compared[k] = reading._replace(value=value)
        if reading.role == "value":
            last = reading if reading.value.unit_kind in _COMPARABLE else None
    return compared


def _is_compared(text: str, first: Reading, second: Reading) -> bool:
    """Does what stands between two figures, in one sentence, compare the second with the first?"""
    if second.start - first.end > FARTHEST or ". " in text[first.end : second.start]:
        return False
    return comparison_before(text, second) is not None


def _is_bare(reading: Reading) -> bool:
    return reading.role == "value" and reading.value.unit_kind == "none" and reading.counted is None


def _lists(gap: str, second: Reading) -> bool:
    """Do two figures with this gap stand in one list?"""
    if _LIST_GAP.fullmatch(gap):
        return True
    return (
        second.value.unit_kind == "physical"
        and " " not in (second.value.unit or " ")
        and bool(_SIDES_GAP.fullmatch(gap))
    )


def _lends(first: Reading, second: Reading) -> bool:
    bare = first.role == "value" and first.value.unit_kind == "none"
    return (
        bare
        and second.role == "value"
        and second.value.unit is not None
        and second.value.unit_kind not in _NEVER_SHARED
    )
