"""What a figure is compared with: another time ("up 6% ON 2023") or another figure ("up from $31 MILLION")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from flows.claims.readings import Reading

REACH = 40
"""Characters in front of a time or a figure in which the words of comparison stand."""
_COMPARED = r"compared (?:with|to)|relative to|against|versus|vs\.?"
_COMPARING = frozenset("than compared relative against versus vs vs. as up down not".split())
"""Every comparison has one of these words."""
# "more THAN IN 2021", "COMPARED WITH 2019", "as many AS IN the same month of 2020"; but "as late as 2020".
_LEADS_TO_TIME = regex.compile(
    rf"\b(?:(?:than|{_COMPARED})(?: (?:in|at|on|for|during))?"
    r"|as (?:(?:it|they|he|she|we) (?:did|was|were|had|do|does) )?(?:in|at|on|for|during))"
    r"(?: (?:the|same|month|quarter|period|levels|of))*+ \Z"
)
# "5% more ON THE YEAR BEFORE", "down FROM A YEAR EARLIER".
_LEADS_TO_YEAR_EARLIER = regex.compile(r"\b(?:than|from|on|over|against|versus|with|to|of) (?:in )?\Z")
_YEAR_EARLIER = regex.compile(r"(?:an?|the|one) \w+ (?:before|earlier|ago)")
# "down 6% FROM March", "up a third ON 2023"; but "up 6% on Tuesday" tells when.
_FROM, _ON = regex.compile(r" from (?:the )?"), regex.compile(r" on (?:the )?")
_ON_TIME = regex.compile(r"(?:19|20)\d\d|.*\b(?:year|quarter|month|week|season)", regex.I)
# "UP FROM about 31 million", "COMPARED WITH just 12 in 2020", "85, NOT 90".
_LEADS_TO_FIGURE = regex.compile(
    rf"(?:\b(?:up|down) from|\b(?:{_COMPARED})|, not)(?: (?:an?|the|only|just|about|around|some|nearly|almost))*+ \Z"
)


def comparison_before(text: str, figure: Reading) -> int | None:
    """Where the words start that lead to a figure as what another is compared with; None if it stands for itself."""
    first = max(0, figure.start - REACH)
    if _COMPARING.isdisjoint(text[first : figure.start].split()):
        return None
    found = _LEADS_TO_FIGURE.search(text, first, figure.start)
    return None if found is None else found.start()


def compared_times(text: str, readings: Sequence[Reading]) -> frozenset[int]:
    """Where the times start with which another one is compared: what is compared holds at another time."""
    times = [time for time in readings if time.role == "period" and _is_led_to(text, time)]
    times += [time for change, time in pairwise(readings) if time.role == "period" and _is_base(text, change, time)]
    return frozenset(time.start for time in times)


def _is_led_to(text: str, time: Reading) -> bool:
    first = max(0, time.start - REACH)
    if _YEAR_EARLIER.fullmatch(text, time.start, time.end):
        return _LEADS_TO_YEAR_EARLIER.search(text, first, time.start) is not None
    words = text[first : time.start].split()
    return not _COMPARING.isdisjoint(words) and _LEADS_TO_TIME.search(text, first, time.start) is not None


def _is_base(text: str, change: Reading, time: Reading) -> bool:
    """Is the time what a share in front of it is a change from or on?"""
    if change.value.unit_kind not in ("percent", "percentage_point", "ratio"):
        return False
    if found := _FROM.match(text, change.end, time.end):
        return found.end() >= time.start and time.rule != "period.range"
    return _ON.fullmatch(text, change.end, time.start) is not None and bool(_ON_TIME.match(text, time.start, time.end))
