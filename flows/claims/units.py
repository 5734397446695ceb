"""Units of measurement and currencies: what stands before and after a number, and which unit it is.

The vocabulary is generated from Babel and Pint (`vocabulary/generate.py`). Names are matched in lower case, symbols as
they are written; one-letter symbols count only where nothing else can be meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from flows.claims.tokens import Tokens, tokenise
from flows.claims.vocabulary.number_words import CARDINALS, PLURAL_SCALES, SCALES
from schemas.rows import UnitKind

MINOR_CURRENCIES = frozenset({"cent", "penny", "sen", "paisa", "kopeck"})
DURATIONS = frozenset(
    "second minute hour day week fortnight month quarter year decade century millennium millisecond microsecond nanosecond "
    "picosecond".split()
) | {"million year", "billion year"}

_NUMBER_WORDS = CARDINALS.keys() | SCALES.keys() | PLURAL_SCALES.keys()

_PERCENT = {
    ("%",): ("percent", "percent"),
    ("percent",): ("percent", "percent"),
    ("percents",): ("percent", "percent"),
    ("percentage",): ("percent", "percent"),
    ("pct",): ("percent", "percent"),
    ("per", "cent"): ("percent", "percent"),
    ("percentage", "point"): ("percentage_point", "percentage point"),
    ("percentage", "points"): ("percentage_point", "percentage point"),
    ("percent", "points"): ("percentage_point", "percentage point"),
    ("per", "cent", "points"): ("percentage_point", "percentage point"),
    ("%", "points"): ("percentage_point", "percentage point"),
    ("%", "-", "points"): ("percentage_point", "percentage point"),
    ("pp",): ("percentage_point", "percentage point"),
    ("ppt",): ("percentage_point", "percentage point"),
    ("ppts",): ("percentage_point", "percentage point"),
    ("basis", "point"): ("percentage_point", "basis point"),
    ("basis", "points"): ("percentage_point", "basis point"),
    ("bps",): ("percentage_point", "basis point"),
    ("bp",): ("percentage_point", "basis point"),
    ("‰",): ("ratio", "per mille"),
}  # fmt: skip

# A symbol of one or two letters that is also a word or a scale sign: read only right after a digit.
_GLUED_ONLY = frozenset({"b", "B", "d", "a", "A", "T", "N", "D", "E", "P"})
_NEVER_ALONE = frozenset({"in", "a", "at", "are", "as", "bar", "rad", "turn", "turns", "mo", "all"})
_AFTER_PER = frozenset(
    "year annum month week day hour minute second quarter person capita head share unit barrel tonne ton kilogram kg litre "
    "liter gallon mile kilometre kilometer km household employee passenger patient student worker vehicle ounce pound "
    "square cubic acre hectare room night game match flight child family user customer visit dose tablet security dozen "
    "million thousand hundred billion page pupil resident inhabitant capital order item ticket trip ride kwh mwh bushel "
    "metre meter foot inch gram bottle pack piece copy seat team player".split()
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that stands at tokens [start, end)."""

    name: str | None
    kind: UnitKind
    start: int
    end: int


@dataclass(frozen=True)
class _Lexicon:
    """Forms by their tokens: `exact` as written, `any_case` in lower case; `longest` by first token."""

    exact: dict[tuple[str, ...], str]
    any_case: dict[tuple[str, ...], str]
    longest: dict[str, int]

    def at(self, tokens: Tokens, i: int) -> tuple[str, int] | None:
        """The unit of the longest form that starts at token i, and the token after it."""
        for n in range(min(self.longest.get(tokens.low[i], 0), len(tokens) - i), 0, -1):
            name = self.exact.get(tuple(tokens.words[i : i + n])) or self.any_case.get(tuple(tokens.low[i : i + n]))
            if name:
                return name, i + n
        return None


@cache
def lexicon(name: str) -> _Lexicon:
    """The forms of one vocabulary file, "currencies" or "units"."""
    exact: dict[tuple[str, ...], str] = {}
    any_case: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    for line in files("flows.claims.vocabulary").joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        unit, form, case = line.split("\t")
        tokens = tokenise(form)
        words = tuple(tokens.words[: len(tokens)])
        (exact if case == "exact" else any_case)[words] = unit
        longest[words[0].lower()] = max(longest.get(words[0].lower(), 0), len(words))
    return _Lexicon(exact, any_case, longest)


def currency_before(tokens: Tokens, i: int) -> Unit | None:
    """The currency whose sign or name ends right before token i: "HK$", "US $", "EUR", "Rs."."""
    forms = lexicon("currencies")
    for n in (4, 3, 2, 1):
        if i - n < 0:
            continue
        words = tuple(tokens.words[i - n : i])
        code = forms.exact.get(words) or (
            forms.exact.get(tuple(word.upper() for word in words))
            if words[-1] in ("$", "¥", "£") and words[0] not in ("a", "s")
            else None
        )
        if code is None and n <= 2:
            code = forms.any_case.get(tuple(tokens.low[i - n : i])) if words[0].isalpha() else None
        if code and _is_money_sign(tokens, i - n, i, code):
            return Unit(code, "currency", i - n, i)
    return None


def _is_money_sign(tokens: Tokens, start: int, end: int, code: str) -> bool:
    """A plural name before a number belongs to the number before it ("two dollars 50 people")."""
    word = tokens.words[end - 1]
    if not word.isalpha():
        return True
    after_number = tokens.kinds[start - 1] == "numeral" or tokens.low[start - 1] in _NUMBER_WORDS
    if after_number and not (tokens.glued(end) and not tokens.glued(start)):
        return False
    if word.islower():
        return not word.endswith("s") and code not in MINOR_CURRENCIES
    return not tokens.glued(start)


def unit_after(tokens: Tokens, i: int, *, money: Unit | None = None) -> Unit | None:
    """The unit that stands at token i, right after a number: percent, currency, measure; with its per-units."""
    j = i + 1 if tokens.words[i] == "-" and tokens.kinds[i + 1] == "word" else i
    base = (
        money
        or _percent(tokens, j)
        or _currency(tokens, j)
        or _measure(tokens, j)
        or _multiple(tokens, j)
        or _long(tokens, j)
    )
    if base is None:
        return None
    return _with_per(tokens, Unit(base.name, base.kind, i, i) if money else base, money is not None)


# What follows "times" where it counts occasions and makes no multiple.
_OCCASIONS = frozenset(
    "a an per in since and or each every over on at during before after for between when while but he she it they we i you from to with this "
    "last next daily weekly yearly annually already now then until by so is was are were has have had around across up down out off".split()
)


def _multiple(tokens: Tokens, i: int) -> Unit | None:
    """ "10 times more than", "ten times sales", "3x" make a multiple; "five times a week" and "won it three times" do not."""
    low = tokens.low[i]
    if low == "x" and tokens.glued(i) and tokens.kinds[i + 1] != "numeral":
        return Unit("times", "ratio", i, i + 1)
    if low == "times" and tokens.kinds[i + 1] == "word" and tokens.low[i + 1] not in _OCCASIONS:
        return Unit("times", "ratio", i, i + 1)
    return None


_LENGTHENING = frozenset(
    "straight consecutive more further full additional extra successive whole long working business trading".split()
)


def _long(tokens: Tokens, i: int) -> Unit | None:
    """ "four straight weeks", "three more years"."""
    if tokens.low[i] not in _LENGTHENING:
        return None
    found = lexicon("units").at(tokens, i + 1)
    return Unit(found[0], "duration", i, found[1]) if found and found[0] in DURATIONS else None


def _percent(tokens: Tokens, i: int) -> Unit | None:
    for n in (3, 2, 1):
        words = tuple(tokens.low[i : i + n])
        found = _PERCENT.get(words) if len(words) == n else None
        if found and not (tokens.low[i] in ("pp", "bp", "percentage") and n == 1 and tokens.words[i + 1] == "."):
            kind, name = found
            return Unit(name, kind, i, i + n)  # type: ignore[arg-type]
    return None


def _currency(tokens: Tokens, i: int) -> Unit | None:
    found = lexicon("currencies").at(tokens, i)
    if found is None:
        return None
    name, end = found
    word = tokens.words[i]
    if word == "pounds" and not _is_money_amount(tokens, i):
        return None
    if word in ("pounds", "pound") and tokens.low[end] == "of" and tokens.low[end + 1] not in ("the", "public", "new"):
        return None
    if len(word) <= 2 and word.isalpha() and end == i + 1 and not (word.isupper() or tokens.glued(i)):
        return None
    return Unit(name, "currency", i, end)


def _is_money_amount(tokens: Tokens, i: int) -> bool:
    """ "20 million pounds" are money; "20 pounds" may be a weight and are left to the units."""
    return tokens.low[i - 1] in SCALES


def _measure(tokens: Tokens, i: int) -> Unit | None:
    """A unit of measurement, with an exponent and products: "km2", "cm-3", "m s-1", "square miles"."""
    bracket = tokens.words[i] in "[<{(" and tokens.kinds[i + 1] == "word" if tokens.words[i] else False
    found = lexicon("units").at(tokens, i + 1 if bracket else i)
    if bracket:
        closed = found is not None and tokens.words[found[1]] in ("]", ">", "}")
        return Unit(found[0], _kind(found[0]), i, found[1] + 1) if found and closed else None
    if found is None or not _stands_as_unit(tokens, i, found[1]):
        return None
    name, end = _raised(tokens, found[0], found[1])
    while (more := _factor(tokens, end)) is not None:
        name, end = f"{name} {more[0]}", more[1]
    return Unit(name, _kind(name), i, end)


def _kind(name: str) -> UnitKind:
    return "duration" if name in DURATIONS else "physical"


def _stands_as_unit(tokens: Tokens, i: int, end: int) -> bool:
    """Is the form a unit here, where it could be a word, a name or a scale sign?"""
    word = tokens.words[i]
    if word.lower() == "in":
        return _inches(tokens, i)
    if word in ('"', "'"):
        return _closes_no_quote(tokens, i)
    if end > i + 1 or len(word) > 3:
        return word.lower() not in _NEVER_ALONE or word in ("turns", "bar")
    if word in _NEVER_ALONE or (tokens.glued(end) and tokens.kinds[end] == "word"):
        return False
    if word in ("C", "F", "K") and tokens.glued(i):
        return _is_temperature(tokens, i)
    if word in _GLUED_ONLY:
        return tokens.glued(i) or (tokens.glued(end) and tokens.words[end] in ("/", "·"))
    return True


def _is_temperature(tokens: Tokens, i: int) -> bool:
    """ "-10C" and "573.15K" are temperatures; "13F" is a form, "32K" a number."""
    return "." in tokens.words[i - 1] or tokens.words[i - 2] in ("-", "+", "±", "~")


def _closes_no_quote(tokens: Tokens, i: int) -> bool:
    """Is the mark after a numeral an inch sign, and not the end of a quotation?"""
    start = tokens.starts[i]
    return tokens.glued(i) and tokens.text.count(tokens.words[i], max(0, start - 400), start) % 2 == 0


def _inches(tokens: Tokens, i: int) -> bool:
    """ "2 1/2 in thick" and "2 in." are inches; "2 in my car" is not."""
    after = tokens.low[i + 1]
    return tokens.kinds[i - 1] in ("numeral", "fraction") and (
        after in ("", ".", ",", ")", ";", "thick", "wide", "long", "tall", "high", "deep", "diameter", "x", "by")
        and not (after in (",",) and tokens.glued(i + 2))
    )


_EXPONENTS = {"²": 2, "³": 3, "⁻¹": -1, "⁻²": -2, "⁻³": -3}


def _raised(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """The unit with the exponent that follows it: "km2", "m^3", "s-1", "km squared", "cm−3"."""
    word = tokens.words[end]
    if word in _EXPONENTS and tokens.glued(end):
        return _power(name, _EXPONENTS[word]), end + 1
    if word in ("squared", "cubed"):
        return _power(name, 2 if word == "squared" else 3), end + 1
    j, sign = end, 1
    if word == "^" and tokens.glued(end):
        j += 1
    if tokens.words[j] in ("-", "–") and tokens.glued(j):
        j, sign = j + 1, -1
    if j == end and tokens.low[end - 1] in ("in", "second", "seconds") or not tokens.glued(j):
        return name, end
    if tokens.kinds[j] == "numeral" and tokens.words[j] in ("1", "2", "3") and (tokens.glued(end)):
        return _power(name, sign * int(tokens.words[j])), j + 1
    return name, end


def _power(name: str, exponent: int) -> str:
    words = {2: "square", 3: "cubic"}
    if exponent in words:
        return f"{words[exponent]} {name}"
    return name if exponent == 1 else f"per {name}" if exponent == -1 else f"per {words[-exponent]} {name}"


def _factor(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """One more symbol with a negative exponent: the "s-1" of "m s-1", also after a dot."""
    j = i + 1 if tokens.words[i] in ("·", "⋅", "*", ".") else i
    if tokens.kinds[j] != "word" or len(tokens.words[j]) > 3:
        return None
    found = lexicon("units").exact.get((tokens.words[j],))
    if found is None:
        return None
    name, end = _raised(tokens, found, j + 1)
    return (name, end) if name.startswith("per ") else None


def _with_per(tokens: Tokens, base: Unit, money: bool) -> Unit:
    """The unit with what it is counted per: "USD per barrel", "kilometre per hour", "15 % a year"."""
    name, end = base.name, base.end
    while (more := _per(tokens, end, money or base.kind == "currency", base)) is not None:
        name, end = f"{name} per {more[0]}", more[1]
    return Unit(name, base.kind, base.start, end)


def _per(tokens: Tokens, i: int, money: bool, base: Unit) -> tuple[str, int] | None:
    word, j = tokens.low[i], i + 1
    if word == "-" and tokens.low[i + 1] in ("a", "an", "per") and tokens.words[i + 2] == "-":
        word, j = tokens.low[i + 1], i + 3
    if word not in ("per", "a", "an", "each", "/", "every"):
        return None
    if word == "/" and not (tokens.glued(i) and tokens.glued(j)):
        return None
    unit = _measure(tokens, j) if tokens.kinds[j] == "word" else None
    noun = tokens.low[j]
    if word in ("a", "an") and tokens.low[j + 1] in ("earlier", "ago", "before", "later", "after", "and"):
        return None
    if unit is not None and unit.name and (word in ("per", "/") or noun in _AFTER_PER):
        return (unit.name, unit.end)
    if word in ("per", "each", "every"):
        if tokens.kinds[j] == "numeral" and tokens.kinds[j + 1] == "word":
            return (f"{tokens.words[j]} {noun_of(tokens.low[j + 1])}", j + 2)
        known = noun in _AFTER_PER or word == "per"
        return (noun_of(noun), j + 1) if known and noun.isalpha() else None
    if word == "/" and noun.isalpha() and (money or noun in _AFTER_PER):
        return (noun_of(noun), j + 1)
    return (noun_of(noun), j + 1) if word in ("a", "an") and noun in _AFTER_PER else None


_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "lives": "life",
    "mice": "mouse", "wives": "wife", "halves": "half", "shelves": "shelf", "series": "series", "species": "species",
    "persons": "person", "knives": "knife", "crises": "crisis", "analyses": "analysis", "buses": "bus", "viruses": "virus",
    "businesses": "business", "fishermen": "fisherman", "policemen": "policeman", "lawmen": "lawman", "movies": "movie",
    "cookies": "cookie", "calories": "calorie", "ties": "tie", "news": "news", "bonuses": "bonus", "campuses": "campus",
    "statuses": "status", "gases": "gas", "lenses": "lens", "thieves": "thief", "leaves": "leaf", "wolves": "wolf",
}  # fmt: skip


def noun_of(word: str) -> str:
    """The singular of a lower-case noun, by rule and a short list of exceptions."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
