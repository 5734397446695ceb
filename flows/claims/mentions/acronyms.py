"""Short forms and what they stand for: "long form (SHORT)", "SHORT (long form)", "long form, or SHORT,".

The letters of the short form are looked for, from last to first, in the words before the bracket, at the least cost:
first letters of words are free, letters within a word and skipped words cost. This widens the method of Schwartz and
Hearst (2003), which takes the first fit from the right. The name of an organisation right before a bracket is what the
short form stands for though its letters are of another language: "the Statistics Institute (INE)".
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

import regex

from flows.claims.mentions.names import Extent, organisation_names
from flows.claims.vocabulary import load, words_of

SMALL_WORDS = words_of("acronyms", "small_words")
"""Words whose first letter a short form may leave out."""

NUMBER_WORDS: dict[str, str] = load("acronyms")["number_words"]
"""Words that a short form writes as a digit ("3D")."""

INNER = 0.3
"""Cost of a letter within a word of which an earlier letter is used as well."""
STRAY = 2.0
"""Cost of a letter within a word of which no earlier letter is used."""
SKIPPED, SMALL = 1.0, 0.1
"""Cost of a word passed over, and of a small one."""
TRAILING = 1.6
"""How much dearer it is to pass over a word at the end, before the bracket."""
PER_LETTER, PER_SMALL_LETTER = 1.1, 0.45
"""The cost allowed for each letter of a short form; less where it looks like a plain word."""

STRICT = 0.5
"""The cost allowed where no bracket shows that a word is a short form."""
LONGEST_NAME = 120
"""Characters before a bracket in which the name of an organisation is looked for."""
NO_INITIALS = words_of("acronyms", "no_initials")

_OPENING = regex.compile(r"(?<![^ (\[])[(\[] ?")
_SHORT = regex.compile(
    r"""['"]?(?<form>(?=[^ ]{0,14}\p{L})[\p{L}\p{N}](?:[\p{L}\p{N}+./&'-]|\([^() ]{1,5}\)){0,11}"""
    r"""(?: (?:[\p{Lu}\p{N}][\p{L}\p{N}-]{0,5}|alpha|beta|gamma))?)['"]?(?= ?[)\],;]| or | and | for its )"""
    r"""|(?<form>\p{Lu}{2,8})(?= ?[=:])"""
)
_INSIDE = regex.compile(r"[^()\[\]]{2,160}(?=[)\]])")
_INITIALS = regex.compile(r"\p{Lu}{3,9}(?:[)\]]| for its )")
_BEHIND_LONG = regex.compile(
    r",? (?:or|(?:also |better |commonly |widely )?known as|abbreviated (?:as|to)) (?:the )?"
    r"(?P<short>(?=\p{L}*\p{Lu}\p{L}*\p{Lu})\p{L}{2,9})(?=[,.;)]|$)"
)
_BEFORE_LONG = regex.compile(
    r"(?<![\p{L}-])(?P<short>\p{Lu}{2,8}s?)(?:,? (?:which )?stands? for|,? short for|, or) (?:the )?"
    r"(?P<long>\p{L}[\p{L} -]{3,80}?)(?=[,.;)]|$)"
)
_INITIAL = regex.compile(r"\p{Lu}[)\],]")
_LAST_PART = regex.compile(r"(?<long>.+), ?(?:or )?(?<short>[\p{L}\p{N}/-]{2,10})")
_LATER = regex.compile(r"[^;]{2,40}; (?P<short>[\p{L}\p{N}/-]{2,10})")
_BEFORE = regex.compile(r"(?<![^ ])(?<short>[\p{L}\p{N}][\p{L}\p{N}./&-]{1,11}) ?\Z")
_PART = regex.compile(r"[\p{L}\p{N}]+")
_LOCANT = regex.compile(
    r"(?<![^ ])(?:[\p{N}()',]+|alpha|beta|gamma|delta)(?:-(?:[\p{N}()',]+|alpha|beta|gamma|delta))*-\Z",
    regex.IGNORECASE,
)
_NUMBER = regex.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b")
_WINDOW_END = regex.compile(r"[;:!?()\[\]]|\.(?= +\p{Lu})")


class _Spot(NamedTuple):
    """A character of the window: where, in which of its words, and whether it opens that word."""

    at: int
    part: int
    opens: bool


class Acronym(NamedTuple):
    """A short form that the text defines, and where short and long form stand."""

    short: Extent
    long: Extent


def read_acronyms(text: str) -> list[Acronym]:
    """The acronym pairs that a block's folded text defines, in the order of their brackets. Linear."""
    pairs: list[Acronym] = []
    if "(" in text or "[" in text:
        pairs += [pair for bracket in _OPENING.finditer(text) if (pair := _pair(text, *bracket.span())) is not None]
    if ", or " in text or "stand" in text or "known as" in text:
        pairs += _told(text)
        pairs.sort(key=lambda pair: max(pair.short, pair.long))
    return pairs


def _told(text: str) -> Iterator[Acronym]:
    """The pairs that words tell, whose letters all open words: "long form, or SHORT,", "SHORT stands for long form"."""
    for found in _BEHIND_LONG.finditer(text):
        if long := _long_before(text, found["short"], found.start(), STRICT):
            yield Acronym(Extent(*found.span("short")), long)
    for found in _BEFORE_LONG.finditer(text):
        if long := _whole(text, found["short"], *found.span("long"), STRICT):
            yield Acronym(Extent(*found.span("short")), long)


def _pair(text: str, opening: int, start: int) -> Acronym | None:
    if (short := _SHORT.match(text, start)) and (len(short["form"]) > 1 or _INITIAL.match(text, start)):
        long = _long_before(text, short["form"], opening, _allowance(short["form"]))
        if long is None or " " not in text[slice(*long)] or not _has_initials(text[slice(*long)], short["form"]):
            long = _organisation_before(text, short, opening, long) or long
        if long is not None:
            return Acronym(Extent(*short.span("form")), long)
    inside = _INSIDE.match(text, start)
    if inside is None:
        return None
    if parts := _LAST_PART.fullmatch(text, start, inside.end()):
        long = _whole(text, parts["short"], *parts.span("long"), _allowance(parts["short"]))
        return Acronym(Extent(*parts.span("short")), long) if long else None
    if later := _LATER.fullmatch(text, start, inside.end()):
        long = _long_before(text, later["short"], opening, _allowance(later["short"]))
        return Acronym(Extent(*later.span("short")), long) if long else None
    if before := _BEFORE.search(text, max(0, opening - 24), opening):
        long = _whole(text, before["short"], *inside.span(), _allowance(before["short"]))
        return Acronym(Extent(*before.span("short")), long) if long else None
    return None


def _has_initials(long: str, short: str) -> bool:
    """Are the letters of the short form the first letters of the words of the long one, small words or not?"""
    words = _PART.findall(long)
    told = ("".join([word[0] for word in words if word not in apart]).lower() for apart in (SMALL_WORDS, ()))
    return _letters(short) in told


def _organisation_before(text: str, short: regex.Match[str], end: int, long: Extent | None) -> Extent | None:
    """The name of an organisation that ends where a bracket with nothing but capitals opens.

    A long form of several words is part of that name, or none.
    """
    if not _INITIALS.match(text, short.start()) or short["form"] in NO_INITIALS:
        return None
    start = max(0, end - LONGEST_NAME)
    end = start + len(text[start:end].rstrip())
    names = organisation_names(text[start:end])
    if not names or start + names[-1].end != end or (start and not names[-1].start):
        return None
    first = start + names[-1].start
    return Extent(first, end) if long is None or " " not in text[slice(*long)] or first < long.start else None


def _long_before(text: str, short: str, end: int, allowed: float) -> Extent | None:
    """The long form that ends there."""
    letters = _letters(short)
    start = max(0, end - 24 * (len(letters) + 2))
    for stop in _WINDOW_END.finditer(text, start, end):
        start = stop.end()
    window = text[start:end].rstrip()
    parts = [Extent(*part.span()) for part in _PART.finditer(window)][-_reach(letters) :]
    fit = _best_fit(letters, window, parts, allowed)
    if fit is None or short.lower() in window[fit:].lower().split():
        return None
    if locant := _LOCANT.search(window, 0, fit):
        fit = locant.start()
    return Extent(start + fit, start + len(window))


def _whole(text: str, short: str, start: int, end: int, allowed: float) -> Extent | None:
    """The stretch itself, if it can be the long form from its first word on."""
    window = text[start:end]
    parts = [Extent(*part.span()) for part in _PART.finditer(window)]
    letters = _letters(short)
    if len(parts) > _reach(letters) or not any(letter.isupper() for letter in short[1:]):
        return None
    fit = _best_fit(letters, window, parts, allowed)
    if fit is None or not SMALL_WORDS.issuperset(window[:fit].lower().split()):
        return None
    return Extent(start + fit, end)


def _reach(letters: str) -> int:
    """How many words a long form may have."""
    return 2 * len(letters) + 4 if len(letters) > 1 else 1


def _allowance(short: str) -> float:
    shouted = sum(not letter.islower() for letter in short) > 1 or len(short) == 1
    return (PER_LETTER if shouted else PER_SMALL_LETTER) * len(short)


def _letters(short: str) -> str:
    """The letters and digits to be found; a plural's "s" may be missing from the long form."""
    if len(short) > 2 and short[-1] == "s" and short[-2].isupper():
        short = short[:-1]
    return "".join(filter(str.isalnum, short)).lower()


def _best_fit(letters: str, window: str, parts: list[Extent], allowed: float) -> int | None:
    """Where in the window the cheapest fit of the letters starts; None when all cost more than is allowed."""
    skips = [0.0]
    for part in parts:
        skips.append(skips[-1] + (SMALL if window[part.start : part.end].lower() in SMALL_WORDS else SKIPPED))
    low = _lower(window)
    if any(letter.isdigit() for letter in letters):
        low = _NUMBER.sub(lambda word: NUMBER_WORDS[word[0]].ljust(len(word[0])), low)
    spots = [_Spot(at, no, at == part.start) for no, part in enumerate(parts) for at in range(part.start, part.end)]
    costs: dict[_Spot, float] = {}
    for spot in spots:
        if low[spot.at] == letters[-1]:
            costs[spot] = (skips[-1] - skips[spot.part + 1]) * TRAILING
    for letter in reversed(letters[:-1]):
        costs = {
            spot: cheapest
            for spot in spots
            if low[spot.at] == letter and (cheapest := _cheapest(spot, costs, skips)) <= allowed
        }
    fits = [(cost, -spot.at) for spot, cost in costs.items() if spot.opens]
    return -min(fits)[1] if fits else None


def _lower(text: str) -> str:
    """The text in lower case, character for character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[0] for c in text)


def _cheapest(spot: _Spot, costs: dict[_Spot, float], skips: list[float]) -> float:
    """The least cost of a fit from this spot on, given those of the fits from each spot of the next letter on."""
    least = inf
    for later, cost in costs.items():
        if later.at > spot.at:
            if later.part == spot.part:
                step = INNER
            else:
                step = skips[later.part] - skips[spot.part + 1] + (0.0 if later.opens else STRAY)
            least = min(least, cost + step)
    return least
