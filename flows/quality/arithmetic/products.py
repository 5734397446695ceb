"""Products: what a share of a whole comes to, with the bounds and the words that both leave it."""

from __future__ import annotations

from dataclasses import dataclass

from flows.quality.arithmetic.figures import Figure
from flows.quality.arithmetic.wording import DIGITS, amount, stated
from schemas.rows import Quantity

_RESTATED = 0.1
"""A figure this near to a product states it already."""
_STRICT = frozenset({"over", "under"})


@dataclass(frozen=True, slots=True)
class Product:
    """A share of a whole: its bounds, as the value columns of both give them; None where they leave it open."""

    whole: Figure
    share: Figure

    @property
    def low(self) -> float | None:
        return self._times(self.whole.quantity.value_low, self.share.quantity.value_low)

    @property
    def high(self) -> float | None:
        return self._times(self.whole.quantity.value_high, self.share.quantity.value_high)

    @property
    def edge(self) -> float | None:
        """The bound that is known, the lower one if both are."""
        return self.high if self.low is None else self.low

    @property
    def is_exact(self) -> bool:
        """Whether nothing was rounded: a plain fraction that leaves a whole number."""
        comparators = {self.whole.quantity.comparator, self.share.quantity.comparator}
        plain = comparators == {"eq"} and self.share.quantity.unit_kind == "ratio"
        return plain and self.edge is not None and abs(self.edge - round(self.edge)) < 1e-6

    def is_told_by(self, row: Quantity) -> bool:
        """Whether a row states about what the product comes to."""
        if self.edge is None or row.value is None or row.unit_kind not in (self.whole.quantity.unit_kind, "none"):
            return False
        return abs(row.value - self.edge) <= _RESTATED * abs(self.edge)

    def in_words(self) -> str:
        """The product in words, its arithmetic and, where they differ, its bounds."""
        row = self.whole.quantity
        about = "" if self.is_exact else "about "
        noun = f" {row.counted}" if row.counted else ""
        bounds = "" if self.low == self.high else f"; low {self._told(self.low)}, high {self._told(self.high)}"
        arithmetic = f"{stated(row)} \u00d7 {stated(self.share.quantity)}"
        return f"{self._lead()}{about}{self._amounts()}{noun} ({arithmetic}{bounds})"

    def _times(self, whole: float | None, share: float | None) -> float | None:
        return None if whole is None or share is None else whole * share / self.share.per_whole

    def _lead(self) -> str:
        strict = not _STRICT.isdisjoint({self.whole.quantity.comparator, self.share.quantity.comparator})
        if self.high is None:
            return "over " if strict else "at least "
        if self.low is None:
            return "under " if strict else "up to "
        return ""

    def _amounts(self) -> str:
        return " to ".join(dict.fromkeys(self._told(edge) for edge in (self.low, self.high) if edge is not None))

    def _told(self, edge: float | None) -> str:
        if edge is None:
            return "open"
        row, told = self.whole.quantity, float(f"{edge:.{DIGITS}g}")
        return amount(row, round(told) if row.unit_kind == "count" else told)
