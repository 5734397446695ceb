"""Numbers in digits and words: "1.2", "two and a half million", "a third", "one in five", "tens of thousands".

A number is read at a token index and says where it ends; units, comparators and roles are the business of others.
"""

from flows.claims.numbers.digits import digits_value, power_of_ten
from flows.claims.numbers.number import LARGEST, Number
from flows.claims.numbers.ordinals import read_ordinal
from flows.claims.numbers.reading import NUMBER_KINDS, NUMBER_OPENERS, read_number, read_pointed

__all__ = [
    "LARGEST",
    "NUMBER_KINDS",
    "NUMBER_OPENERS",
    "Number",
    "digits_value",
    "power_of_ten",
    "read_number",
    "read_ordinal",
    "read_pointed",
]
