"""Cardinals in words: "twenty-one", "one hundred and twenty-one", "three lakh crore"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from flows.claims.numbers.number import LARGEST, Number, lent
from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import CARDINALS, DENOMINATORS, SCALES, UNIT_DENOMINATORS

HUNDRED = SCALES["hundred"]
MOST_OF_NUMERATOR = 20
_JOINTS = frozenset({"and", "&"})
_AND_REACH = 8


@dataclass(slots=True)
class _Count:
    """A cardinal counted up word by word: `total` is what scales have closed, `group` what was said since the last."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    last_scale: Decimal | None = None
    lends: tuple[Decimal, ...] = ()

    def take(self, word: str) -> bool:
        """Counts one more word in; False where the word goes with something else."""
        if word in CARDINALS:
            grown = _grown(self.group, CARDINALS[word])
            if grown is not None:
                self.group, self.lends = grown, ()
            return grown is not None
        started = self.group is not None or self.total > 0
        if not started or word not in SCALES or word == "dozen":
            return False
        return self._hundred() if SCALES[word] == HUNDRED else self._close(SCALES[word])

    def _hundred(self) -> bool:
        if self.group is None or self.group >= HUNDRED:
            return False
        self.group *= HUNDRED
        self.lends = (HUNDRED,)
        return True

    def _close(self, scale: Decimal) -> bool:
        group = self.group or Decimal(0)
        spans_all = self.group is None or (self.last_scale is not None and scale > self.last_scale)
        total = (self.total + group) * scale if spans_all else self.total + group * scale
        if total > LARGEST:
            return False
        self.total, self.group, self.last_scale = total, None, scale
        self.lends = lent(self.lends, scale)
        return True


def read_cardinal(tokens: Tokens, i: int, *, opened: bool = False) -> Number | None:
    """The number words from token i on, up to the first one that cannot go on; `opened` by an article for one."""
    if not opened and tokens.low[i] not in CARDINALS:
        return None
    count, j = _Count(group=Decimal(1) if opened else None), i
    while True:
        k = j if j == i else _next_word(tokens, j, count.group)
        if k > j and tokens.words[j] in _JOINTS and _opens_second(tokens, i, j):
            break
        if count.group is not None and _opens_denominator(tokens, k, count.group):
            break
        if not count.take(tokens.low[k]):
            break
        j = k + 1
    if j == i:
        return None
    return Number(count.total + (count.group or 0), i, j, "words", count.group is None, count.lends)


def _grown(group: Decimal | None, value: int) -> Decimal | None:
    """The number after one more word below a hundred, or None where the word starts another number."""
    if group is None:
        return Decimal(value)
    after_hundreds = group >= 100 and group % 100 == 0 and value
    after_tens = group % 100 >= 20 and group % 10 == 0 and 0 < value < 10
    if after_hundreds or after_tens:
        return group + value
    spoken = 0 < group < 10 and value >= 20 and value % 10 == 0  # "one twenty"
    return group * 100 + value if spoken else None


def _opens_denominator(tokens: Tokens, i: int, group: Decimal) -> bool:
    """Is the word at token i the "twenty" of "one TWENTY-fifth", and not that of "one TWENTY"?"""
    if not 0 < group < MOST_OF_NUMERATOR or CARDINALS.get(tokens.low[i], 0) < MOST_OF_NUMERATOR:
        return False
    return tokens.low[i + 1 + (tokens.words[i + 1] == "-")] in UNIT_DENOMINATORS


def _opens_second(tokens: Tokens, start: int, i: int) -> bool:
    """Is the "and" at token i that between two numbers ("one hundred AND two hundred", "between a hundred AND two")?"""
    if tokens.low[i + 2] == tokens.low[i - 1]:
        return True
    before = tokens.low[start - 1] if tokens.low[start - 1] not in ("a", "an") else tokens.low[start - 2]
    return before == "between" and tokens.words[i] == "and" and "and" not in tokens.low[i + 1 : i + _AND_REACH]


def _next_word(tokens: Tokens, i: int, group: Decimal | None) -> int:
    """The index of the next number word, past a hyphen, past "and" after a scale, past a comma after a thousand."""
    if tokens.words[i] == "-":
        return i + 1
    following = CARDINALS.get(tokens.low[i + 1])
    joints = ("and", "&", ",") if group is None else () if group % HUNDRED else ("and", "&")
    if following is None or tokens.words[i] not in joints:
        return i
    opens_fraction = tokens.words[i] == "and" and following < 20 and tokens.low[i + 2] in DENOMINATORS
    return i if opens_fraction else i + 1
