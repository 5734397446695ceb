"""The tagger: a lexicon, and weights that choose among the tags of a word by its letters and its neighbours.

`features` says what the weights are learnt on. To tag, their sums are added up from tables that are indexed by what a
feature looks at; a sum for all tags is one whole number (`packed`), so that a table is asked once for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from flows.claims.lexicon import Entry, Lexicon

EDGE: Final = "^"
"""Stands for the words before the first and after the last, and for their tags."""
OPENERS = frozenset({'"', "“", "‘", "(", "[", ":", ".", "?", "!", "..."})
"""A word after one of these may be capitalised for its place alone."""

Row = Mapping[str, int]
"""A weight for each tag that a feature speaks for or against."""
Table = dict[str, dict[str, int]]
"""Packed sums by two parts of a feature: the word or what its neighbours see of it, and the tags beside it."""


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


BITS = 16
"""Bits of a packed sum that one tag has: more than the sum of all weights that can meet in one word."""
_MASK, _HALF = (1 << BITS) - 1, 1 << (BITS - 1)


@dataclass(slots=True, eq=False)
class _Word:
    """A word with the sums and tables that belong to it, of the features that are named in the comments."""

    sole: str  # its tag, where it can have but one
    choices: tuple[tuple[str, int], ...]  # its tags, and where in a packed sum they are
    coming: str
    own: int  # a and signs, and the bias that keeps packed sums positive
    before_next: int  # i: to the word after this
    after_last: int  # d, j: to the word before this
    by_last: dict[str, int]  # e
    kind_by_last: dict[str, int]  # b
    by_coming: dict[str, int]  # f
    kind_by_coming: dict[str, int]  # k
    kind_by_tags: dict[str, int]  # l


class Tagger:
    """Words to tags. `weights` are rows by feature (see `features`)."""

    def __init__(self, lexicon: Lexicon, weights: Mapping[str, Row]) -> None:
        self.lexicon = lexicon
        names = sorted({tag for row in weights.values() for tag in row})
        self._shifts = {tag: BITS * place for place, tag in enumerate(names)}
        self._unweighted = BITS * len(names)
        self._bias = sum(_HALF << shift for shift in (*self._shifts.values(), self._unweighted))
        self._single: dict[str, int] = {}
        self._tables: defaultdict[str, Table] = defaultdict(lambda: defaultdict(dict))
        for feature, row in weights.items():
            self._index(feature, self._packed(row))
        self._word: Callable[[str, bool], _Word] = lru_cache(maxsize=1 << 14)(self._met)

    def tag(self, words: Sequence[str]) -> list[str]:
        """The tag of each word, left to right."""
        met = list(map(self._word, words, [True, *[word in OPENERS for word in words[:-1]]]))
        histories, joints = self._tables["c"], self._tables["g"]
        tags: list[str] = []
        last = before = EDGE
        left = self._edge
        for word, right in zip(met, [*met[1:], self._edge], strict=False):
            choice = word.sole
            if not choice:
                coming = right.coming
                total = (
                    word.own
                    + left.before_next
                    + right.after_last
                    + word.by_last.get(last, 0)
                    + word.kind_by_last.get(last, 0)
                    + word.by_coming.get(coming, 0)
                    + word.kind_by_coming.get(coming, 0)
                    + word.kind_by_tags.get(f"{before} {last}", 0)
                    + histories[before].get(last, 0)
                    + joints[last].get(coming, 0)
                )
                highest = -1
                for tag, shift in word.choices:
                    weight = total >> shift & _MASK
                    if weight > highest:
                        highest, choice = weight, tag
            tags.append(choice)
            last, before, left = choice, last, word
        return tags

    def _packed(self, row: Row) -> int:
        """The weights of a row in one number, each in the place of its tag."""
        return sum(weight << self._shifts[tag] for tag, weight in row.items())

    def _index(self, feature: str, weights: int) -> None:
        """Puts a feature's weights where they are looked for: by its first part, and what comes after that."""
        name, told = feature[0], feature[1:]
        if name in "befgkcl":
            first, second = told.split(" ", 1)
            self._tables[name][first][second] = weights
        else:
            self._single[feature] = weights

    @cached_property
    def _edge(self) -> _Word:
        return self._made(Entry(EDGE, EDGE, (EDGE,), ()))

    def _met(self, word: str, first: bool) -> _Word:
        return self._made(self.lexicon.entry(word, first))

    def _made(self, entry: Entry) -> _Word:
        key, kind, tags, signs = entry
        single, tables = self._single, self._tables
        return _Word(
            sole=tags[0] if len(tags) == 1 else "",
            choices=tuple((tag, self._shifts.get(tag, self._unweighted)) for tag in tags),
            coming=kind,
            own=self._bias + sum(single.get(sign, 0) for sign in ("a" + key, *signs)),
            before_next=single.get("i" + key, 0),
            after_last=single.get("d" + kind, 0) + single.get("j" + key, 0),
            by_last=tables["e"].get(key, _NONE),
            kind_by_last=tables["b"].get(kind, _NONE),
            by_coming=tables["f"].get(key, _NONE),
            kind_by_coming=tables["k"].get(kind, _NONE),
            kind_by_tags=tables["l"].get(kind, _NONE),
        )


_NONE: dict[str, int] = {}


def read(data: Mapping[str, Any]) -> Tagger:
    """A tagger from its data; see `benchmarks/train_tagger.py` for the form."""
    frequent, rare = (frozenset(data[name].split()) for name in ("frequent", "rare"))
    return Tagger(Lexicon(_by_word(data["words"]), frequent, rare, _by_word(data["forms"])), data["weights"])


def _by_word(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(tags.split()) for tags, words in groups.items() for word in words.split()}
