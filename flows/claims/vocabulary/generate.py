"""Writes currencies.tsv and units.tsv from Babel's and Pint's tables.

Run by hand when either changes; neither package is needed at run time:

    pip install babel pint && python flows/claims/vocabulary/generate.py
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent

# What Babel does not say: which currency a bare noun means, the prefixed dollars of the press, colloquial names.
CURRENCY_FORMS = {
    "USD": "US$|U.S.$|USD$|US $|U.S. $|U.S $|dollar|dollars|buck|bucks|greenbacks",
    "HKD": "HK$|HK $|H.K.$|Hong Kong dollar|Hong Kong dollars|HK dollar|HK dollars",
    "TWD": "NT$|NTD|Taiwan dollar|Taiwan dollars|Taiwanese dollar|Taiwanese dollars",
    "AUD": "A$|AU$|AUD$|Aussie dollar|Aussie dollars",
    "CAD": "C$|CA$|CAD$|C $",
    "NZD": "NZ$|NZD$|kiwi dollars",
    "SGD": "S$|SG$|SGD$|Singapore dollar|Singapore dollars",
    "BRL": "R$|reais",
    "MXN": "MX$|MXN$|Mexican peso|Mexican pesos|peso|pesos",
    "CNY": "RMB|CN¥|renminbi|yuan|kuai|Chinese yuan",
    "JPY": "¥|JP¥|yen",
    "EUR": "€|euro|euros|eurozone euros",
    "GBP": "£|pounds|sterling|pound sterling|pounds sterling|British pound|British pounds|quid|UK£|GB£",
    "INR": "₹|Rs|Rs.|rupee|rupees|re.",
    "KRW": "₩|Korean won|South Korean won",
    "ILS": "₪|shekel|shekels|NIS",
    "TRY": "₺|lira|liras|Turkish lira",
    "RUB": "₽|ruble|rubles|rouble|roubles|Russian rouble|Russian roubles",
    "VND": "₫",
    "PHP": "₱|Philippine peso|Philippine pesos",
    "NGN": "₦|naira",
    "UAH": "₴|hryvnia|hryvnias",
    "KZT": "₸|tenge",
    "GHS": "₵|cedi|cedis",
    "THB": "฿|baht",
    "CRC": "₡",
    "MNT": "₮|tugrik|tugriks",
    "BTC": "₿|bitcoin|bitcoins",
    "CHF": "Fr.|SFr|SFr.|franc|francs|Swiss franc|Swiss francs",
    "MYR": "RM|ringgit|ringgits|Malaysian ringgit|Malaysia ringgit|Malaysian ringgits",
    "ZAR": "rand",
    "SEK": "Swedish kronor|Swedish krona|kronor",
    "NOK": "Norwegian kroner|Norwegian krone",
    "DKK": "Danish kroner|Danish krone|kroner",
    "EGP": "LE|L.E.|Egyptian pound|Egyptian pounds",
    "IDR": "Rp|rupiah",
    "SAR": "Saudi riyal|Saudi riyals",
    "AED": "UAE dirham|UAE dirhams|Dh|Dhs",
    "PLN": "zloty|zlotys|zł",
    "CZK": "koruna|korunas|Czech crowns",
    "HUF": "forint|forints",
    "KWD": "Kuwaiti dinar|Kuwaiti dinars",
    "ESP": "peseta|pesetas",
    "DEM": "deutschmark|deutschmarks|Deutsche marks|D-marks",
    "ITL": "Italian lire",
    "FIM": "Finnish markka|markka",
    "NLG": "guilder|guilders",
    "cent": "cent|cents|¢|US cents|US cent",
    "penny": "penny|pence|pennies|p",
    "sen": "sen|sens",
    "paisa": "paisa|paise",
    "kopeck": "kopeck|kopecks|kopiyka|kopiykas",
}
# Codes that are also written in lower case.
LOWER_CASE_CODES = "USD EUR GBP HKD RMB CNY JPY AUD CAD INR CHF SGD NZD".split()
# Names that are English words first; they need their country ("Brazilian real").
NOT_ALONE = {"real", "won", "rand", "mark", "som", "all", "top", "cup", "try", "mop", "bam", "lev", "pen", "gel", "mad"}

# Pint names worth reading in articles and papers; SI prefixes are added to the second group.
PLAIN_UNITS = """
inch foot yard mile nautical_mile furlong fathom acre hectare pound ounce stone carat grain
gallon quart pint cup tablespoon teaspoon fluid_ounce bushel barrel
minute hour day week fortnight month year decade century millennium
degree arcminute arcsecond radian turn revolution degree_Celsius degree_Fahrenheit
knot horsepower british_thermal_unit psi atmosphere torr standard_atmosphere
astronomical_unit light_year angstrom dalton mph kph decibel
short_ton long_ton
""".split()
PREFIXED_UNITS = """
meter gram second liter watt watt_hour joule newton pascal volt ampere ohm hertz byte bit mole kelvin tesla farad
henry coulomb calorie electron_volt becquerel sievert gray lumen lux candela siemens weber katal parsec tonne bar
molar
""".split()
PREFIXES = {"": "", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "hecto": "h", "kilo": "k",
            "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E", "pico": "p", "femto": "f", "atto": "a"}  # fmt: skip
# Prefixes that nobody writes with the unit; a symbol made of them would be another word ("dag", "hs").
LONG_ONLY = {"centi": {"meter", "liter", "gram"}, "deci": {"meter", "liter"}, "hecto": {"liter", "pascal", "meter"},
             "exa": {"byte", "joule", "watt_hour"}, "atto": {"meter", "second", "joule"}}  # fmt: skip
ONLY_WITH = {"tonne": {"", "kilo", "mega", "giga"}, "bar": {"", "milli", "kilo"}, "calorie": {"", "kilo"},
             "parsec": {"", "kilo", "mega", "giga"}, "candela": {""}, "lux": {""}, "gray": {"", "milli", "micro", "centi"}}  # fmt: skip
SPELLING = {"british_thermal_unit": "British thermal unit", "meter": "metre", "liter": "litre", "degree_Celsius": "degree Celsius", "metric_ton": "tonne",
            "degree_Fahrenheit": "degree Fahrenheit", "electron_volt": "electronvolt", "mph": "mile per hour",
            "kph": "kilometre per hour", "molar": "mole per litre"}  # fmt: skip
# Symbols and spellings that Pint lacks and newspapers and papers use; a trailing "*" marks a case-sensitive symbol.
UNIT_FORMS = {
    "metre": "meter|meters|metre|metres|m*",
    "gram": "gm|gms|gs*|g*|gramme|grammes",
    "kilogram": "kg|kgs|kilo|kilos|k.g.|k.gs",
    "kilometre": "kms|km|klick|klicks",
    "centimetre": "cms",
    "litre": "l*|L*|litre|litres|liter|liters",
    "millilitre": "mls|ml|mL*|cc|cubic centimetre|cubic centimetres",
    "tonne": "t*|tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes|mt",
    "ton": "ton|tons|short ton|short tons",
    "pound": "lb|lbs|pound|pounds",
    "ounce": "oz|ounce|ounces",
    "foot": "ft|foot|feet",
    "inch": "in|inch|inches|\"|''",
    "yard": "yd|yds|yard|yards",
    "mile": "mi|mile|miles",
    "square kilometre": "sq km|sq. km|square km|sq kms|square kilometer|square kilometers|square kilometre|square kilometres",
    "square metre": "sq m|sq. m|sqm|square meter|square meters|square metre|square metres",
    "square foot": "sq ft|sq. ft|sq. ft.|sqft|square foot|square feet",
    "square mile": "sq mi|square mile|square miles",
    "square inch": "sq in|square inch|square inches",
    "cubic metre": "cubic meter|cubic meters|cubic metre|cubic metres|cu m",
    "cubic kilometre": "cubic kilometer|cubic kilometers|cubic kilometre|cubic kilometres",
    "cubic foot": "cubic foot|cubic feet|cu ft",
    "hectare": "ha|hectare|hectares",
    "barrel": "barrel|barrels|bbl|bbls",
    "second": "s*|sec|secs|second|seconds",
    "minute": "min|mins|minute|minutes",
    "hour": "h*|hr|hrs|hour|hours",
    "day": "d*|day|days",
    "week": "wk|wks|week|weeks",
    "month": "mo|mos|month|months",
    "quarter": "quarter|quarters",
    "year": "yr|yrs|year|years",
    "million year": "Myr*|Ma*",
    "billion year": "Gyr*|Ga*|gigaannum",
    "degree Celsius": "°C*|℃*|C*|° celsius|° c|celsius|celcius|centigrade|degrees celsius|degree celsius|degrees centigrade|degrees C|deg C|deg celsius|° celsius|°c",
    "degree Fahrenheit": "°F*|℉*|F*|° fahrenheit|° f|fahrenheit|degrees fahrenheit|degree fahrenheit|degrees F|deg F|°f",
    "degree": "°|deg|deg.|degree|degrees",
    "kelvin": "K*|kelvin|kelvins",
    "mile per hour": "mph|m.p.h.",
    "kilometre per hour": "kph|kmh|km/h|kmph",
    "metre per second": "mps",
    "megabit per second": "Mbps*",
    "gigabit per second": "Gbps*",
    "kilobit per second": "kbps",
    "bit": "bit|bits|b*",
    "byte": "byte|bytes|B*",
    "kilobyte": "KB*|kB*",
    "megabyte": "MB*|megs",
    "gigabyte": "GB*|gigs",
    "terabyte": "TB*",
    "kibibyte": "kibibyte|kibibytes|KiB*",
    "mebibyte": "mebibyte|mebibytes|MiB*",
    "gibibyte": "gibibyte|gibibytes|GiB*",
    "calorie": "cal|calorie|calories",
    "kilocalorie": "kcal|kcals|kilocalorie|kilocalories",
    "British thermal unit": "btu|btus|british thermal unit|british thermal units",
    "watt": "W*|watt|watts",
    "kilowatt": "kW*|KW*",
    "watt hour": "Wh*|watt-hour|watt-hours|watt hours",
    "kilowatt hour": "kWh*|KWh*|kwh|kilowatt-hour|kilowatt-hours|kilowatt hour|kilowatt hours",
    "megawatt hour": "MWh*|megawatt-hour|megawatt-hours",
    "gigawatt hour": "GWh*|gigawatt-hour|gigawatt-hours",
    "terawatt hour": "TWh*|terawatt-hour|terawatt-hours",
    "joule": "J*|joule|joules",
    "joule second": "Js*",
    "volt": "V*|volt|volts",
    "ampere": "A*|amp|amps|ampere|amperes",
    "newton": "N*|newton|newtons",
    "tesla": "T*",
    "hertz": "hz|hertz",
    "micrometre": "µm*|μm*|um*|micron|microns",
    "microgram": "µg*|μg*|ug*|mcg",
    "microlitre": "µl*|μl*|µL*|μL*",
    "micromolar": "µM*|μM*|uM*",
    "millimolar": "mM*",
    "nanomolar": "nM*",
    "picomolar": "pM*",
    "molar": "M*",
    "micromole": "µmol*|μmol*",
    "microsecond": "µs*|μs*|us*",
    "ohm": "Ω*|ohm|ohms",
    "kilodalton": "kDa*",
    "dalton": "Da*",
    "barn": "barn|barns",
    "femtobarn": "fb*",
    "picobarn": "pb*",
    "kilobit": "kb*|Kb*",
    "megabit": "Mb*",
    "gigabit": "Gb*",
    "kilobase": "kbp*",
    "carat": "carat|carats",
    "nautical mile": "nautical mile|nautical miles|nmi",
    "light year": "light year|light years|light-year|light-years|ly",
    "parts per million": "ppm|parts per million",
    "parts per billion": "ppb|parts per billion",
    "tablespoon": "tbsp|tbsps|tablespoon|tablespoons",
    "teaspoon": "tsp|tsps|teaspoon|teaspoons",
    "gallon": "gal|gallon|gallons",
    "quart": "qt|quart|quarts",
    "pint": "pint|pints",
    "horsepower": "hp|horsepower|bhp",
    "knot": "knot|knots|kt*|kts",
    "decibel": "dB*|decibel|decibels",
    "gravity": "xg*|×g*",
    "unit": "U*",
    "ton per day": "tpd",
    "revolution per minute": "rpm",
    "beat per minute": "bpm",
    "frame per second": "fps",
    "pixel": "px|pixel|pixels",
    "megapixel": "MP*|megapixel|megapixels",
    "carbon dioxide equivalent tonne": "tCO2e*|tonnes of CO2 equivalent",
}
DURATIONS = {"second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century",
             "millennium", "millisecond", "microsecond", "nanosecond", "picosecond", "million year", "billion year"}  # fmt: skip


def plural(noun: str) -> str:
    """The regular English plural of a unit's name."""
    irregular = {"foot": "feet", "inch": "inches", "century": "centuries", "lux": "lux", "hertz": "hertz",
                 "siemens": "siemens", "henry": "henries", "horsepower": "horsepower", "millennium": "millennia"}  # fmt: skip
    stem, _, last = noun.rpartition(" ")
    return f"{stem} {irregular.get(last, last + 's')}".strip()


def currency_rows() -> Iterator[tuple[str, str, str]]:
    """(currency, form, case) for every name and symbol."""
    from babel import Locale
    from babel.numbers import get_currency_name, get_currency_symbol

    for code in sorted(Locale("en").currencies):
        name = get_currency_name(code, locale="en")
        if code.startswith("X") and code not in {"XAF", "XOF", "XCD", "XPF"}:
            continue
        yield code, code, "exact"
        if code in LOWER_CASE_CODES:
            yield code, code.lower(), "any"
        if "(" in name:
            continue
        for count in (1, 2):
            yield code, get_currency_name(code, count, "en").lower(), "any"
        symbol = get_currency_symbol(code, "en")
        if not symbol.isascii() or "$" in symbol:
            yield code, symbol.replace("\u202f", " "), "exact"
    for code, forms in CURRENCY_FORMS.items():
        for form in forms.split("|"):
            exact = (
                not form.isascii()
                or "$" in form
                or (form.isupper() and len(form) < 4)
                or form.endswith(".")
                or len(form) == 1
            )
            yield code, form if exact else form.lower(), "exact" if exact else "any"


def unit_rows() -> Iterator[tuple[str, str, str]]:
    """(unit, form, case) for every name and symbol."""
    import pint

    defined = pint.UnitRegistry()._units
    for unit in PLAIN_UNITS:
        name = SPELLING.get(unit, unit.replace("_", " "))
        for form in (unit.replace("_", " ").lower(), plural(unit.replace("_", " ").lower())):
            yield name, form, "any"
        yield from ((name, alias.replace("_", " ").lower(), "any") for alias in defined[unit].aliases if len(alias) > 3)
    for unit in PREFIXED_UNITS:
        symbol = defined[unit].defined_symbol or ""
        for prefix, sign in PREFIXES.items():
            if unit not in LONG_ONLY.get(prefix, {unit}) or prefix not in ONLY_WITH.get(unit, {prefix}):
                continue
            noun = prefix + SPELLING.get(unit, unit).replace("_", " ")
            for form in {prefix + unit.replace("_", " "), noun}:
                yield noun, form, "any"
                yield noun, plural(form), "any"
            if symbol and (prefix or len(symbol) > 1):
                yield noun, sign + symbol, "exact"
                if sign == "µ":
                    yield noun, "μ" + symbol, "exact"
    for unit, forms in UNIT_FORMS.items():
        for form in forms.split("|"):
            yield (
                unit,
                form.rstrip("*") if form.endswith("*") else form.lower(),
                "exact" if form.endswith("*") else "any",
            )


def write(name: str, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    """One sorted tab-separated file; a form that is written down later wins over an earlier one."""
    last = {(form, case): unit for unit, form, case in rows}
    lines = sorted(f"{unit}\t{form}\t{case}" for (form, case), unit in last.items())
    (HERE / name).write_text("\n".join([*(f"# {line}" for line in header.splitlines()), *lines, ""]), encoding="utf-8")


def main() -> None:
    note = "Written by generate.py; edit that. Columns: unit, form, case (exact: as written; any: in lower case)."
    write("currencies.tsv", f"Currencies: names and symbols of Babel (CLDR), and usage of the press.\n{note}",
          (row for row in currency_rows() if row[1] not in NOT_ALONE))  # fmt: skip
    write("units.tsv", f"Units of measurement: names and symbols of Pint, and usage of the press and of papers.\n{note}",
          unit_rows())  # fmt: skip


if __name__ == "__main__":
    main()
