"""Sentences of an English treebank (Universal Dependencies, Penn tags) in the tokens and tags of the tagger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.claims.grammar.lexicon import punctuation

MERGED = {
    "NNPS": "NNP", "ADD": "NNP", "PDT": "DT", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "RP": "RB",
    "WP$": "PRP$", "LS": "CD", "FW": "X", "SYM": "X", "GW": "X", "AFX": "X", "NFP": "X",
}  # fmt: skip
"""Penn tags that are merged into another."""

MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod:desc"})


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `head` is the index of its head in the sentence (-1 at the root); `space` follows it in the text."""

    word: str
    tag: str
    upos: str
    lemma: str
    head: int
    relation: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    document: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        return [token.word for token in self.tokens]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the file: word, lemma, universal and Penn tag, 1-based head, relation, whether a space follows."""

    word: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    space: bool

    @classmethod
    def of(cls, line: str) -> _Row:
        _, word, lemma, upos, xpos, _, head, relation, _, misc = line.split("\t")
        return cls(word, lemma, upos, xpos, int(head), relation, "SpaceAfter=No" not in misc)


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, hyphenated words joined."""
    document, rows = "", list[_Row]()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# sent_id = "):
            document = line.removeprefix("# sent_id = ").rpartition("-")[0]
        elif line[:1].isdigit() and line.partition("\t")[0].isdigit():
            rows.append(_Row.of(line))
        elif not line and rows:
            yield Sentence(document, _joined(rows))
            rows = []


def _joined(rows: list[_Row]) -> tuple[Token, ...]:
    groups = _groups(rows)
    member_of = {member: number for number, group in enumerate(groups) for member in group}
    return tuple(_token(rows, group, member_of) for group in groups)


def _groups(rows: list[_Row]) -> list[list[int]]:
    """The indexes of the rows that make up each token."""
    groups: list[list[int]] = []
    at = 0
    while at < len(rows):
        group = [at]
        while _hyphen(rows, at + 1):
            group += [at + 1, at + 2]
            at += 2
        groups.append(group)
        at += 1
    return groups


def _hyphen(rows: list[_Row], at: int) -> bool:
    """Whether the row joins its neighbours into a hyphenated word or a range of numbers."""
    if at + 1 >= len(rows) or rows[at].space or rows[at - 1].space:
        return False
    left, mark, right = rows[at - 1], rows[at].word, rows[at + 1]
    numbers = left.xpos == right.xpos == "CD"
    return (mark == "-" or (mark == "–" and numbers)) and left.word[-1].isalnum() and right.word[0].isalnum()


def _token(rows: list[_Row], group: list[int], member_of: dict[int, int]) -> Token:
    own = member_of[group[0]]
    outer = next(member for member in group if member_of.get(rows[member].head - 1) != own)
    row = rows[outer]
    word = "".join(rows[member].word for member in group)
    tag, upos = _tag(word, row, rows), row.upos
    if len(group) > 1 and row.relation in MODIFIERS and tag not in ("NNP", "CD"):
        tag, upos = "JJ", "ADJ"
    elif len(group) > 1 and tag in ("RB", "IN"):
        tag, upos = "NN", "NOUN"
    lemma = row.lemma.lower() if len(group) == 1 else ""
    return Token(word, tag, upos, lemma, member_of.get(row.head - 1, -1), row.relation, rows[group[-1]].space)


def _tag(word: str, row: _Row, rows: list[_Row]) -> str:
    if not any(map(str.isalnum, word)) and row.xpos != "POS":
        return punctuation(word)
    if row.xpos == "IN" and row.upos == "SCONJ":
        return "IN" if _gerund(row.head, rows) else "CS"
    return MERGED.get(row.xpos, row.xpos)


def _gerund(number: int, rows: list[_Row]) -> bool:
    """Whether the row is an -ing form with neither auxiliary nor subject: "by raising rates"."""
    own = {row.relation.partition(":")[0] for row in rows if row.head == number}
    return number > 0 and rows[number - 1].xpos == "VBG" and own.isdisjoint({"aux", "nsubj", "cop"})
