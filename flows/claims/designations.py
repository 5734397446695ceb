"""Numerals that state no amount: parts of names ("GPT-4", "5G", "Boeing 737"), references ("figure 3"), idioms, ranks."""

from __future__ import annotations

from dataclasses import dataclass

from flows.claims.dates import MONTHS, WEEKDAYS
from flows.claims.numbers import is_plural, read_number, read_ordinal
from flows.claims.tokens import NUMERIC, Tokens
from flows.claims.units import lexicon, unit_after
from flows.claims.vocabulary.number_words import CARDINALS, ORDINALS, SCALES
from schemas.rows import Role, Value

REFERENCE_WORDS = frozenset(
    "figure figures fig figs table tables section sections sec chapter chapters page pages p pp paragraph paragraphs para "
    "article articles clause appendix box exhibit footnote note annex schedule equation eq step no nos number nr nrs "
    "exercise exercises room flat gate line route flight case question item volume vol issue verse lot exit platform "
    "highway interstate junction regulation resolution directive ref tel phone fax call scene rq example ex supplementary".split()
)
NAMING_WORDS = frozenset(
    "type phase stage tier grade level category version class model series mark generation group day chromosome channel "
    "formula area windows apollo".split()
)
_NUMBER_SIGNS = frozenset({"no", "nos", "nr", "nrs", "p", "pp", "fig", "figs", "sec", "eq", "vol", "ref", "ex", "tel"})
_NOT_NAMES = frozenset(
    "the a an in on at by from to of for with about some over under nearly almost around and or but if as than that this these "
    "those its their his her our my your it he she they we you is was are were be been has have had will would can could may "
    "might must not no only just all more most less least at up down between within since until after before during while when "
    "where which who whom whose what how why there here then also another every each both first last next chinese japanese "
    "british american french german european asian african indian russian korean australian canadian israeli palestinian "
    "ukrainian hong us uk eu un approximately roughly exactly precisely circa out off per".split()
)
_PREFIXES = frozenset("mid pre post sub top under over non nearly about inter multi early late plus minus".split())
_AFTER_NAME = frozenset(
    "is was are were has have had in on at by for to of and or the with from as that which who will would can could may might "
    "also but than before after during while when under over into against through said says aims seeks offers uses".split()
)
_SUPERLATIVES = frozenset("most least best worst last highest lowest".split())
_RANKED = frozenset("place position spot rank seed".split())
_BEFORE_RANK = frozenset(
    "ranked ranks ranking rank finished finish finishing came placed places placing in into".split()
)
_SPANNING = {
    ("24", "/", "7"),
    ("50", "-", "50"),
    ("50", "/", "50"),
    ("9", "-", "5"),
    ("fifty", "-", "fifty"),
    ("nine", "-", "to", "-", "five"),
}
_IDIOMS = {
    ("no", "one"), ("one", "another"), ("one", "-", "off"), ("one", "-", "offs"), ("net", "zero"), ("net", "-", "zero"), ("zero", "-", "sum"),
    ("ground", "zero"), ("number", "one"), ("double", "-", "digit"), ("triple", "-", "digit"), ("single", "-", "digit"), ("one", "by", "one"),
    ("one", "-", "on", "-", "one"), ("one", "-", "to", "-", "one"), ("one", "-", "sided"), ("one", "-", "time"), ("one", "-", "stop"), ("one", "-", "way"),
    ("two", "-", "way"), ("two", "-", "thirds", "majority"), ("half", "-", "hearted"), ("half", "-", "way"), ("second", "-", "hand"), ("third", "-", "party"),
    ("first", "-", "hand"), ("half", "-", "baked"), ("zero", "-", "day"), ("zero", "-", "tolerance"), ("zero", "tolerance"), ("one", "day"), ("one", "thing"),
    ("one", "way"), ("half", "-", "time"), ("one", "-", "size"), ("second", "thoughts"), ("second", "thought"), ("half", "the", "battle"), ("million", "-", "dollar", "question"),
}  # fmt: skip
_COUNTED_ONES = frozenset(
    "person man woman child girl boy patient death case vote seat goal point death fatality injury soldier officer student worker "
    "passenger driver time".split()
)


@dataclass(frozen=True, slots=True)
class Designation:
    """A numeral at tokens [start, end) that plays a role other than value or period."""

    start: int
    end: int
    role: Role
    rule: str
    value: Value = Value()


def read_designation(tokens: Tokens, i: int) -> Designation | None:
    """What the numeral or number word at token i is, if it states no amount."""
    return _address(tokens, i) or _reference(tokens, i) or _idiom(tokens, i) or _name(tokens, i)


def _address(tokens: Tokens, i: int) -> Designation | None:
    if tokens.kinds[i] in ("address", "link"):
        return Designation(i, i + 1, "reference", "reference.address")
    if tokens.kinds[i] == "version":
        return Designation(i, i + 1, "name_part", "name.version")
    if tokens.kinds[i] != "numeral":
        return None
    end = _digit_groups(tokens, i)
    return Designation(i, end, "reference", "reference.number") if end > i else None


def _digit_groups(tokens: Tokens, i: int) -> int:
    """The end of a phone, account or serial number: three or more groups of digits, or letters before five digits."""
    j, groups = i, 1
    while (
        tokens.words[j + 1] in ("-", "/")
        and tokens.glued(j + 1)
        and tokens.glued(j + 2)
        and tokens.kinds[j + 2] in NUMERIC
    ):
        j, groups = j + 2, groups + 1
    digits = tokens.words[i]
    if groups >= 3 or (groups == 2 and len(digits) >= 3 and digits.startswith("0") and digits.isdecimal()):
        return j + 1
    if (
        len(digits) == 4
        and tokens.kinds[i + 1] == "numeral"
        and len(tokens.words[i + 1]) == 4
        and tokens.low[i - 1] in ("call", "phone", "tel", ":", "on", "hotline", "number")
    ):
        return i + 2
    state = tokens.words[i - 1]
    zip_code = (
        len(digits) == 5 and digits.isdecimal() and len(state) == 2 and state.isupper() and tokens.words[i - 2] == ","
    )
    return i + 1 if zip_code else i


def _reference(tokens: Tokens, i: int) -> Designation | None:
    """ "figure 3", "No. 5", "pp. 12-14", "[49]", "(3)"."""
    before = tokens.words[i - 1]
    if before == "[" and tokens.kinds[i] == "numeral":
        j = i
        while tokens.kinds[j + 2] == "numeral" and tokens.words[j + 1] in (",", "-", "–"):
            j += 2
        return Designation(i, j + 1, "reference", "reference.citation") if tokens.words[j + 1] == "]" else None
    if before == "(" and tokens.words[i + 1] == ")" and tokens.words[i].isdecimal() and len(tokens.words[i]) <= 2:
        return Designation(i, i + 1, "list_marker", "list_marker.inline")
    lead = i - 2 if before == "." and tokens.low[i - 2] in _NUMBER_SIGNS else i - 1
    word = tokens.low[lead]
    if before == "#" or (
        word in REFERENCE_WORDS
        and tokens.kinds[i] in ("numeral", "version")
        and (_plain(tokens, i) or tokens.words[lead].istitle())
    ):
        if (
            word in ("no", "number")
            and lead == i - 1
            and (word != "number" or tokens.low[lead - 1] in ("the", "a", "of"))
        ):
            return None
        if word in ("case", "call", "line", "p", "article", "note", "issue", "item", "question", "step") and unit_after(
            tokens, i + 1
        ):
            return None
        j = i + 1
        while (
            tokens.words[j] in ("-", "–", ",", "and", "to")
            and tokens.kinds[j + 1] == "numeral"
            and not unit_after(tokens, j + 2)
        ):
            if tokens.words[j] in (",", "and", "to") and not word.endswith("s") and word not in ("pp", "no"):
                break
            j += 2
        return Designation(i, j, "reference", "reference.part")
    if (
        word in NAMING_WORDS
        and tokens.kinds[i] == "numeral"
        and len(tokens.words[i]) <= 3
        and "," not in tokens.words[i]
        and tokens.words[i + 1] != "%"
    ):
        return Designation(i, i + 1, "name_part", "name.numbered")
    return None


def _plain(tokens: Tokens, i: int) -> bool:
    """Is the numeral a bare number, with no unit and nothing counted after it?"""
    if "," in tokens.words[i] or tokens.words[i + 1] in ("%", "°"):
        return False
    counted = (
        tokens.kinds[i + 1] == "word"
        and tokens.words[i + 1].islower()
        and is_plural(tokens.low[i + 1])
        and tokens.low[i + 1] not in _AFTER_NAME
    )
    return not counted


def _idiom(tokens: Tokens, i: int) -> Designation | None:
    for n in (5, 4, 3, 2):
        if tuple(tokens.low[i : i + n]) in _SPANNING:
            return Designation(i, i + n, "idiom", "idiom.phrase")
    low = tokens.low[i]
    if low in CARDINALS or low in ("half", "second", "third", "first", "million", "double", "triple", "single"):
        if (
            any(tuple(tokens.low[i : i + n]) in _IDIOMS for n in (5, 4, 3, 2))
            or (low in CARDINALS and (tokens.low[i - 1], low) in _IDIOMS)
            or (tokens.low[i - 2], "-", low) in _IDIOMS
        ):
            number = low in CARDINALS or low in ORDINALS
            return (
                Designation(i, i + 1, "idiom", "idiom.phrase")
                if number or low in ("half", "million", "double", "triple", "single")
                else None
            )
    if (
        low == "half"
        and tokens.words[i + 1] == "-"
        and tokens.low[i + 2] not in SCALES
        and unit_after(tokens, i + 1) is None
    ):
        return Designation(i, i + 1, "idiom", "idiom.half")
    if low == "once":
        return Designation(i, i + 1, "idiom", "idiom.once")
    if low == "one":
        return _one(tokens, i)
    return None


_PRONOUN_CONTEXT = frozenset(
    "this that which the each every any another everyone someone no such good big only".split()
)


def _one(tokens: Tokens, i: int) -> Designation | None:
    """ "one of the", "on one hand", "which one": "one" counts only with a unit, in a fraction, a range or a list, after a
    comparator, or before a noun for which one is a number worth stating."""
    number = read_number(tokens, i)
    if (number and number.end > i + 1) or tokens.low[i - 1] in ("minus", "equals", "point"):
        return None
    if (
        tokens.low[i - 1] in ("least", "than", "exactly", "only", "over", "nearly", "almost")
        and tokens.kinds[i + 1] == "word"
        and tokens.low[i + 1] not in _AFTER_NAME
    ):
        return None
    after = tokens.low[i + 1]
    if after == "-" and tokens.glued(i + 1) and tokens.glued(i + 2):
        return None
    unit = unit_after(tokens, i + 1)
    if unit is not None and after != "day" and not (unit.kind == "duration" and tokens.low[i - 1] in ("at", "any")):
        return None
    if after in _COUNTED_ONES and tokens.low[i - 1] not in ("at", "of"):
        return None
    joined = after in ("or", "to", "and", "-") and tokens.low[i + 2] in CARDINALS
    if joined or (
        tokens.low[i - 1] in ("to", "or", "and")
        and (tokens.low[i - 2] in CARDINALS or tokens.kinds[i - 2] == "numeral")
    ):
        return None
    if len(tokens) <= 2:
        return None
    return Designation(i, i + 1, "idiom", "idiom.one")


def _name(tokens: Tokens, i: int) -> Designation | None:
    if tokens.kinds[i] == "numeral":
        return _glued_name(tokens, i) or _after_name(tokens, i)
    return _capitalised_number(tokens, i)


def _glued_name(tokens: Tokens, i: int) -> Designation | None:
    """ "GPT-4", "COVID-19", "H5N1", "3D", "5G", "7-Eleven"."""
    start, end = i, i + 1
    if tokens.glued(i) and tokens.kinds[i - 1] == "word" and not _is_sign(tokens, i - 1):
        start = i - 1
    elif tokens.words[i - 1] == "-" and tokens.glued(i) and tokens.glued(i - 1) and tokens.kinds[i - 2] == "word":
        word = tokens.words[i - 2]
        if (
            (word[0].isupper() or any(c.isupper() for c in word))
            and word.lower() not in MONTHS | WEEKDAYS
            and word.lower() not in _PREFIXES
        ):
            start = i - 2
        elif len(word) == 1 and tokens.glued(i - 2) is False and word not in ("a", "s"):
            start = i - 2
    after = tokens.words[i + 1]
    if (
        start == i
        and tokens.glued(i + 1)
        and tokens.kinds[i + 1] == "word"
        and after.isupper()
        and _is_letter_name(tokens, i, after)
    ):
        end = i + 2
    elif (
        start == i
        and after == "-"
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
        and tokens.words[i + 2][:1].isupper()
        and unit_after(tokens, i + 2) is None
        and tokens.kinds[i + 2] == "word"
        and len(tokens.words[i]) <= 2
    ):
        end = i + 3
    if start == i and end == i + 1:
        return None
    while tokens.glued(start) and tokens.kinds[start - 1] in ("word", "numeral") and (start < i):
        start -= 1
    while tokens.glued(end) and (
        tokens.kinds[end] in ("word", "numeral")
        or (tokens.words[end] == "-" and tokens.glued(end + 1) and tokens.kinds[end + 1] in ("numeral",) and start < i)
    ):
        end += 1
    return Designation(start, end, "name_part", "name.glued")


def _is_sign(tokens: Tokens, i: int) -> bool:
    """Is the word a currency code, a month, a quarter or a fiscal year sign that goes with the digits?"""
    low = tokens.low[i]
    money = lexicon("currencies")
    return (
        (tokens.words[i],) in money.exact
        or (low in ("rs", "usd", "eur", "us") or (low,) in money.any_case)
        or low in MONTHS
        or low in ("q", "h", "fy", "cy", "x", "c", "p", "pp", "no")
        and not tokens.glued(i)
    )


def _is_letter_name(tokens: Tokens, i: int, letters: str) -> bool:
    digits = tokens.words[i]
    if tokens.glued(i + 2) and tokens.kinds[i + 2] == "numeral":
        return True
    if not digits.isdecimal() or len(digits) > 3:
        return False
    if letters in ("D", "G") or (letters == "K" and digits in ("2", "4", "8")):
        return int(digits) < 10
    if tokens.words[i - 1] in ("$", "€", "£", "-", "+", "±", "~", "<", ">"):
        return False
    return unit_after(tokens, i + 1) is None and letters not in ("K", "M", "B", "T", "MM", "AM", "PM", "BC", "AD", "BN")


def _after_name(tokens: Tokens, i: int) -> Designation | None:
    """ "Boeing 737", "Windows 11", "AI Strategy 2.0", "Voyager 2"."""
    digits, word = tokens.words[i], tokens.words[i - 1]
    if tokens.kinds[i - 1] != "word" or not digits.replace(".", "").isdecimal() or len(digits) > 4 or tokens.glued(i):
        return None
    if not any(c.isupper() for c in word) or word.lower() in _NOT_NAMES | MONTHS.keys() | WEEKDAYS.keys():
        return None
    if _starts_sentence(tokens, i - 1) and not any(c.isupper() for c in word[1:]):
        return None
    if (
        (word,) in lexicon("currencies").exact
        or unit_after(tokens, i + 1) is not None
        or tokens.words[i + 1] in ("-", "–", "%", "/", "°", "×")
    ):
        return None
    after = tokens.low[i + 1]
    ends = (
        tokens.kinds[i + 1] != "word"
        or after in _AFTER_NAME
        or tokens.words[i + 1][0].isupper()
        or not is_plural(after)
    )
    if (number := read_number(tokens, i)) is None or number.end > i + 1 or not ends:
        return None
    return Designation(i, i + 1, "name_part", "name.after")


def _starts_sentence(tokens: Tokens, i: int) -> bool:
    before = tokens.words[i - 1]
    return i == 0 or before in (".", "!", "?", ":", '"', "|", "•", "–", "—") or (before == "-" and not tokens.glued(i))


def _capitalised_number(tokens: Tokens, i: int) -> Designation | None:
    """ "Six Nations", "First World War", "Big Four", "Twentieth Century Fox"."""
    word = tokens.words[i]
    if (
        not word[0].isupper()
        or word.isupper()
        or tokens.low[i] not in CARDINALS.keys() | ORDINALS.keys() | {"half", "hundred", "million"}
    ):
        return None
    before, after = tokens.words[i - 1], tokens.words[i + 1]
    if before.lower() in NAMING_WORDS and before.istitle():
        return Designation(i, i + 1, "name_part", "name.numbered")
    after_name = before[:1].isupper() and not _starts_sentence(tokens, i - 1) and before.lower() not in _NOT_NAMES
    before_name = (
        after[:1].isupper() and after.isalpha() and not _starts_sentence(tokens, i) and after.lower() not in _NOT_NAMES
    )
    if not (after_name or before_name) or after.lower() in ("hundred", "million", "thousand"):
        return None
    ordinal = read_ordinal(tokens, i)
    return Designation(i, ordinal.end if ordinal else i + 1, "name_part", "name.word")


def read_rank(tokens: Tokens, i: int) -> Designation | None:
    """ "third-largest", "ranked 5th", "21st": an ordinal; sequence words ("the second step") have no value."""
    ordinal = read_ordinal(tokens, i)
    if ordinal is None or (tokens.low[i] == "second" and tokens.low[i - 1] in ("a", "per", "each", "every")):
        return None
    j = ordinal.end + (tokens.words[ordinal.end] == "-")
    after = tokens.low[j]
    rank = (
        after in _SUPERLATIVES
        or (
            after.endswith("est")
            and len(after) > 4
            and after
            not in ("interest", "forest", "harvest", "request", "test", "protest", "guest", "quest", "contest")
        )
        or after in _RANKED
        or (tokens.low[i - 1] in _BEFORE_RANK and tokens.kinds[j] != "word")
        or tokens.low[i - 1] in ("ranked", "ranks", "finished", "placed")
        or tokens.kinds[i] == "numeral"
        or (tokens.low[i - 1] in ("than",) or (tokens.low[i - 1] == "the" and tokens.low[i - 2] == "than"))
    )
    if not rank:
        return Designation(i, ordinal.end, "ordinal", "ordinal.sequence")
    n = float(ordinal.value)
    value = Value(value=n, value_low=n, value_high=n, unit_kind="rank", comparator="eq", value_kind="level")
    return Designation(i, ordinal.end, "ordinal", "ordinal.rank", value)
