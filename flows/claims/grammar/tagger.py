"""The tagger: a lexicon, and weights that choose among the tags of a word by its letters and its neighbours.

`features` says what the weights are learnt on. To tag, sums of them are kept by what they depend on, each made when it
is first asked for: most words stand beside the same few. A sum is one whole number for all tags, each with bits of its
own, so that adding up costs the same for one tag and for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from flows.claims.grammar.lexicon import OPEN_CLASS, Entry, Lexicon
from flows.memo import Memo

EDGE: Final = "^"
"""Stands for the words before the first and after the last, and for their tags."""
OPENERS = frozenset({'"', "“", "‘", "(", "[", ":", ".", "?", "!", "..."})
"""A word after one of these may be capitalised for its place alone."""

Row = str
"""The tags that a feature speaks for or against, each with its weight: "NN12 VB-30"."""


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


BITS = 15
"""Bits of a sum that one tag has: more than the sum of all weights that can meet in one word."""
_MASK, _HALF = (1 << BITS) - 1, 1 << (BITS - 1)
MOST_KEPT = 1 << 17
"""Words and sums. Beyond it all are forgotten, so that no text takes more memory, however long."""


class _Weights:
    """The rows as numbers, each read when a sum first needs it; `kept` counts the words and sums made of them."""

    def __init__(self, rows: Mapping[str, Row], places: Mapping[str, int]) -> None:
        self._unread, self._places = rows, places
        self._read: dict[str, int] = {}
        self._placed = Memo(self._place)
        self.telling = {feature.partition(" ")[0] for feature in rows if feature[0] in "ef"}
        self.kept = 0

    def of(self, *features: str) -> int:
        """The weights that features give to all tags, in one number."""
        total, read, unread = 0, self._read, self._unread
        for feature in features:
            if feature in read:
                total += read[feature]
            elif feature in unread:
                read[feature] = number = sum(map(self._placed.__getitem__, unread[feature].split()))
                total += number
        return total

    def _place(self, told: str) -> int:
        """One tag's weight, where its bits are."""
        tag = told.rstrip("-0123456789")
        return int(told[len(tag) :]) << self._places[tag] if tag in self._places else 0


class _Sums(dict[str, int]):
    """Sums of weights by what they depend on, with which the names of their features end; `starts` are the rest."""

    def __init__(self, weights: _Weights, *starts: str) -> None:
        super().__init__()
        self._weights, self._starts = weights, starts

    def __missing__(self, end: str) -> int:
        self._weights.kept += 1
        self[end] = total = self._weights.of(*[start + end for start in self._starts])
        return total


class _ByTag(dict[str, _Sums]):
    """The sums of a kind of word by the tag of a word before it."""

    def __init__(self, made: Callable[[str], _Sums]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, tag: str) -> _Sums:
        self[tag] = sums = self._made(tag)
        return sums


class _Kind:
    """What words share that look the same to their neighbours. The comments name the features of its sums."""

    def __init__(self, name: str, weights: _Weights) -> None:
        self.name = name
        # b, c, l: by the tag before the last, and the last
        self.by_before = _ByTag(lambda before: _Sums(weights, f"b{name} ", f"c{before} ", f"l{name} {before} "))
        # d, g, k: by the last tag, and the kind of the next word
        self.by_last = _ByTag(lambda last: _Sums(weights, "d", f"g{last} ", f"k{name} "))


@dataclass(slots=True, eq=False)
class _Word:
    """A word with the sums that belong to it."""

    kind: _Kind
    sole: str  # its tag, where it can have but one
    choices: list[tuple[str, int]]  # the tags that it can have, each with the place of its bits; empty with one
    own: int  # a and signs, and the bias that keeps sums positive
    by_last: _Sums  # e: by the last tag
    by_coming: _Sums  # f: by the kind of the next word
    to_next: int  # i
    to_last: int  # j


class Tagger:
    """Words to tags. `weights` are rows by feature (see `features`)."""

    def __init__(self, lexicon: Lexicon, weights: Mapping[str, Row]) -> None:
        self.lexicon = lexicon
        choices = {OPEN_CLASS, ("NNP",), *lexicon.tags.values(), *lexicon.forms.values()}
        places = {tag: BITS * at for at, tag in enumerate(sorted(set(chain.from_iterable(choices))))}
        self._choices = {tags: [(tag, places[tag]) for tag in tags] for tags in choices}
        self._places = places
        self._bias = sum([_HALF << place for place in places.values()])
        self._weights = _Weights(weights, places)
        self._forget()

    def _forget(self) -> None:
        self._weights.kept = 0
        self._words: dict[str, _Word] = {}
        self._first_words: dict[str, _Word] = {}
        self._kinds: dict[str, _Kind] = {}
        self._no_sums = _Sums(self._weights)
        self._edge = self._made(Entry(EDGE, EDGE, (EDGE,), ()))

    def tag(self, words: Sequence[str]) -> list[str]:
        """The tag of each word, left to right."""
        if self._weights.kept > MOST_KEPT:
            self._forget()
        met = self._met(words)
        tags: list[str] = []
        last = before = EDGE
        left = self._edge
        for word, right in zip(met, [*met[1:], self._edge], strict=False):
            choice = word.sole
            if not choice:
                kind, coming = word.kind, right.kind.name
                total = (
                    word.own
                    + word.by_last[last]
                    + word.by_coming[coming]
                    + kind.by_before[before][last]
                    + kind.by_last[last][coming]
                    + left.to_next
                    + right.to_last
                )
                highest = -1
                for tag, place in word.choices:
                    weight = total >> place & _MASK
                    if weight > highest:
                        highest, choice = weight, tag
            tags.append(choice)
            last, before, left = choice, last, word
        return tags

    def _met(self, words: Sequence[str]) -> list[_Word]:
        known = list(map(self._words.get, words))
        met = [word or self._meet(self._words, words[at], first=False) for at, word in enumerate(known)]
        for at in _starts(words):
            word = words[at]
            met[at] = self._first_words.get(word) or self._meet(self._first_words, word, first=True)
        return met

    def _meet(self, known: dict[str, _Word], word: str, *, first: bool) -> _Word:
        known[word] = self._made(self.lexicon.entry(word, first))
        return known[word]

    def _made(self, entry: Entry) -> _Word:
        key, kind, tags, signs = entry
        weights = self._weights
        weights.kept += 1
        if kind not in self._kinds:
            self._kinds[kind] = _Kind(kind, weights)
        several = len(tags) > 1
        return _Word(
            kind=self._kinds[kind],
            sole="" if several else tags[0],
            choices=self._places_of(tags) if several else [],
            own=self._bias + weights.of("a" + key, *signs) if several else 0,
            by_last=self._sums("e" + key) if several else self._no_sums,
            by_coming=self._sums("f" + key) if several else self._no_sums,
            to_next=weights.of("i" + key),
            to_last=weights.of("j" + key),
        )

    def _places_of(self, tags: tuple[str, ...]) -> list[tuple[str, int]]:
        """Some tags, each with the place of its bits; the same list for the same tags."""
        if tags not in self._choices:
            self._choices[tags] = [(tag, self._places[tag]) for tag in tags]
        return self._choices[tags]

    def _sums(self, feature: str) -> _Sums:
        """Where the sums of features that start like this belong; one place for all that have no weights."""
        return _Sums(self._weights, feature + " ") if feature in self._weights.telling else self._no_sums


def _starts(words: Sequence[str]) -> list[int]:
    """Which words may be capitalised for their place alone."""
    inner = words[:-1]
    opened = [] if OPENERS.isdisjoint(inner) else [at for at, word in enumerate(inner, 1) if word in OPENERS]
    return [0, *opened] if words else []


def read(data: Mapping[str, Any]) -> Tagger:
    """A tagger from its data; see `benchmarks/train_tagger.py` for the form."""
    frequent, rare = (frozenset(data[name].split()) for name in ("frequent", "rare"))
    return Tagger(Lexicon(_by_word(data["words"]), frequent, rare, _by_word(data["forms"])), data["weights"])


def _by_word(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    by_word: dict[str, tuple[str, ...]] = {}
    for tags, words in groups.items():
        by_word |= dict.fromkeys(words.split(), tuple(tags.split()))
    return by_word
