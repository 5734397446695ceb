"""What a numeral is, if it states no amount."""

from __future__ import annotations

from flows.claims.designations.addresses import read_address
from flows.claims.designations.designation import Designation
from flows.claims.designations.idioms import read_idiom
from flows.claims.designations.name_parts import read_name_part
from flows.claims.designations.quotients import read_quotient
from flows.claims.designations.references import read_reference
from flows.claims.tokens import Tokens


def read_designation(tokens: Tokens, i: int) -> Designation | None:
    """What the numeral or number word at token i is; the surest readers are asked first."""
    return (
        read_address(tokens, i)
        or read_reference(tokens, i)
        or read_idiom(tokens, i)
        or read_name_part(tokens, i)
        or read_quotient(tokens, i)
    )
