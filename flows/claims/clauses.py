"""The clauses of a tagged sentence: which verb group each word hangs on, and the noun phrase that is its subject.

One pass over the chunks keeps a stack of open clauses. A relative, subordinate or participial clause is opened on top
of the one that it stands in and closed by what can only go on below it: a comma, or a second finite verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from flows.claims.chunking import Chunk, Kind, Span, chunks

ClauseKind = Literal["main", "subordinate", "relative", "participial", "infinitive", "bracket"]

TIMES = frozenset(
    """year years month months week weeks day days quarter decade time morning today yesterday tomorrow monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december""".split()
)
"""Heads of noun phrases that say when and are no subject before a comma or beside another noun phrase."""

BE = frozenset("be am is are was were been being 's 're 'm".split())
STOPS = frozenset(";.?!")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause; spans count tokens. `subject` is what a relative pronoun or a participle stands for, if that is known.

    `passive` means that the subject is acted on ("were sold", "firms surveyed").
    """

    kind: ClauseKind
    subject: Span | None
    verb: Span | None
    passive: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """The chunks and clauses of a sentence, and for each token the number of its chunk and of its clause, or -1."""

    words: Sequence[str]
    tags: Sequence[str]
    chunks: Sequence[Chunk]
    clauses: Sequence[Clause]
    chunk_of: Sequence[int]
    clause_of: Sequence[int]

    def clause(self, at: int) -> Clause | None:
        """The clause that the token at an index belongs to."""
        return self.clauses[self.clause_of[at]] if self.clause_of[at] >= 0 else None

    def phrase(self, at: int) -> Span | None:
        """The base noun phrase that holds the token at an index; its last word is what a number in it counts."""
        chunk = self.chunks[self.chunk_of[at]] if self.chunk_of[at] >= 0 else None
        return (chunk.start, chunk.end) if chunk and chunk.kind == "noun" else None


def read(words: Sequence[str], tags: Sequence[str]) -> Sentence:
    """The clauses of a sentence."""
    return _Reader(words, tags).read()


@dataclass(slots=True, eq=False)
class _Frame:
    """A clause as it is read. `candidate` is the last noun phrase after the verb that may yet be a further subject."""

    kind: ClauseKind
    number: int
    subject: Chunk | None = None
    verb: Chunk | None = None
    candidate: Chunk | None = None
    after_comma: bool = False


class _Reader:
    """The state of one pass over the chunks of a sentence."""

    def __init__(self, words: Sequence[str], tags: Sequence[str]) -> None:
        self.words, self.tags = words, tags
        self.chunks = chunks(words, tags)
        self.frames: list[_Frame] = []
        self.stack: list[_Frame] = []
        self.last = self.next = self.noun = _NOTHING
        self._open("main")

    def read(self) -> Sentence:
        """The clauses, each chunk read by the method for its kind."""
        owners = []
        methods = {kind: getattr(self, f"_{kind}", None) for kind in get_args(Kind)}
        for chunk, self.next in zip(self.chunks, [*self.chunks[1:], _NOTHING], strict=False):
            if method := methods[chunk.kind]:
                method(chunk)
            owners.append(self.stack[-1].number)
            self.last = chunk
        return self._sentence(owners)

    def _open(self, kind: ClauseKind, subject: Chunk | None = None, verb: Chunk | None = None) -> _Frame:
        frame = _Frame(kind, len(self.frames), subject, verb, after_comma=self.last.kind == "comma")
        self.frames.append(frame)
        self.stack.append(frame)
        return frame

    def _close(self, count: int) -> None:
        """Close clauses until so many are open."""
        del self.stack[count:]

    def _noun(self, chunk: Chunk) -> None:
        top = self.stack[-1]
        if self.last.kind != "preposition":
            if top.verb:
                top.candidate = chunk
            elif not top.subject or (self.last.kind == "comma" and self._time(top.subject)):
                top.subject = chunk
            elif self.last.kind == "noun" and self.next.kind == "finite" and not self._time(chunk):
                self._open("relative", chunk)
        self.noun = chunk

    def _time(self, chunk: Chunk) -> bool:
        word = self.words[chunk.end - 1]
        return word.lower() in TIMES or word.isdigit()

    def _finite(self, chunk: Chunk) -> None:
        top = self.stack[-1]
        if top.verb:
            top = self._further(top)
        elif top.kind == "subordinate" and self.last.kind == "subordinator" and self._that() and self.noun.end:
            top.kind, top.subject = "relative", self.noun
        if self.next.kind == "noun" and (not top.subject or self.tags[top.subject.start] == "EX"):
            top.subject = self.next
        top.verb, top.candidate = chunk, None

    def _that(self) -> bool:
        return self.words[self.last.start].lower() == "that"

    def _further(self, top: _Frame) -> _Frame:
        """The clause of a finite verb after that of the open clause: a coordinate one, a waiting one or a complement."""
        if self.last.kind == "and":
            return self._coordinate()
        waiting = next((n for n in range(len(self.stack) - 1, -1, -1) if not self.stack[n].verb), -1)
        if waiting >= 0 and self.stack[waiting].subject:
            self._close(waiting + 1)
            return self.stack[-1]
        if top.candidate:
            return self._open("subordinate", top.candidate)
        return self._coordinate()

    def _coordinate(self) -> _Frame:
        """A clause beside the innermost finite one, with its subject."""
        while len(self.stack) > 1 and self.stack[-1].kind in ("participial", "infinitive"):
            self.stack.pop()
        beside = self.stack.pop()
        return self._open(beside.kind, beside.subject)

    def _participle(self, chunk: Chunk) -> None:
        self._open("participial", self.noun if self.last.kind == "noun" else self.stack[-1].subject, chunk)

    def _infinitive(self, chunk: Chunk) -> None:
        self._open("infinitive", self.stack[-1].subject, chunk)

    def _relative(self, chunk: Chunk) -> None:
        stands_for = self.next.kind == "finite" and self.tags[chunk.start] != "WRB" and self.noun.end
        self._open("relative", self.noun if stands_for else None)

    def _subordinator(self, _: Chunk) -> None:
        self._open("subordinate")

    def _comma(self, _: Chunk) -> None:
        while len(self.stack) > 1 and self.stack[-1].verb and (self.stack[-1].after_comma or not self.stack[-2].verb):
            self.stack.pop()
        self.stack[-1].candidate = None

    def _stop(self, chunk: Chunk) -> None:
        if self.words[chunk.start] in STOPS:
            self._close(0)
            self._open("main")

    def _open_bracket(self, _: Chunk) -> None:
        self._open("bracket")

    def _close_bracket(self, _: Chunk) -> None:
        brackets = [n for n, frame in enumerate(self.stack) if frame.kind == "bracket"]
        if brackets:
            self._close(brackets[-1])

    def _sentence(self, owners: Sequence[int]) -> Sentence:
        chunk_of, clause_of = [-1] * len(self.words), [-1] * len(self.words)
        for number, (chunk, owner) in enumerate(zip(self.chunks, owners, strict=True)):
            for at in range(chunk.start, chunk.end):
                chunk_of[at], clause_of[at] = number, owner
        clauses = [Clause(one.kind, _span(one.subject), _span(one.verb), self._passive(one)) for one in self.frames]
        return Sentence(self.words, self.tags, self.chunks, clauses, chunk_of, clause_of)

    def _passive(self, frame: _Frame) -> bool:
        if not frame.verb or self.tags[frame.verb.end - 1] != "VBN":
            return False
        before = {word.lower() for word in self.words[frame.verb.start : frame.verb.end - 1]}
        return not before or not before.isdisjoint(BE)


_NOTHING = Chunk("stop", 0, 0)
"""Stands before the first chunk and after the last."""


def _span(chunk: Chunk | None) -> Span | None:
    return (chunk.start, chunk.end) if chunk else None
