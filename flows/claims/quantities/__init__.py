"""Figures: a number with its sign, currency, scale, unit, bounds and comparator; ranges; compound measures.

Each reader works on tokens and gives a `Figure`, which knows the tokens it covers and the value columns it stands for.
"""

from flows.claims.quantities.articles import ARTICLE_UNITS
from flows.claims.quantities.figure import Figure
from flows.claims.quantities.reading import read_figure

__all__ = ["ARTICLE_UNITS", "Figure", "read_figure"]
