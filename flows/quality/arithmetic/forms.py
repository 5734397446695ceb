"""Forms: the orders in which figures that belong together are told, and the words that must stand around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.patterns import Pattern
from flows.quality.arithmetic.figures import Figure, Paragraph, neighbours
from flows.quality.vocabulary import any_of

OWNER = any_of("owners")
ANYTHING = Pattern.of(r"")
CLOSED = r" ?(?:[.,;:)\u2013\u2014\"]|\Z)"
"""What shows that nothing is added to a figure, such as a base of its own."""


@dataclass(frozen=True, slots=True)
class Form:
    """Three neighbours in a sentence, by their parts: the words before the first, in the two gaps, and after the last.

    `before` must end, and `after` begin, at the figure beside it; the gaps match as a whole.
    """

    order: tuple[str, str, str]
    before: Pattern
    gaps: tuple[Pattern, Pattern]
    after: Pattern

    def fits(self, run: Paragraph) -> bool:
        first, second, third = run
        return bool(
            self.before.on(first.before).search(first.before)
            and self.gaps[0].on(first.after).fullmatch(first.after)
            and self.gaps[1].on(second.after).fullmatch(second.after)
            and self.after.on(third.after).match(third.after)
        )


def told(paragraph: Paragraph, forms: Sequence[Form]) -> Iterator[dict[str, Figure]]:
    """Each three neighbours that fit a form, the first that does, by their parts."""
    for run in neighbours(paragraph, 3):
        form = next((form for form in forms if form.fits(run)), None)
        if form is not None:
            yield dict(zip(form.order, run, strict=True))
