"""Writes currencies.tsv and units.tsv from Babel's and Pint's tables and from usage.toml.

Run by hand when one of them changes; neither package is needed at run time:

    pip install babel pint && python -m flows.claims.vocabulary.generate
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from flows import vocabularies
from flows.claims.tokens import tokenise
from flows.claims.vocabulary import load

HERE = Path(__file__).parent
USAGE = load("usage")
NOTE = (
    "Written by generate.py from usage.toml; edit that. "
    "Columns: unit, tokens of the form, case (exact: as written; any: in lower case)."
)

Row = tuple[str, str, str]
"""Unit, form, and whether its case matters: "exact" or "any"."""


def words(entry: str) -> tuple[str, ...]:
    """The words of one entry of usage.toml."""
    return vocabularies.words(USAGE[entry])


def plural(noun: str) -> str:
    """The English plural of a unit's name."""
    stem, _, last = noun.rpartition(" ")
    return f"{stem} {USAGE['plurals'].get(last, last + 's')}".strip()


def currency_rows() -> Iterator[Row]:
    """Every name and symbol of a currency; later rows win over earlier ones."""
    from babel import Locale

    for code in sorted(Locale("en").currencies):
        if not code.startswith("X") or code in words("real_x_codes"):
            yield from names_of_currency(code)
    yield from names_by_country()
    for code, forms in USAGE["currency_forms"].items():
        for form in forms:
            written = form.removesuffix("*")
            exact = written != form or is_currency_symbol(form)
            yield code, written if exact else form.lower(), "exact" if exact else "any"


def names_by_country() -> Iterator[Row]:
    """What several countries call their money, with the names and adjectives of each ("Kenyan shillings")."""
    for code, (noun, *countries) in USAGE["currency_countries"].items():
        for country, form in product(countries, USAGE["currency_nouns"][noun].split()):
            yield code, f"{country} {form}".lower(), "any"


def names_of_currency(code: str) -> Iterator[Row]:
    """The code of a currency, its names in both numbers, and its symbol; obsolete ones have at most their code."""
    from babel.numbers import get_currency_name, get_currency_symbol

    obsolete = "(" in get_currency_name(code, locale="en")
    if obsolete and code not in USAGE["currency_forms"] and code not in USAGE["currency_countries"]:
        return  # letters that a product may be called by ("ECS4010")
    yield code, code, "exact"
    if code in words("lower_case_codes"):
        yield code, code.lower(), "any"
    if obsolete:
        return
    for count in (1, 2):
        yield code, get_currency_name(code, count, "en").lower(), "any"
    symbol = get_currency_symbol(code, "en")
    if not symbol.isascii() or "$" in symbol:
        yield code, symbol.replace("\u202f", " "), "exact"


def is_currency_symbol(form: str) -> bool:
    """Does the case of a form matter, as it is a symbol or an abbreviation?"""
    short = len(form) == 1 or form.endswith(".") or (form.isupper() and len(form) < 4)
    return short or not form.isascii() or "$" in form


def unit_rows() -> Iterator[Row]:
    """Every name and symbol of a unit; later rows win over earlier ones."""
    import pint

    defined = pint.UnitRegistry()._units
    for unit in words("plain_units"):
        yield from names_of_unit(unit, defined[unit].aliases)
    for unit in words("prefixed_units"):
        for prefix, sign in ({"": ""} | USAGE["prefixes"]).items():
            if takes_prefix(unit, prefix):
                yield from prefixed(unit, prefix, sign, defined[unit].defined_symbol or "")
                yield from prefixed(unit, prefix, sign, USAGE["more_symbols"].get(unit, ""))
    yield from raised_rows()
    for unit, forms in USAGE["unit_forms"].items():
        for form in forms:
            yield (unit, form[:-1], "exact") if form.endswith("*") else (unit, form.lower(), "any")


def raised_rows() -> Iterator[Row]:
    """The squares and cubes of lengths: "square feet", "sq. km", "cu m"."""
    for (power, signs), (unit, forms) in product(USAGE["powers"].items(), USAGE["raised_units"].items()):
        for sign, form in product(signs.split(), forms.split()):
            yield f"{power} {unit}", f"{sign} {form}", "any"


def names_of_unit(unit: str, aliases: Iterable[Any]) -> Iterator[Row]:
    """The names of a unit without prefixes."""
    name, form = USAGE["spelling"].get(unit, unit.replace("_", " ")), unit.replace("_", " ").lower()
    yield name, form, "any"
    yield name, plural(form), "any"
    yield from ((name, alias.replace("_", " ").lower(), "any") for alias in aliases if len(alias) > 3)


def takes_prefix(unit: str, prefix: str) -> bool:
    """Does anybody write the unit with this prefix?"""
    if prefix in USAGE["only_with_units"] and unit not in USAGE["only_with_units"][prefix].split():
        return False
    return not prefix or unit not in USAGE["only_with_prefixes"] or prefix in USAGE["only_with_prefixes"][unit].split()


def prefixed(unit: str, prefix: str, sign: str, symbol: str) -> Iterator[Row]:
    """The names and symbols of a unit with one prefix, in both spellings; "µ" is written with either character."""
    noun = prefix + USAGE["spelling"].get(unit, unit).replace("_", " ")
    for form in {prefix + unit.replace("_", " "), noun}:
        yield noun, form, "any"
        yield noun, plural(form), "any"
    if symbol and (prefix or len(symbol) > 1):
        yield from ((noun, written + symbol, "exact") for written in (("µ", "μ") if sign == "µ" else (sign,)))


def hyphenated(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, and names of several words with hyphens between them too ("a 5-square-kilometre site")."""
    for unit, form, case in rows:
        yield unit, form, case
        if case == "any" and " " in form and " per " not in form and form.replace(" ", "").isalpha():
            yield unit, form.replace(" ", "-"), case


def write(name: str, header: str, rows: Iterable[Row]) -> None:
    """One sorted tab-separated file; of rows with one form the last is written."""
    last = {(tokens_of(form), case): unit for unit, form, case in rows}
    lines = sorted(f"{unit}\t{form}\t{case}" for (form, case), unit in last.items())
    HERE.joinpath(name).write_text("\n".join([f"# {header}", f"# {NOTE}", *lines, ""]), encoding="utf-8")


def tokens_of(form: str) -> str:
    """The tokens of a form, parted by spaces: nothing needs to be cut where the file is read."""
    tokens = tokenise(form)
    return " ".join(tokens.words[: len(tokens)])


def main() -> None:
    currencies = (row for row in currency_rows() if row[1] not in words("not_alone"))
    write("currencies.tsv", "Currencies: names and symbols of Babel (CLDR), and usage of the press.", currencies)
    units = "Units of measurement: names and symbols of Pint, and usage of the press and of papers."
    write("units.tsv", units, hyphenated(unit_rows()))


if __name__ == "__main__":
    main()
