"""The lexicon of the tagger: which tags a word may have, and what its letters say when it was never seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

OPEN_CLASS = ("JJ", "NN", "NNP", "NNS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
"""What a word may be of which nothing is known."""

_NUMBER = re.compile(r"[\d.,:/–-]*\d[\d.,:/–-]*")
_ENDINGS = ("ing", "ed", "er", "est", "ly", "es", "s", "d", "r")
_PREFIXES = ("un", "re", "non", "pre", "over", "under", "inter", "co", "mis", "dis")
CURRENCY_SIGNS = frozenset("$€£¥₹₩")
_PUNCTUATION = (
    (frozenset(".?!"), "."),
    (frozenset("-–—…:;=~*_"), ":"),
    (frozenset("([{<"), "("),
    (frozenset(")]}>"), ")"),
    (frozenset(","), ","),
    (frozenset("\"“”‘’`'«»"), '"'),
    (CURRENCY_SIGNS, "$"),
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


@dataclass(frozen=True)
class Lexicon:
    """The words and word patterns that were seen, and the tags that each may have.

    `tags` maps a word or a pattern to its tags, `frequent` holds the words that neighbours see as themselves, `rare`
    those that were seen too seldom to be trusted without a look at their letters. `forms` maps words that were never
    seen, but whose lemma was, to the tags that their endings allow.
    """

    tags: Mapping[str, tuple[str, ...]]
    frequent: frozenset[str]
    rare: frozenset[str]
    forms: Mapping[str, tuple[str, ...]]

    def entry(self, word: str, first: bool) -> Entry:
        """The entry of a word; `first` means that its place alone may make it capital."""
        lower, capital = word.lower(), _capital(word)
        key = self._known(word, lower, first, capital)
        return self._seen(key, first, capital) if key else self.guess(word, first)

    def guess(self, word: str, first: bool) -> Entry:
        """The entry of a word as if it had never been seen in this form."""
        lower, capital = word.lower(), _capital(word)
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
        ending = "" if capital in ("A", "AF", "C") else last[-2:].lstrip(":")  # "<:" opens a punctuation mark's key
        signs = [f"{n}{hyphen}{last[-n:]}" for n in (1, 2, 3)]
        signs += [f"4{capital}{hyphen}{last[-4:]}", f"5{capital}{hyphen}{last[-3:]}", "P" + lower[:3]]
        signs += ["S" + stem, f"T{capital}{stem}", "B" + (last if hyphen else "")]
        key = f"<{capital}{hyphen}{ending}{'+' if stem else ''}>"
        return self._entry(key, tuple(signs), () if capital else self.forms.get(lower, ()))

    def _entry(self, key: str, signs: tuple[str, ...], forms: tuple[str, ...] = ()) -> Entry:
        tags = (key[2:-1],) if key.startswith("<:") else self.tags.get(key, OPEN_CLASS)
        if forms:
            tags = tuple(sorted({*tags, *forms}))
        return Entry(key, "|".join(tags), tags, signs)

    def _stem(self, lower: str) -> str:
        """How a word is made from a known one: its ending and what the stem may be, else ""."""
        for ending in _ENDINGS:
            if lower.endswith(ending) and len(lower) > len(ending) + 2:
                for stem in stems(lower[: -len(ending)]):
                    if stem in self.tags:
                        return f"{ending}:{self._classes(stem)}"
        for prefix in _PREFIXES:
            if lower.startswith(prefix) and lower[len(prefix) :].lstrip("-") in self.tags:
                return f"{prefix}+{self._classes(lower[len(prefix) :].lstrip('-'))}"
        return ""

    def _classes(self, word: str) -> str:
        return "".join(name[0] for name in ("VB", "NN", "JJ", "VBD", "VBN") if name in self.tags[word])


def _capital(word: str) -> str:
    """A for a word in capitals, C for one with a capital, "" for others."""
    return "" if word.lower() == word else "A" if len(word) > 1 and word.isupper() else "C"


def stems(rest: str) -> tuple[str, ...]:
    """What a word may have been before an ending was put to the rest: hous- is house, stopp- is stop."""
    doubled = rest[:-1] if len(rest) > 2 and rest[-1] == rest[-2] else ""
    return rest, rest + "e", rest[:-1] + "y" if rest[-1] == "i" else "", doubled


def _pattern(word: str) -> str | None:
    """The pattern of a token that is no plain word; a punctuation mark's holds its tag."""
    if _NUMBER.fullmatch(word):
        return "<#>"
    if word[0].isdigit():
        ending = word[-2:] if word[-2:] in ("st", "nd", "rd", "th") else "-" if "-" in word else word[-1:]
        return f"<#{ending if ending in ('st', 'nd', 'rd', 'th', '-', 's') else 'a'}>"
    if word[-1] in CURRENCY_SIGNS:
        return "<:$>"
    if not any(map(str.isalnum, word)):
        return f"<:{punctuation(word)}>"
    return "<@>" if "@" in word or "." in word[1:-1] else None


def punctuation(word: str) -> str:
    """The tag of a word without letters and digits."""
    if len(word) > 1 and set(word) == {"."}:
        return ":"
    characters = set(word)
    return next((tag for members, tag in _PUNCTUATION if characters <= members), "X")
