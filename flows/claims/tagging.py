"""Parts of speech: words of an English sentence to tags, by a lexicon and, where a word has several tags, its context.

The lexicon and the weights are data (`vocabulary/tagger.json`, made by `benchmarks/train_tagger.py`); nothing but the
standard library and `regex` runs here. The same words always get the same tags.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

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
    | (?:al|ca|eds|approx|[A-Z])\.(?=\s[A-Z\d])           # initials
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

OPEN_CLASS = ("JJ", "NN", "NNP", "NNS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
"""What a word may be of which nothing is known."""

EDGE = "^"
"""Stands for the words before the first and after the last, and for their tags."""

_NUMBER = re.compile(r"[\d.,:/–-]*\d[\d.,:/–-]*")
_ENDINGS = ("ing", "ed", "er", "est", "ly", "es", "s", "d", "r")
_PREFIXES = ("un", "re", "non", "pre", "over", "under", "inter", "co", "mis", "dis")
_PUNCTUATION = (
    (frozenset("."), "."),
    (frozenset(".?!"), "."),
    (frozenset("-–—…:;=~*_"), ":"),
    (frozenset("([{<"), "("),
    (frozenset(")]}>"), ")"),
    (frozenset(","), ","),
    (frozenset("\"“”‘’`'«»"), '"'),
    (frozenset("$€£¥"), "$"),
    (frozenset("%‰"), "NN"),
    (frozenset("&"), "CC"),
)


class Entry(NamedTuple):
    """What is known of a word by itself.

    `key` is the word as the weights know it, a pattern in angle brackets if they do not; `kind` is what its neighbours
    see of it; `tags` are the tags it may have; `signs` are the features that its letters add.
    """

    key: str
    kind: str
    tags: tuple[str, ...]
    signs: tuple[str, ...]


def tokenise(text: str) -> list[tuple[int, int]]:
    """The tokens of a text as offsets, in order; together they cover all that is not white space."""
    return [found.span() for found in TOKEN.finditer(text)]


def tag(words: Sequence[str]) -> list[str]:
    """The tag of each word of a sentence (see `TAGS`)."""
    return _shipped().tag(words)


def punctuation(word: str) -> str:
    """The tag of a word without letters and digits."""
    if len(word) > 1 and set(word) == {"."}:
        return ":"
    characters = set(word)
    return next((tag for members, tag in _PUNCTUATION if characters <= members), "X")


@dataclass(frozen=True)
class Lexicon:
    """The words and word patterns that were seen, and the tags that each may have.

    `tags` maps a word or a pattern to its tags, `frequent` holds the words that neighbours see as themselves, `rare`
    those that were seen too seldom to be trusted without a look at their letters.
    """

    tags: Mapping[str, tuple[str, ...]]
    frequent: frozenset[str]
    rare: frozenset[str]

    def entry(self, word: str, first: bool) -> Entry:
        """The entry of a word; `first` means that its place alone may make it capital."""
        lower = word.lower()
        capital = "" if lower == word else "A" if len(word) > 1 and word.isupper() else "C"
        key = self._known(word, lower, first, capital)
        return self._seen(key, first, capital) if key else self.guess(word, first)

    def guess(self, word: str, first: bool) -> Entry:
        """The entry of a word as if it had never been seen in this form."""
        lower = word.lower()
        capital = "" if lower == word else "A" if len(word) > 1 and word.isupper() else "C"
        if capital and first:
            capital += "F"
        if capital and lower in self.tags:
            return self._entry(f"<{capital}={'|'.join(self.tags[lower])}>", ("w" + lower, "W" + capital))
        pattern = _pattern(word)
        return self._entry(pattern, ()) if pattern else self._spelt(lower, capital)

    def _known(self, word: str, lower: str, first: bool, capital: str) -> str | None:
        if first and lower in self.frequent:
            return lower
        if word in self.tags:
            return word
        if capital == "A" and "NNP" not in self.tags.get(lower, ("NNP",)):
            return lower
        return None

    def _seen(self, key: str, first: bool, capital: str) -> Entry:
        tags = self.tags[key]
        if first and capital and "NNP" not in tags and key not in self.frequent:
            tags = (*tags, "NNP")
        signs: tuple[str, ...] = ()
        if key in self.rare:
            signs = ("2" + key[-2:], "3" + key[-3:], "S" + self._stem(key.lower()))
        elif capital and len(tags) > 1:
            signs = ("W" + capital,)
        return Entry(key, key if key in self.frequent else "|".join(tags), tags, signs)

    def _spelt(self, lower: str, capital: str) -> Entry:
        last = lower.rsplit("-", 1)[-1]
        hyphen = "-" if "-" in lower else ""
        stem = self._stem(lower)
        ending = "" if capital in ("A", "AF", "C") else last[-2:]
        signs = [f"{n}{hyphen}{last[-n:]}" for n in (1, 2, 3)]
        signs += [f"4{capital}{hyphen}{last[-4:]}", f"5{capital}{hyphen}{last[-3:]}", "P" + lower[:3]]
        signs += ["S" + stem, f"T{capital}{stem}", "B" + (last if hyphen else "")]
        return self._entry(f"<{capital}{hyphen}{ending}{'+' if stem else ''}>", tuple(signs))

    def _entry(self, key: str, signs: tuple[str, ...]) -> Entry:
        tags = (key[2:-1],) if key.startswith("<:") else self.tags.get(key, OPEN_CLASS)
        return Entry(key, "|".join(tags), tags, signs)

    def _stem(self, lower: str) -> str:
        """How a word is made from a known one: its ending and what the stem may be, else ""."""
        for ending in _ENDINGS:
            if lower.endswith(ending) and len(lower) > len(ending) + 2:
                for stem in _stems(lower[: -len(ending)]):
                    if stem in self.tags:
                        return f"{ending}:{self._classes(stem)}"
        for prefix in _PREFIXES:
            if lower.startswith(prefix) and lower[len(prefix) :].lstrip("-") in self.tags:
                return f"{prefix}+{self._classes(lower[len(prefix) :].lstrip('-'))}"
        return ""

    def _classes(self, word: str) -> str:
        return "".join(name[0] for name in ("VB", "NN", "JJ", "VBD", "VBN") if name in self.tags[word])


def _stems(rest: str) -> tuple[str, ...]:
    doubled = rest[:-1] if len(rest) > 2 and rest[-1] == rest[-2] else ""
    return rest, rest + "e", rest[:-1] + "y" if rest[-1] == "i" else "", doubled


def _pattern(word: str) -> str | None:
    """The pattern of a token that is no plain word; a punctuation mark's holds its tag."""
    if _NUMBER.fullmatch(word):
        return "<#>"
    if word[0].isdigit():
        ending = word[-2:] if word[-2:] in ("st", "nd", "rd", "th") else "-" if "-" in word else word[-1:]
        return f"<#{ending if ending in ('st', 'nd', 'rd', 'th', '-', 's') else 'a'}>"
    if not any(map(str.isalnum, word)):
        return f"<:{punctuation(word)}>"
    return "<@>" if "@" in word or "." in word[1:-1] else None


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
            choice = entry.tags[0] if len(entry.tags) == 1 else self.choose(entry.tags, features(entries, at, last, before))
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
        return max(tags, key=lambda tag: sum([row.get(tag, 0) for row in rows]))


@cache
def _shipped() -> Tagger:
    """The tagger with the shipped lexicon and weights, read on first use."""
    return read(json.loads((Path(__file__).parent / "vocabulary" / "tagger.json").read_text("utf-8")))


def read(data: Mapping[str, Any]) -> Tagger:
    """A tagger from its data; see `benchmarks/train_tagger.py` for the form."""
    tags = {word: tuple(names.split()) for names, words in data["words"].items() for word in words.split()}
    lexicon = Lexicon(tags, frozenset(data["frequent"].split()), frozenset(data["rare"].split()))
    return Tagger(lexicon, data["weights"])
