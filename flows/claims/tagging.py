"""Parts of speech: words of an English sentence to tags, by a lexicon and, where a word has several tags, its context.

The lexicon and the weights are data (`vocabulary/tagger.json`, made by `benchmarks/train_tagger.py`); nothing but the
standard library runs here. The same words always get the same tags.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from flows.claims.lexicon import Entry, Lexicon

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

TOKEN = re.compile(
    r"""
      (?!cannot\b)[a-z]+(?=[ ,])                     # most words, at once
    | https?://[^\s<>"”)]+ | www\.[^\s<>"”)]+
    | [nN]['’][tT]\b | ['’](?:[sSdDmM]|re|ve|ll|RE|VE|LL)\b   # clitics: do|n't, Kong|'s
    | ['’]\d0s\b                                    # '90s
    | (?:[^\W\d_]\.){2,}                            # U.S., e.g.
    | (?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|Jr|Sr|Inc|Ltd|Corp|Co|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)
      \.(?=\s\w)
    | (?:al|ca|eds|approx|[A-Z])\.(?=\s[A-Z\d])     # et al. 2020, J. Smith
    | [A-Z]{1,3}\$ | [A-Z]{3}(?=\d)                 # HK$, USD before its amount
    | [cC]an(?=not\b)
    | \d+(?:[.,:/]\d+)*(?:[-–]\d+(?:[.,:/]\d+)*)*(?:[^\W\d_]+)?(?:-[^\W\d_]+)*   # 1,200  5-10  1.2bn  30-year-old
    | (?:[OoDdLl]['’](?=[^\W\d_]{2}))?[^\W_]+(?<!n(?=['’]t\b))
      (?:(?:[-\u2010\u2011]|[.@](?=[a-z]))[^\W_]+(?<!n(?=['’]t\b)))*
    | \.\.+ | --+ | [!?]{2,} | \S
    """,
    re.VERBOSE,
)
"""A token as Universal Dependencies cut English, but hyphenated words and number ranges stay whole."""

OPENERS = frozenset({'"', "“", "‘", "(", "[", ":", ".", "?", "!", "..."})
"""A word after one of these may be capitalised for its place alone."""

EDGE = "^"
"""Stands for the words before the first and after the last, and for their tags."""


def tokenise(text: str) -> list[tuple[int, int]]:
    """The tokens of a text as offsets, in order; together they cover all that is not white space."""
    return [found.span() for found in TOKEN.finditer(text)]


def tag(words: Sequence[str]) -> list[str]:
    """The tag of each word of a sentence (see `TAGS`)."""
    return _shipped().tag(words)


def features(words: Sequence[Entry], at: int, last: str, before: str) -> tuple[str, ...]:
    """The features of the word at an index; `last` and `before` are the tags of the two words before it."""
    key, kind, _, signs = words[at]
    left = words[at - 1].key if at else EDGE
    right, coming = (words[at + 1].key, words[at + 1].kind) if at + 1 < len(words) else (EDGE, EDGE)
    return (
        "a" + key,
        f"b{kind} {last}",
        f"c{before} {last}",
        "d" + coming,
        f"e{key} {last}",
        f"f{key} {coming}",
        f"g{last} {coming}",
        "i" + left,
        "j" + right,
        f"k{kind} {coming}",
        f"l{kind} {before} {last}",
        *signs,
    )


@dataclass(frozen=True)
class Tagger:
    """A lexicon and the weights that choose among a word's tags: feature to tag to weight."""

    lexicon: Lexicon
    weights: Mapping[str, Mapping[str, int]]

    @cached_property
    def _entry(self) -> Callable[[str, bool], Entry]:
        return lru_cache(maxsize=1 << 16)(self.lexicon.entry)

    def tag(self, words: Sequence[str]) -> list[str]:
        """The tag of each word, left to right."""
        entries = self.entries(words)
        tags: list[str] = []
        last = before = EDGE
        for at, entry in enumerate(entries):
            choice = entry.tags[0]
            if len(entry.tags) > 1:
                choice = self.choose(entry.tags, features(entries, at, last, before))
            tags.append(choice)
            last, before = choice, last
        return tags

    def entries(self, words: Sequence[str]) -> list[Entry]:
        """The entries of the words of a sentence."""
        starts = [True, *(word in OPENERS for word in words[:-1])]
        return list(map(self._entry, words, starts))

    def choose(self, tags: tuple[str, ...], signs: Iterable[str]) -> str:
        """The tag with the highest sum of weights, of equals the first."""
        rows = [row for row in map(self.weights.get, signs) if row]
        if len(tags) == 2:
            first, second = tags
            lead = 0
            for row in rows:
                lead += row.get(first, 0) - row.get(second, 0)
            return first if lead >= 0 else second
        return max(tags, key=lambda tag: sum([row.get(tag, 0) for row in rows]))


@cache
def _shipped() -> Tagger:
    """The tagger with the shipped lexicon and weights, read on first use."""
    return read(json.loads((Path(__file__).parent / "vocabulary" / "tagger.json").read_text("utf-8")))


def read(data: Mapping[str, Any]) -> Tagger:
    """A tagger from its data; see `benchmarks/train_tagger.py` for the form."""
    frequent, rare = (frozenset(data[name].split()) for name in ("frequent", "rare"))
    return Tagger(Lexicon(_by_word(data["words"]), frequent, rare, _by_word(data["forms"])), data["weights"])


def _by_word(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(tags.split()) for tags, words in groups.items() for word in words.split()}
