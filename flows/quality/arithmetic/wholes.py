"""Shares of one whole against each other: "60% are for it, another 55% against", "70% ... and the remaining 40%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from flows.quality.arithmetic.bounds import Bounds, bounds_of
from flows.quality.arithmetic.figures import Figure, Paragraph
from flows.quality.arithmetic.remarks import Remark, contradiction
from flows.quality.arithmetic.wording import rounded, stated

_FURTHER = re.compile(r"\b(?:another|an additional|a further) \Z", re.IGNORECASE)
_REST = re.compile(r"\b(?:the|its|their|his|her) remaining \Z", re.IGNORECASE)
_WHOLE = Bounds(100.0, 100.0)
_NEAR = 10.0
"""A rest that misses the whole by more is taken to be the rest of something else."""


def find(paragraph: Paragraph) -> Iterator[Remark]:
    """The percentages that are said to be apart and exceed their whole, or to be the rest and do not fill it."""
    for _, sentence in groupby(paragraph, key=lambda figure: figure.sentence):
        shares = [figure for figure in sentence if figure.is_share and figure.per_whole == 100]
        apart: list[Figure] = []
        for k, share in enumerate(shares):
            if _REST.search(share.before):
                yield from _unfilled(shares[:k], share)
            further = apart and _FURTHER.search(share.before) and share.claim.population == apart[-1].claim.population
            apart = [*apart, share] if further and share.claim.population else [share]
            if further:
                yield from _exceeding(apart)


def _exceeding(shares: Sequence[Figure]) -> Iterator[Remark]:
    total = sum((bounds_of(share.quantity) for share in shares), Bounds(0.0, 0.0))
    if total.low > _WHOLE.high:
        yield contradiction(shares[-1].claim, "at most 100% in all", _sum(shares))


def _unfilled(others: Sequence[Figure], rest: Figure) -> Iterator[Remark]:
    """The rest where, with no run of shares before it, it makes 100%, but with one of them nearly."""
    runs = list(accumulate((bounds_of(share.quantity) for share in (rest, *reversed(others))), Bounds.__add__))[1:]
    missed = [run.contradicts(_WHOLE) for run in runs]
    near = [k for k, run in enumerate(runs) if not run.widened(_NEAR).contradicts(_WHOLE)]
    if near and all(missed):
        yield contradiction(rest.claim, "100% in all", _sum([*others[-near[-1] - 1 :], rest]))


def _sum(shares: Sequence[Figure]) -> str:
    total = sum(share.quantity.value or share.quantity.value_low or 0.0 for share in shares)
    return f"{rounded(total)}% ({' + '.join(stated(share.quantity) for share in shares)})"
