"""What English number words stand for, from numbers.toml."""

from __future__ import annotations

from decimal import Decimal

from flows import vocabularies
from flows.claims.vocabulary import entry_of, words_of


def _in_order(name: str) -> tuple[str, ...]:
    return vocabularies.words(entry_of("numbers", name))


def _exact(*keys: str) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in entry_of("numbers", *keys).items()}


def _counted(ones: str, tens: str, first: int) -> dict[str, int]:
    counted = {word: n for n, word in enumerate(_in_order(ones), first)}
    return counted | {word: 10 * n for n, word in enumerate(_in_order(tens), 2)}


CARDINALS = _counted("ones", "tens", 0) | entry_of("numbers", "other_cardinals")
ORDINALS = _counted("ordinal_ones", "ordinal_tens", 1)
ORDINAL_ENDINGS = words_of("numbers", "ordinal_endings")

SCALES = _exact("scales")
PLURAL_SCALES = {word + "s": scale for word, scale in SCALES.items()}
ANY_SCALES = SCALES | PLURAL_SCALES
SCALE_ORDINALS = {word + "th": scale for word, scale in SCALES.items() if word not in ("dozen", "lac", "lkh")}
VAGUE_PLURALS = PLURAL_SCALES | _exact("vague_plurals")
"""Plurals that tell a number's size and leave the number open ("dozens", "tens of thousands")."""

SCALE_SIGNS = _exact("signs")

_PARTS = {"half": Decimal(2), "quarter": Decimal(4), **{word: Decimal(n) for word, n in ORDINALS.items() if n > 2}}
DENOMINATORS = (
    {"halves": Decimal(2)}
    | _PARTS
    | {word + "s": part for word, part in _PARTS.items() if word != "half"}
    | SCALE_ORDINALS
    | {word + "s": scale for word, scale in SCALE_ORDINALS.items()}
)
"""The lower parts of fractions; "second" is never one, "half" and "quarter" nothing else."""

PARTS = frozenset(_PARTS)
"""The lower parts of fractions in the singular: "quarter", "third", "tenth"."""

UNIT_DENOMINATORS = {word + s: Decimal(n) for word, n in ORDINALS.items() if n < 10 for s in ("", "s")}
"""The last parts of compound denominators ("twenty-FIRSTS")."""

MULTIPLE_VERBS = {
    stem + ending: times for stem, times in _exact("multiple_stems").items() for ending in _in_order("stem_endings")
} | {form: Decimal("0.5") for form in _in_order("halving")}
"""Verbs that state a change by a factor ("doubled"); `MULTIPLE_WORDS` and `FOLDS` state a ratio."""

MULTIPLE_WORDS = _exact("multiple_words")
FOLDS = {word + "fold": Decimal(n) for word, n in CARDINALS.items() if n > 1} | {"hundredfold": SCALES["hundred"]}
