"""Two numbers with a slash between them that are no figure: "1/0", and "42/0" as scores are written."""

from __future__ import annotations

from flows.claims.designations.designation import Designation
from flows.claims.tokens import Tokens


def read_quotient(tokens: Tokens, i: int) -> Designation | None:
    """The numeral at token i divided by zero: no number, and not two of them either."""
    slash, zero = i + 1, i + 2
    joined = tokens.words[slash] == "/" and tokens.glued(slash) and tokens.glued(zero)
    if not joined or tokens.kinds[i] != "numeral" or tokens.words[zero] != "0" or tokens.words[zero + 1] == "/":
        return None
    return Designation(i, zero + 1, "unresolved", "unresolved.quotient")
