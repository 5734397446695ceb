"""Percentages, percentage points and basis points after a number."""

from __future__ import annotations

from flows.claims.tokens import Tokens
from flows.claims.units.unit import Unit
from flows.claims.vocabulary import phrases_of
from schemas.rows import UnitKind

_KINDS: dict[str, UnitKind] = {
    "percent": "percent",
    "percentage point": "percentage_point",
    "basis point": "percentage_point",
    "per mille": "ratio",
}
_FORMS = {form: (name, kind) for name, kind in _KINDS.items() for form in phrases_of("units", "percentages", name)}
_FIRST = frozenset(form[0] for form in _FORMS)
_LONGEST = max(map(len, _FORMS))
# Abbreviations and nouns that end a sentence rather than a figure ("the percentage.").
_NOT_BEFORE_STOP = frozenset({"pp", "bp", "percentage"})


def read_percentage(tokens: Tokens, i: int) -> Unit | None:
    """The percent sign or word at token i."""
    if tokens.low[i] not in _FIRST:
        glued = tokens.low[i] == "pc" and tokens.glued(i)  # "7pc"; apart they are parsecs
        return Unit("percent", "percent", i, i + 1) if glued else None
    for n in range(_LONGEST, 0, -1):
        found = _FORMS.get(tuple(tokens.low[i : i + n]))
        if found and not (n == 1 and tokens.low[i] in _NOT_BEFORE_STOP and tokens.words[i + 1] == "."):
            return Unit(*found, i, i + n)
    return None
