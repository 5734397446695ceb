"""Parts of speech: an English sentence to tokens, and its words to tags.

The lexicon and the weights are data (`vocabulary/tagger.json`, made by `benchmarks/train_tagger.py`); nothing but the
standard library runs here. The same words always get the same tags.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from flows.claims.grammar.tagger import Tagger, read
from flows.memo import Memo

TAGS = {
    "NN": "noun, singular; also % and percent",
    "NNS": "noun, plural",
    "NNP": "proper noun, any number; addresses",
    "PRP": "personal pronoun",
    "PRP$": "possessive pronoun: its, whose",
    "EX": "existential there",
    "DT": "determiner, also before another (all the) and standing alone (this, some)",
    "CD": "cardinal number",
    "JJ": "adjective, any degree; hyphenated modifier",
    "RB": "adverb, any degree; particle; not",
    "IN": "preposition",
    "CS": "subordinating conjunction: that, if, because, while",
    "CC": "coordinating conjunction",
    "TO": "to before a verb",
    "MD": "modal",
    "VB": "verb, base form",
    "VBD": "verb, past",
    "VBP": "verb, present, not third person singular",
    "VBZ": "verb, present, third person singular",
    "VBG": "verb, -ing form",
    "VBN": "verb, past participle",
    "WDT": "relative which, that; determiner what, which",
    "WP": "who, whom, what",
    "WRB": "when, where, how, why",
    "POS": "possessive ending",
    "UH": "interjection",
    "X": "foreign word, symbol, list marker",
    "$": "currency sign",
    ",": "comma",
    ".": "sentence end",
    ":": "colon, semicolon, dash, ellipsis",
    "(": "opening bracket",
    ")": "closing bracket",
    '"': "quotation mark",
}
"""The tags: those of the Penn Treebank, with the distinctions merged that clauses and noun phrases do not need, and
`IN` parted into prepositions and subordinating conjunctions."""

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
VERBS = FINITE | {"VB", "VBG", "VBN"}
NOUNS = frozenset({"NN", "NNS", "NNP"})
NOMINAL = NOUNS | {"DT", "PRP$", "POS", "JJ", "CD", "$", "X"}
"""Tags of the words that a noun phrase without its prepositional phrases is made of."""

TOKEN = re.compile(
    r"""
    (?!\s) (?:
      (?![cC]annot\b)[A-Za-z]?[a-z]+(?=[ ,]) | [,"()] | \.(?!\.)   # most words and marks, at once
    | https?://[^\s<>"”)]+ | www\.[^\s<>"”)]+
    | [nN]['’][tT]\b | ['’](?:[sSdDmM]|re|ve|ll|RE|VE|LL)\b   # clitics: do|n't, Kong|'s
    | ['’]\d0s\b                                    # '90s
    | (?:[^\W\d_]\.){2,}                            # U.S., e.g.
    | (?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|Jr|Sr|Inc|Ltd|Corp|Co|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)
      \.(?=\s\w|,)
    | (?:al|ca|eds|approx|[A-Z])\.(?=\s[A-Z\d])     # et al. 2020, J. Smith
    | [A-Z]{1,3}\$ | [A-Z]{3}(?=\d)                 # HK$, USD before its amount
    | [cC]an(?=not\b)
    | \d+(?:[.,:/]\d+)*(?:[-–]\d+(?:[.,:/]\d+)*)*(?:[^\W\d_]+)?(?:-[^\W\d_]+)*   # 1,200  5-10  1.2bn  30-year-old
    | (?:[OoDdLl]['’](?=[^\W\d_]{2}))?[^\W_]+(?<!n(?=['’]t\b))
      (?:(?:[-\u2010\u2011]|[.@](?=[a-z]))[^\W_]+(?<!n(?=['’]t\b)))*
    | \.\.+ | --+ | [!?]{2,} | \S
    )
    """,
    re.VERBOSE,
)
"""A token as Universal Dependencies cut English, but hyphenated words and number ranges stay whole."""


_STOP_WITHIN = re.compile(r"\.\s")


def tokenise(text: str) -> list[str]:
    """The tokens of a text, in order; together they are all that is not white space."""
    if _STOP_WITHIN.search(text):
        return TOKEN.findall(text)
    return list(chain.from_iterable(map(_CUT.__getitem__, text.split())))


_CUT: Memo[Sequence[str]] = Memo(TOKEN.findall)
"""The tokens of what stands between two spaces: what follows them matters only after a stop."""


def tag(words: Sequence[str]) -> list[str]:
    """The tag of each word of a sentence (see `TAGS`)."""
    return _shipped().tag(words)


def may_be(word: str, tag: str) -> bool:
    """Can a word in lower case have the tag?"""
    return tag in _shipped().lexicon.entry(word, False).tags


@cache
def _shipped() -> Tagger:
    """The tagger with the shipped lexicon and weights, read on first use."""
    return read(json.loads((Path(__file__).parent.parent / "vocabulary" / "tagger.json").read_bytes()))
