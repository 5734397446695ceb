"""Forms: the orders in which figures that belong together are told, and the words that must stand around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from flows.quality.arithmetic.figures import Figure, Paragraph, neighbours
from flows.quality.vocabulary import any_of

OWNER = any_of("owners")
ANYTHING = regex.compile(r"")
CLOSED = r" ?(?:[.,;:)\u2013\u2014\"]|\Z)"
"""What shows that nothing is added to a figure, such as a base of its own."""


@dataclass(frozen=True, slots=True)
class Form:
    """Three neighbours in a sentence, by their parts: the words before the first, in the two gaps, and after the last.

    `before` must end, and `after` begin, at the figure beside it; the gaps match as a whole.
    """

    order: tuple[str, str, str]
    before: regex.Pattern[str]
    gaps: tuple[regex.Pattern[str], regex.Pattern[str]]
    after: regex.Pattern[str]

    def fits(self, run: Paragraph) -> bool:
        first, second, third = run
        return bool(
            self.before.search(first.before)
            and self.gaps[0].fullmatch(first.after)
            and self.gaps[1].fullmatch(second.after)
            and self.after.match(third.after)
        )


def told(paragraph: Paragraph, forms: Sequence[Form]) -> Iterator[dict[str, Figure]]:
    """Each three neighbours that fit a form, the first that does, by their parts."""
    for run in neighbours(paragraph, 3):
        form = next((form for form in forms if form.fits(run)), None)
        if form is not None:
            yield dict(zip(form.order, run, strict=True))
