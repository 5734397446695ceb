"""Base noun phrases, verb groups and the small words between them, read off the tags of a sentence by one pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from flows.memo import Memo

Span = tuple[int, int]
"""Tokens [first, last) of a sentence."""

Kind = Literal[
    "noun", "finite", "infinitive", "participle", "bare", "preposition",
    "relative", "subordinator", "and", "comma", "stop", "open_bracket", "close_bracket",
]  # fmt: skip


class Chunk(NamedTuple):
    """Tokens [start, end) and what they are: a base noun phrase, a verb group or a word that joins or parts them."""

    kind: Kind
    start: int
    end: int


_CODES = {
    "NN": "n", "NNS": "n", "NNP": "N", "PRP": "p", "PRP$": "P", "EX": "p", "DT": "d", "CD": "c", "JJ": "j", "RB": "r",
    "IN": "i", "CS": "u", "CC": "&", "TO": "t", "MD": "m", "VB": "b", "VBD": "f", "VBP": "f", "VBZ": "f", "VBG": "g",
    "VBN": "v", "WDT": "w", "WP": "w", "WRB": "h", "POS": "'", "UH": "-", "X": "-", "$": "$", ",": ",", ".": ".",
    ":": ":", "(": "(", ")": ")", '"': '"',
}  # fmt: skip
"""A letter for each tag, so that a pattern over tags is a pattern over text."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(words.split())


_AUXILIARIES = word_set("be am is are was were been being have has had having do does did 's 're 'm 've 'd")
"""Verbs that may stand before another in one verb group: A in a finite form, a in another."""

_QUANTIFIERS = word_set("about above around below between circa nearly over roughly some under approximately")
"""Words that, right before a number, only qualify it."""

_PARTITIVES = word_set("all any few fewer half less many more most much none several some")
"""Words that, before "of", are a noun phrase."""

_SOCIAL = _PARTITIVES | {"a", "per"}
"""Words whose letter, or that of the words before them, depends on what stands beside them."""

_TWO_WORDS = {
    "than": word_set("more less fewer greater higher lower larger smaller better other rather"),
    "to": frozenset(("up", "close")),
    "least": frozenset(("at",)),
    "most": frozenset(("at",)),
}
"""Quantifiers of two words, by the second: the words that may be the first."""

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""A number that, after a preposition, is a phrase of its own: "in 2024 firms ..."."""

_AMOUNT = re.compile(
    r"half|[a-z]+-(?:third|quarter|fifth|tenth)s?|(?:dozen|hundred|thousand|million|billion|trillion)s"
)
"""Nouns that are qualified like numbers."""

_NUMBERS = r"(?>\$?c{1,4}(?:[&t:]\$?c{1,4}){0,2})"
_MODIFIER = rf"(?:r{{0,3}}(?:j|(?<![nNp)])v|{_NUMBERS})|(?<=[jv])[&,](?=r?[jv]{{1,2}}[nN])|(?<=[dPjc])g(?=r?[jvnN])|\$)"
_NOUNS = rf"(?>{_MODIFIER}{{0,9}})[nN]{{1,9}}(?:(?<=N)c(?![jnNcv$]))?"
_CHUNK = re.compile(
    rf"""
      [iuwh.:()fpy]                                                                     # most chunks, at once
    | d?P?j{{0,2}}[nN]{{1,9}}+(?![nNc'])
    | [mA]d?r{{0,4}}(?:ar{{0,2}}){{0,2}}[bvg]?                                          # finite
    | d{{0,2}}P?(?:{_NOUNS}|r{{0,3}}{_NUMBERS})(?:'{_NOUNS})* | dr?j{{1,3}} | d{{1,2}}  # nouns
    | tr{{0,2}}(?:ar{{0,2}}){{0,2}}[bvg] | tr?a                                         # infinitives
    | a{{0,2}}[gv]                                                                      # participles
    | .
    """,
    re.VERBOSE,
)
"""The letters of a chunk, or a letter that belongs to none.

Repetitions are bounded and never given back: hostile tags cost no more than others.
"""

_BEFORE_CLAUSES = word_set("after before since until")
"""Prepositions that open a clause where a noun phrase and a finite verb follow; B until that is known. "As", Z until
then, does so behind a comma."""

_NEXT_PHRASE = r"[dPj$cgv']{0,6}[nNp]{1,6}"
_CLAUSE_AHEAD = re.compile(rf"(?:B|(?<=,)Z)(?={_NEXT_PHRASE}(?:i{_NEXT_PHRASE}){{0,3}}r{{0,2}}[fmA])")

_SMALL: dict[str, Kind] = {
    "a": "bare", "b": "bare", "i": "preposition", "t": "preposition", "w": "relative", "h": "relative",
    "u": "subordinator", "&": "and", ",": "comma", ".": "stop", ":": "stop", "(": "open_bracket", ")": "close_bracket",
}  # fmt: skip
"""What a letter is that stands alone."""

_UNCHUNKED = frozenset("rjP$'\"-")
"""Letters that alone are no chunk."""


def _kind(letters: str) -> Kind | None:
    """What the letters of a chunk are together."""
    if letters in _SMALL or letters in _UNCHUNKED:
        return _SMALL.get(letters)
    if letters[0] in "mAf":
        return "finite"
    if letters[0] == "t":
        return "infinitive"
    return "participle" if letters[-1] in "gv" else "noun"


_KINDS = Memo(_kind)


def chunks(low: Sequence[str], tags: Sequence[str]) -> list[Chunk]:
    """The chunks of a sentence in lower case; adverbs outside of them, quotation marks and symbols belong to none."""
    found, start = [], 0
    for letters in _CHUNK.findall(_coded(low, tags)):
        end = start + len(letters)
        if (kind := _KINDS[letters]) is not None:
            found.append(Chunk(kind, start, end))
        start = end
    return found


def _coded(low: Sequence[str], tags: Sequence[str]) -> str:
    """A letter for each token: that of its tag, but for words that a phrase uses in another way than their tag says."""
    letters = list(map(_letter, low, tags))
    codes = [code for code, _ in letters]
    for at, (_, social) in enumerate(letters):
        if social:
            _code_beside(codes, low, tags, at)
    coded = "".join(codes)
    if "B" in coded or "Z" in coded:
        return _CLAUSE_AHEAD.sub("u", coded).replace("B", "i").replace("Z", "i")
    return coded


@lru_cache(maxsize=1 << 13)
def _letter(word: str, tag: str) -> tuple[str, bool]:
    """The letter of a token by itself, and whether it may depend on the tokens beside it, or they on it."""
    code = _CODES[tag]
    if tag[0] == "V" and word in _AUXILIARIES:
        return "A" if code == "f" else "a", False
    if tag == "IN" and word in _BEFORE_CLAUSES:
        return "B", False
    if tag == "IN" and word == "as":
        return "Z", False
    if word == "to" and tag == "IN":
        return "t", False
    return code, tag in ("VBN", "CD", "$") or word in _SOCIAL or _AMOUNT.fullmatch(word) is not None


def _code_beside(codes: list[str], low: Sequence[str], tags: Sequence[str], at: int) -> None:
    """Tell what depends on the words beside: of "firms surveyed said" the second verb is finite."""
    word, tag, before = low[at], tags[at], tags[at - 1] if at else ""
    following = low[at + 1] if at + 1 < len(low) else ""
    if tag == "VBN" and before == "VBD" and codes[at - 1] == "f":
        codes[at - 1 : at + 1] = "vf"
    elif tag == "CD" and before in ("IN", "CS") and _YEAR.fullmatch(word):
        codes[at] = "y"
    elif word == "per" and tag == "IN" and following == "cent":
        codes[at] = "j"
    if word in _PARTITIVES and following == "of":
        codes[at] = "d"
    if tag in ("CD", "$") or word == "a" or _AMOUNT.fullmatch(word):
        _qualify(codes, low, at)


def _qualify(codes: list[str], low: Sequence[str], at: int) -> None:
    """Code the words that qualify the amount at an index ("more than 500") as adverbs."""
    one = low[at - 1] if at else ""
    two = low[at - 2] if at > 1 else ""
    if one in _QUANTIFIERS and low[at] != "a":
        codes[at - 1] = "r"
    elif two in _TWO_WORDS.get(one, ()):
        codes[at - 2 : at] = "rr"
    elif one == "as" and at > 2 and low[at - 3] == "as":
        codes[at - 3 : at] = "rrr"
