"""Units of measurement after a number, with exponents and products: "km2", "cm-3", "m s-1", "square miles"."""

from __future__ import annotations

import re

from flows.claims.nouns import is_plural
from flows.claims.tokens import Tokens
from flows.claims.units.forms import forms_of
from flows.claims.units.temperatures import is_temperature
from flows.claims.units.unit import Unit
from flows.claims.vocabulary import words_of

DURATIONS = words_of("units", "durations")
_NEVER_ALONE = words_of("units", "never_alone")
_LONG_ENOUGH = words_of("units", "long_enough")
_IN_RATES = words_of("units", "in_rates")
_ONLY_GLUED = words_of("units", "only_glued")
_BEFORE_MARK = words_of("units", "before_mark")
_AFTER_DIGITS = words_of("units", "after_digits")
_AFTER_NAME = words_of("designations", "after_name")
_ALSO_NAMES = words_of("units", "also_names")
_ENDS_PHRASE = frozenset(".,;:)]") | {""}
_BEFORE_TENS = words_of("units", "before_tens")
_MARKS = re.compile(r"(\d?)([\"'])")
_COMPASS = frozenset("NSEW")
_AFTER_INCHES = words_of("units", "after_inches") | {""}
_ELEMENTS = frozenset("CNPS")
_BRACKETS = {"[": "]", "<": ">", "{": "}"}
_LONGEST_SYMBOL = 3
_RAISED = {"²": 2, "³": 3, "⁻¹": -1, "⁻²": -2, "⁻³": -3}
_POWERS = {2: "square", 3: "cubic"}
# Words for units that a numeral after them does not raise: "2 in 1".
_NEVER_RAISED = frozenset({"in", "second", "seconds", "'", '"'})
TWO_DIGITS = 2
MOST_FACTORS = 4
"""How many symbols with an exponent may follow a unit ("W m-2 K-1")."""
QUOTE_REACH = 400
"""How many characters a quotation that a mark may close is looked back for."""


def read_measure(tokens: Tokens, i: int) -> Unit | None:
    """The unit of measurement at token i, perhaps in brackets."""
    if tokens.words[i] in _BRACKETS:
        return _bracketed(tokens, i)
    found = forms_of("units").at(tokens, i)
    if found is None or not _stands_as_unit(tokens, i, found[1]):
        return None
    if found[1] > i + 1 and _lowers(tokens, found[1]):
        found = forms_of("units").one(tokens, i) or found  # "N m-1" are newtons per metre
    name, end = _on_scale(tokens, *_raised(tokens, *found))
    for _ in range(MOST_FACTORS):
        factor = _factor(tokens, end)
        if factor is None:
            break
        name, end = f"{name} {factor[0]}", factor[1]
    return measure(name, i, end)


def measure(name: str, start: int, end: int) -> Unit:
    """The unit of that name: of time, or physical."""
    return Unit(name, "duration" if name in DURATIONS else "physical", start, end)


def _bracketed(tokens: Tokens, i: int) -> Unit | None:
    found = forms_of("units").at(tokens, i + 1) if tokens.kinds[i + 1] == "word" else None
    if found is None or tokens.words[found[1]] != _BRACKETS[tokens.words[i]]:
        return None
    return measure(found[0], i, found[1] + 1)


def _stands_as_unit(tokens: Tokens, i: int, end: int) -> bool:
    """Is the form a unit here, where it could be a word, a name or a scale sign?"""
    word = tokens.words[i]
    if word.lower() == "in" and end == i + 1:
        raised = tokens.words[end] in _RAISED or tokens.words[end] == "^" or tokens.words[i - 1] == "/"
        return _tells_inches(tokens, i) or (raised and tokens.glued(end))
    if word in ('"', "'"):
        if word == "'" and tokens.words[i + 2] == '"' and not tokens.glued(i):
            return _tells_feet(tokens, i)  # 5 ' 11 "
        return _closes_no_quote(tokens, i) and (word == '"' or end > i + 1 or _tells_feet(tokens, i))
    if end > i + 1 or len(word) > 3:
        return word.lower() not in _NEVER_ALONE or word in _LONG_ENOUGH
    if word == "K" and tokens.words[i - 1] == "/":
        return True
    return _stands_as_symbol(tokens, i, end)


def _stands_as_symbol(tokens: Tokens, i: int, end: int) -> bool:
    """Is a form of up to three letters a symbol here?"""
    word = tokens.words[i]
    if word in _NEVER_ALONE or (word in _AFTER_DIGITS and not _measures(tokens, i)):
        return word in _IN_RATES and _is_divided(tokens, end)
    if tokens.glued(end) and tokens.kinds[end] == "word":
        return word == "°" and tokens.words[end] in _COMPASS
    if word in ("C", "F", "K") and tokens.glued(i):
        return is_temperature(tokens, i)
    if word == "s" and tokens.glued(i) and _tells_tens(tokens, i):
        return False
    if word in _ONLY_GLUED and not tokens.glued(i):
        return _is_divided(tokens, end) or (word in _BEFORE_MARK and _ends_measure(tokens, i, end))
    return not (word in _ALSO_NAMES and is_plural(tokens.low[end]))


def _ends_measure(tokens: Tokens, i: int, end: int) -> bool:
    """Does the phrase end behind a symbol of one letter ("at 3 T,"), or its sentence go on ("16 A at 250 V")?"""
    if tokens.words[end] in _ENDS_PHRASE:
        return True
    joined = tokens.low[end] in ("and", "or", "to") and "." not in tokens.words[i - 1]
    return tokens.kinds[i - 1] == "numeral" and tokens.low[end] in _AFTER_NAME and not joined


def _is_divided(tokens: Tokens, i: int) -> bool:
    """Does a division or a product follow the symbol that ends before token i: "A/m", "A·h", "A m-2", "d-1"?"""
    if tokens.glued(i) and (tokens.words[i] in ("/", "·") or _lowers(tokens, i)):
        return True
    factor = symbol_at(tokens, i)
    return factor is not None and factor[0].startswith("per ")


def _lowers(tokens: Tokens, i: int) -> bool:
    """Does a negative exponent stand at token i?"""
    return _raised(tokens, "", i)[0].startswith("per ")


def _tells_tens(tokens: Tokens, i: int) -> bool:
    """ "temperatures in the 80s", "in her 40s and 50s", "the over-65s", "under-5s"; but "the 30.5s lap"."""
    if tokens.words[i - 2] == "-" and tokens.low[i - 3] in ("over", "under"):
        return True
    if tokens.low[i - 2] in ("and", "or") and tokens.words[i - 3] == "s" and tokens.glued(i - 3):
        i -= 3
    before = tokens.low[i - 3] if tokens.words[i - 2] == "-" else tokens.low[i - 2]
    return before in _BEFORE_TENS and len(tokens.words[i - 1]) == TWO_DIGITS


def _measures(tokens: Tokens, i: int) -> bool:
    """ "2.5 bar of pressure", but "one bar" and "5 bar owners"."""
    return tokens.kinds[i - 1] == "numeral" and (tokens.kinds[i + 1] != "word" or tokens.low[i + 1] in _AFTER_NAME)


def _closes_no_quote(tokens: Tokens, i: int) -> bool:
    """Is the mark after a numeral an inch sign, and neither the end of a quotation nor the seconds of 57°44'8.47"?"""
    if tokens.words[i - 4] == "°":
        return False
    word_after = tokens.low[i + 1]
    before = tokens.text[max(0, tokens.starts[i] - QUOTE_REACH) : tokens.starts[i]]
    is_open = False
    for digit, mark in _MARKS.findall(before):
        if mark == tokens.words[i] and (is_open or not digit):
            is_open = not is_open
    apart = word_after in _AFTER_INCHES and word_after.isalpha() and tokens.words[i] == '"'
    return (tokens.glued(i) or apart) and not is_open


def _tells_feet(tokens: Tokens, i: int) -> bool:
    """ "5'11" and "5' 11" with a sign for inches: a numeral follows; "57°44'8" are minutes of arc."""
    if tokens.words[i - 2] == "°":
        return False
    return tokens.kinds[i + 1] == "numeral" and (tokens.glued(i + 1) or tokens.words[i + 2] == '"')


def _tells_inches(tokens: Tokens, i: int) -> bool:
    """ "2 1/2 in thick" and "2 in." are inches; "2 in my car" is not."""
    if tokens.kinds[i - 1] not in ("numeral", "fraction") or tokens.low[i + 1] not in _AFTER_INCHES:
        return False
    return tokens.low[i + 1] != "," or not tokens.glued(i + 2)


def _raised(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """The unit with the exponent that follows it: "km2", "m^3", "s-1", "km squared", "cm−3"."""
    word = tokens.words[end]
    if word in ("squared", "cubed"):
        return _to_power(name, 2 if word == "squared" else 3), end + 1
    if not tokens.glued(end):
        return name, end
    sign = word + tokens.words[end + 1] if word == "⁻" else word
    if sign in _RAISED:
        return _to_power(name, _RAISED[sign]), end + len(sign)
    return _raised_in_digits(tokens, name, end)


def _raised_in_digits(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    j = end + (tokens.words[end] == "^")
    minus = tokens.words[j] in ("-", "–") and tokens.glued(j)
    j += minus
    apart = minus and len(tokens.words[end - 1]) <= _LONGEST_SYMBOL  # "g- 1", as PDFs are read
    divided = tokens.low[end - 1] == "in" and tokens.words[end - 2] == "/"  # "lb/in2"
    if not (tokens.glued(j) or apart) or (j == end and tokens.low[end - 1] in _NEVER_RAISED and not divided):
        return name, end
    if tokens.kinds[j] != "numeral" or tokens.words[j] not in ("1", "2", "3"):
        return name, end
    if tokens.glued(j + 1) and tokens.kinds[j + 1] == "word":
        return name, end  # "1kg-2kg"
    exponent = int(tokens.words[j])
    return _to_power(name, -exponent if minus else exponent), j + 1


def _to_power(name: str, exponent: int) -> str:
    power = f"{_POWERS[abs(exponent)]} {name}" if abs(exponent) in _POWERS else name
    return power if exponent > 0 else f"per {power}"


def _on_scale(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """Degrees with their scale behind them: "-40 degrees ON THE CELSIUS SCALE"."""
    if name != "degree" or tokens.low[end : end + 2] != ["on", "the"] or tokens.low[end + 3] != "scale":
        return name, end
    scaled = forms_of("units").any_case.get(("degrees", tokens.low[end + 2]))
    return (scaled, end + 4) if scaled else (name, end)


def _factor(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """One more symbol: the "s-1" of "m s-1", the "m²" of "kg·m²", the "m" of "kg m/s²" and of "kg m s-2".

    An element tells what is weighed ("kg N ha-1").

    Without a dot before it, a symbol that is not divided by belongs to a product only where a division follows.
    """
    dot = tokens.words[i] in ("·", "⋅", "*", ".")
    element = not dot and tokens.words[i] in _ELEMENTS and not tokens.glued(i)
    factor = symbol_at(tokens, i + 1 if element else i + dot)
    if element and (factor is None or not factor[0].startswith("per ")):
        return None
    if factor is None or factor[0].startswith("per "):
        return factor
    if dot and tokens.words[i] != "." and tokens.glued(i) and tokens.glued(i + 1):
        return factor
    divided = tokens.words[factor[1]] == "/" and tokens.glued(factor[1]) and tokens.glued(i) is dot
    if divided and tokens.words[i].islower():
        return factor
    return factor if not dot and (lowered := symbol_at(tokens, factor[1])) and lowered[0].startswith("per ") else None


def symbol_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The symbol at token i with its exponent, and the token after it."""
    if tokens.kinds[i] != "word":
        return None
    forms = forms_of("units")
    found = forms.exact.get((tokens.words[i],)) or forms.any_case.get((tokens.low[i],))
    return _raised(tokens, found, i + 1) if found else None
