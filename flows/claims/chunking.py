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

_AUXILIARIES = frozenset("be am is are was were been being have has had having do does did 's 're 'm 've 'd".split())
"""Verbs that may stand before another in one verb group: A in a finite form, a in another."""

_QUANTIFIERS = frozenset("about above around below between circa nearly over roughly some under approximately".split())
"""Words that, right before a number, only qualify it."""

_PARTITIVES = frozenset("all any few fewer half less many more most much none several some".split())
"""Words that, before "of", are a noun phrase."""

_TWO_WORDS = {
    "than": frozenset("more less fewer greater higher lower larger smaller better other rather".split()),
    "to": frozenset(("up", "close")),
    "least": frozenset(("at",)),
    "most": frozenset(("at",)),
}
"""Quantifiers of two words, by the second: the words that may be the first."""

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""A number that, after a preposition, is a phrase of its own: "in 2024 firms ..."."""

_NUMBERS = r"(?>\$?c{1,4}(?:[&t:]\$?c{1,4}){0,2})"
_MODIFIER = rf"(?:r{{0,3}}(?:j|(?<![nNp)])v|{_NUMBERS})|(?<=[jv])[&,](?=r?[jv]{{1,2}}[nN])|(?<=[dPjc])g(?=r?[jvnN])|\$)"
_NOUNS = rf"{_MODIFIER}{{0,9}}+[nN]{{1,9}}(?:(?<=N)c(?![jnNcv$%]))?"
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
    codes = [_CODES[tag] for tag in tags]
    for at, tag in enumerate(tags):
        if tag == "CD" and at and tags[at - 1] in ("IN", "CS") and _YEAR.fullmatch(words[at]):
            codes[at] = "y"
        elif tag[0] == "V" and words[at].lower() in _AUXILIARIES:
            codes[at] = "A" if codes[at] == "f" else "a"
        elif tag == "IN" and words[at].lower() == "to":
            codes[at] = "t"
        elif words[at].lower() in _PARTITIVES and words[at + 1 : at + 2] == ["of"]:
            codes[at] = "d"
        elif tag in ("CD", "$") or words[at] in ("a", "half"):
            _qualify(codes, words, at, tag != "DT")
    return "".join(codes)


def _qualify(codes: list[str], words: Sequence[str], at: int, number: bool) -> None:
    """Code the words that qualify the number at an index ("more than 500") as adverbs."""
    one = words[at - 1].lower() if at else ""
    two = words[at - 2].lower() if at > 1 else ""
    if number and one in _QUANTIFIERS:
        codes[at - 1] = "r"
    elif two in _TWO_WORDS.get(one, ()):
        codes[at - 2 : at] = "rr"
    elif one == "as" and at > 2 and words[at - 3].lower() == "as":
        codes[at - 3 : at] = "rrr"
