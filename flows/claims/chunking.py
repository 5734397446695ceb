"""Base noun phrases, verb groups and the small words between them, read off the tags of a sentence by one pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

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
_NOUNS = rf"{_MODIFIER}{{0,9}}+[nN]{{1,9}}(?:(?<=N)c(?![jnNcv$]))?"
_CHUNK = re.compile(
    rf"""
      (?P<noun> p | y | d{{0,2}}P?(?:{_NOUNS}|r{{0,3}}{_NUMBERS})(?:'{_NOUNS})* | dr?j{{1,3}} | d{{1,2}} )
    | (?P<finite> [mA]d?r{{0,4}}(?:ar{{0,2}}){{0,2}}[bvg]? | f )
    | (?P<infinitive> tr{{0,2}}(?:ar{{0,2}}){{0,2}}[bvg] | tr?a )
    | (?P<participle> a{{0,2}}[gv] )
    | (?P<bare> [ab] )
    | (?P<preposition> [it] )
    | (?P<relative> [wh] )
    | (?P<subordinator> u )
    | (?P<and> & )
    | (?P<comma> , )
    | (?P<stop> [.:] )
    | (?P<open_bracket> \( )
    | (?P<close_bracket> \) )
    """,
    re.VERBOSE,
)
"""Repetitions are bounded and never given back: hostile tags cost no more than others."""


def chunks(words: Sequence[str], tags: Sequence[str]) -> list[Chunk]:
    """The chunks of a sentence in order; adverbs outside of them, quotation marks and symbols belong to none."""
    found = _CHUNK.finditer(_coded(words, tags))
    return [Chunk(one.lastgroup, one.start(), one.end()) for one in found]  # type: ignore[arg-type]


def noun_phrases(words: Sequence[str], tags: Sequence[str]) -> list[Span]:
    """The base noun phrases, from determiner or quantifier to head noun: "about 30 %", "Hong Kong's older firms"."""
    return [(start, end) for kind, start, end in chunks(words, tags) if kind == "noun"]


def _coded(words: Sequence[str], tags: Sequence[str]) -> str:
    """A letter for each token: that of its tag, but for words that a phrase uses in another way than their tag says."""
    codes = [_CODES[tag] for tag in tags]
    lower = [word.lower() for word in words]
    for at, tag in enumerate(tags):
        if tag[0] == "V":
            _code_verb(codes, lower, tags, at)
        elif tag == "CD" and at and tags[at - 1] in ("IN", "CS") and _YEAR.fullmatch(lower[at]):
            codes[at] = "y"
        elif tag == "IN" and lower[at] in ("to", "per"):
            codes[at] = "t" if lower[at] == "to" else "j" if lower[at + 1 : at + 2] == ["cent"] else "i"
        if lower[at] in _PARTITIVES and lower[at + 1 : at + 2] == ["of"]:
            codes[at] = "d"
        if tag in ("CD", "$") or lower[at] == "a" or _AMOUNT.fullmatch(lower[at]):
            _qualify(codes, lower, at)
    return "".join(codes)


def _code_verb(codes: list[str], lower: Sequence[str], tags: Sequence[str], at: int) -> None:
    """Tell auxiliaries, and a past form after another: of "firms surveyed said" the second is finite."""
    if lower[at] in _AUXILIARIES:
        codes[at] = "A" if codes[at] == "f" else "a"
    elif tags[at] == "VBN" and at and tags[at - 1] == "VBD" and codes[at - 1] == "f":
        codes[at - 1 : at + 1] = "vf"


def _qualify(codes: list[str], lower: Sequence[str], at: int) -> None:
    """Code the words that qualify the amount at an index ("more than 500") as adverbs."""
    one = lower[at - 1] if at else ""
    two = lower[at - 2] if at > 1 else ""
    if one in _QUANTIFIERS and lower[at] != "a":
        codes[at - 1] = "r"
    elif two in _TWO_WORDS.get(one, ()):
        codes[at - 2 : at] = "rr"
    elif one == "as" and at > 2 and lower[at - 3] == "as":
        codes[at - 3 : at] = "rrr"
