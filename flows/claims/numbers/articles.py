"""Numbers that an article or a scale word opens: "a hundred and two", "a dozen", "an eighth", "hundred thousand"."""

from __future__ import annotations

from flows.claims.numbers.cardinals import read_cardinal
from flows.claims.numbers.fractions import as_numerator, ends_fraction, read_denominator, scaled_fraction, with_fraction
from flows.claims.numbers.number import Number
from flows.claims.numbers.scales import times_scale
from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import CARDINALS, DENOMINATORS, SCALES


def read_after_article(tokens: Tokens, i: int) -> Number | None:
    """The number that the article at token i stands for one of, or that a bare scale word opens."""
    article = tokens.low[i] in ("a", "an")
    word = tokens.low[i + article]
    compound = CARDINALS.get(word, 0) >= 20 or (word == "ten" and tokens.words[i + 2] == "-")
    if article and (word in DENOMINATORS or compound):
        return _part(tokens, i)
    if word not in SCALES or (word == "dozen" and not article and tokens.low[i - 1] == "of"):
        return None
    opened = None if word == "dozen" else read_cardinal(tokens, i + article, opened=True)
    head = (
        opened._replace(start=i) if opened else Number(SCALES[word], i, i + article + 1, "words", True, (SCALES[word],))
    )
    head = times_scale(tokens, head)
    return as_numerator(tokens, head) or with_fraction(tokens, head)


def _part(tokens: Tokens, i: int) -> Number | None:
    """ "a third", "an eighth of"."""
    lower = read_denominator(tokens, i + 1, several=False)
    if lower is None or not ends_fraction(tokens, lower.end):
        return None
    return scaled_fraction(tokens, Number(1 / lower.value, i, lower.end, "fraction"))
