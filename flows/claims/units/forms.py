"""The forms that units are written in: names and symbols by their tokens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flows.claims.tokens import Tokens
from flows.claims.vocabulary import rows_of


@dataclass(frozen=True, slots=True)
class Forms:
    """Units by the tokens of their forms: `exact` as they are written, `any_case` in lower case.

    `first` and `last` map the first and last token of a form, in lower case, to the most tokens such a form has.
    """

    exact: dict[tuple[str, ...], str]
    any_case: dict[tuple[str, ...], str]
    first: dict[str, int]
    last: dict[str, int]

    def at(self, tokens: Tokens, i: int) -> tuple[str, int] | None:
        """The unit of the longest form that starts at token i, and the token after it."""
        return self._up_to(tokens, i, self.first.get(tokens.low[i], 0))

    def one(self, tokens: Tokens, i: int) -> tuple[str, int] | None:
        """The unit that token i alone is a form of, and the token after it."""
        return self._up_to(tokens, i, 1)

    def _up_to(self, tokens: Tokens, i: int, most: int) -> tuple[str, int] | None:
        for n in range(most, 0, -1):
            name = self.exact.get(tuple(tokens.words[i : i + n])) or self.any_case.get(tuple(tokens.low[i : i + n]))
            if name:
                return name, i + n
        return None


@cache
def forms_of(name: str) -> Forms:
    """The forms of one vocabulary file, "currencies" or "units"."""
    forms = Forms({}, {}, {}, {})
    for unit, form, case in rows_of(name):
        words = tuple(form.split(" "))
        (forms.exact if case == "exact" else forms.any_case)[words] = unit
        first, last, n = words[0].lower(), words[-1].lower(), len(words)
        forms.first[first] = max(forms.first.get(first, 0), n)
        forms.last[last] = max(forms.last.get(last, 0), n)
    return forms
