"""The clauses of a tagged sentence: which verb group each word hangs on, and the noun phrase that is its subject.

One pass over the chunks keeps a stack of open clauses. A relative, subordinate or participial clause is opened on top
of the one that it stands in and closed by what can only go on below it: a comma, or a second finite verb.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from flows.claims.grammar.agreement import agree
from flows.claims.grammar.chunking import Chunk, Kind, Span, chunks, word_set
from flows.claims.vocabulary import words_of

ClauseKind = Literal["main", "subordinate", "relative", "participial", "infinitive", "bracket"]

TIMES = word_set("""
    year years month months week weeks day days quarter decade time morning today yesterday tomorrow
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
""")
"""Heads of noun phrases that say when and are no subject before a comma or beside another noun phrase."""

NOMINATIVE = word_set("i he she we they it you")
"""Pronouns that, right before a verb, are its subject whatever else might be."""
FREE = word_set("what whatever whoever")
"""Relative pronouns without an antecedent."""
HAVE_ANOTHER_DO = words_of("grammar", "have_another_do")
"""Verbs whose object does what the infinitive after it says: "expect SALES to rise"."""
DEPTH = 24
"""How many clauses may be open, and how long a chain of prepositional phrases is remembered."""
STOPS = frozenset(";.?!")
ANNOUNCED = 14
"""How many chunks may stand between a colon and the verb of the clause that it announces."""


class Clause(NamedTuple):
    """A clause in spans of tokens; `subject` is what a relative pronoun or a participle stands for, if known."""

    kind: ClauseKind
    subject: Span | None
    verb: Span | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The chunks of a sentence in lower case; for each the token that it starts with, and the clause it was read in."""

    low: Sequence[str]
    chunks: Sequence[Chunk]
    starts: Sequence[int]
    owners: Sequence[_Frame]

    def clause(self, at: int) -> Clause | None:
        """The clause that the token at an index belongs to; none for the little that is in no chunk."""
        number = self._chunk(at)
        if number is None:
            return None
        owner = self.owners[number]
        return Clause(owner.kind, _span(owner.subject or owner.host_subject()), _span(owner.verb))

    def phrase(self, at: int) -> Span | None:
        """The base noun phrase that holds the token at an index; its last word is what a number in it counts."""
        number = self._chunk(at)
        return None if number is None or self.chunks[number].kind != "noun" else _span(self.chunks[number])

    def extended(self, phrase: Span, prepositions: Collection[str] = ("of",)) -> Span:
        """A base noun phrase with the prepositional phrases right after it: "about 30 % of all firms"."""
        start, end = phrase
        while self._at(end, prepositions) and (noun := self.phrase(end + 1)):
            end = noun[1]
        return start, end

    def _chunk(self, at: int) -> int | None:
        """The number of the chunk that holds a token."""
        number = bisect_right(self.starts, at) - 1
        return number if number >= 0 and at < self.chunks[number].end else None

    def _at(self, at: int, words: Collection[str]) -> bool:
        """Whether one of the words stands at an index, with another token after it."""
        return at + 1 < len(self.low) and self.low[at] in words


def read(low: Sequence[str], tags: Sequence[str]) -> Sentence:
    """The clauses of a sentence whose words are given in lower case."""
    return _Reader(low, tags).read()


@dataclass(slots=True, eq=False)
class _Frame:
    """A clause as it is read.

    `host` is the clause that it stands in and `on` the noun phrase that it follows; `candidate` is the last noun phrase
    after the verb that may yet be the subject of a further one.
    """

    kind: ClauseKind
    host: _Frame | None
    subject: Chunk | None
    verb: Chunk | None
    on: Chunk | None
    after_comma: bool
    candidate: Chunk | None = None

    def host_subject(self) -> Chunk | None:
        """The subject of a participle or infinitive that came before it."""
        return self.host.subject if self.host and self.kind in ("participial", "infinitive") else None


class _Reader:
    """The state of one pass over the chunks of a sentence.

    `last` and `next` are the chunks before and after the one that is read; `nouns` is the last noun phrase with those
    that it hangs on by prepositions, the outermost first.
    """

    def __init__(self, low: Sequence[str], tags: Sequence[str]) -> None:
        self.low, self.tags = low, tags
        self.chunks = chunks(low, tags)
        self.owners: list[_Frame] = []
        self.frames: list[_Frame] = []
        self.stack: list[_Frame] = []
        self.nouns: list[Chunk] = []
        self.last = self.next = _NOTHING
        self._open("main")

    def read(self) -> Sentence:
        """The clauses, each chunk read by the method for its kind."""
        for chunk, following in zip(self.chunks, [*self.chunks[1:], _NOTHING], strict=False):
            self.next = following
            if method := _METHODS.get(chunk.kind):
                method(self, chunk)
            self.owners.append(self.stack[-1])
            self.last = chunk
        self._promote()
        return Sentence(self.low, self.chunks, [chunk.start for chunk in self.chunks], self.owners)

    def _open(self, kind: ClauseKind, subject: Chunk | None = None, verb: Chunk | None = None) -> _Frame:
        host = self.stack[-1] if self.stack else None
        on = self.last if self.last.kind == "noun" else None
        frame = _Frame(kind, host, subject, verb, on, self.last.kind == "comma")
        self.frames.append(frame)
        self.stack.append(frame)
        if len(self.stack) > DEPTH:
            del self.stack[0]
        return frame

    def _close(self, count: int) -> None:
        """Close clauses until so many are open."""
        del self.stack[count:]

    def _noun(self, chunk: Chunk) -> None:
        if self.last.kind == "preposition":
            self.nouns = [*self.nouns[-DEPTH:], chunk]
            return
        top = self.stack[-1]
        if top.verb:
            top.candidate = top.candidate if self._time(chunk) and self.last is top.verb else chunk
        elif not top.subject or self._replaces(chunk, top.subject):
            top.subject = chunk
        elif self.last.kind == "noun" and self.next.kind == "finite" and self._opens_contact(chunk):
            self._open("relative", chunk)
        self.nouns = [chunk]

    def _opens_contact(self, chunk: Chunk) -> bool:
        """Whether a phrase right after another is the subject of a clause on it, not an amount: "fees above $5"."""
        return self.tags[chunk.end - 1] != "CD" and not self._time(chunk)

    def _replaces(self, chunk: Chunk, subject: Chunk) -> bool:
        """Whether a phrase is the subject, and the one before it an adverbial: "Last year, prices ..."."""
        if self.last.kind == "noun" and not self._time(self.last):
            return False
        pronoun = self.next.kind == "finite" and self._word(chunk) in NOMINATIVE
        return pronoun or (self.last.kind == "comma" and self._time(subject))

    def _word(self, chunk: Chunk) -> str:
        return self.low[chunk.end - 1]

    def _time(self, chunk: Chunk) -> bool:
        return self._word(chunk) in TIMES or self._word(chunk).isdigit()

    def _finite(self, chunk: Chunk) -> None:
        top = self.stack[-1]
        if top.verb:
            top = self._further(chunk)
        elif top.kind == "subordinate" and self.last.kind == "subordinator" and self._word(self.last) == "that":
            top.kind, top.subject = "relative", self._antecedent(chunk)
        if self.next.kind == "noun" and (not top.subject or self.tags[top.subject.start] == "EX"):
            top.subject = self.next
        top.verb, top.candidate = chunk, None

    def _antecedent(self, verb: Chunk) -> Chunk | None:
        """The nearest noun phrase that agrees with the verb of a relative clause."""
        nouns = [noun for noun in self.nouns if not self._word(noun).isdigit()]
        agreeing = (noun for noun in reversed(nouns) if self._agree(noun, verb))
        return next(agreeing, nouns[-1] if nouns else None)

    def _agree(self, subject: Chunk, verb: Chunk) -> bool:
        last, first = subject.end - 1, verb.start
        return agree((self.low[last], self.tags[last]), (self.low[first], self.tags[first]))

    def _further(self, verb: Chunk) -> _Frame:
        """The clause of a finite verb after that of the open clause: coordinate, waiting, or a complement."""
        if self.last.kind == "and":
            return self._coordinate(verb)
        while len(self.stack) > 1 and self._modifies(self.stack[-1], self.stack[-2].candidate):
            self.stack.pop()
        top = self.stack[-1]
        waiting = next((n for n in range(len(self.stack) - 1, -1, -1) if not self.stack[n].verb), -1)
        if waiting >= 0 and self.stack[waiting].subject and not self._sure(top.candidate):
            self._close(waiting + 1)
            return self.stack[-1]
        if subject := top.candidate:
            top.candidate = None
            frame = self._open("subordinate", subject)
            self._take(subject, frame)
            return frame
        return self._coordinate(verb)

    def _take(self, subject: Chunk, frame: _Frame) -> None:
        """A clause after "and" or a comma has its subject too, which was read as an object until its verb came."""
        first = self.chunks.index(subject)
        if self.chunks[first - 1].kind in ("and", "comma") and not self._time(subject):
            self.owners[first:] = [frame] * (len(self.owners) - first)

    def _modifies(self, frame: _Frame, candidate: Chunk | None) -> bool:
        """Whether a clause, with no more than an object after its verb, hangs on a phrase that awaits its own verb."""
        complete = frame.verb is not None and (not frame.candidate or frame.candidate.start == frame.verb.end)
        return complete and frame.on is not None and frame.on is candidate

    def _sure(self, candidate: Chunk | None) -> bool:
        return candidate is self.last and self._word(self.last) in NOMINATIVE

    def _coordinate(self, verb: Chunk) -> _Frame:
        """A clause beside the innermost finite one whose subject fits the verb, with that subject."""
        while len(self.stack) > 1 and not self._fits(self.stack[-1], verb):
            self.stack.pop()
        beside = self.stack.pop()
        return self._open(beside.kind, beside.subject)

    def _fits(self, frame: _Frame, verb: Chunk) -> bool:
        return frame.kind not in ("participial", "infinitive") and (
            not frame.subject or self._agree(frame.subject, verb)
        )

    def _participle(self, chunk: Chunk) -> None:
        self._open("participial", self.last if self.last.kind == "noun" else self.stack[-1].subject, chunk)

    def _infinitive(self, chunk: Chunk) -> None:
        top = self.stack[-1]
        acting = top.candidate if top.verb and self._word(top.verb) in HAVE_ANOTHER_DO else None
        self._open("infinitive", acting or top.subject, chunk)

    _bare = _infinitive

    def _relative(self, chunk: Chunk) -> None:
        if self.next.kind != "finite" or self.tags[chunk.start] == "WRB":
            self._open("relative")
        elif self._word(chunk) in FREE or self.last.kind not in ("noun", "comma", "close_bracket", "preposition"):
            self._open("relative", chunk)
        else:
            self._open("relative", self._antecedent(self.next))

    def _subordinator(self, _: Chunk) -> None:
        self._open("subordinate")

    def _comma(self, _: Chunk) -> None:
        while len(self.stack) > 1 and self.stack[-1].verb and (self.stack[-1].after_comma or not self.stack[-2].verb):
            self.stack.pop()
        top = self.stack[-1]
        if top.verb and top.candidate and top.candidate.start == top.verb.end:
            top.candidate = None

    def _stop(self, chunk: Chunk) -> None:
        ends = self.low[chunk.start] in STOPS or self._announces(chunk)
        if ends and self.next is not _NOTHING:
            self._close(0)
            self._open("main")

    def _announces(self, stop: Chunk) -> bool:
        """Whether a colon parts a clause from what announces it: "Exports: Brazil sold 5 million bags"."""
        if self.low[stop.start] != ":" or any(frame.kind == "bracket" for frame in self.stack):
            return False
        first = len(self.owners) + 1
        return any(chunk.kind == "finite" for chunk in self.chunks[first : first + ANNOUNCED])

    def _open_bracket(self, _: Chunk) -> None:
        self._open("bracket")

    def _close_bracket(self, _: Chunk) -> None:
        brackets = [n for n, frame in enumerate(self.stack) if frame.kind == "bracket"]
        if brackets:
            self._close(brackets[-1])
        if not self.stack:
            self._open("main")

    def _promote(self) -> None:
        """Where a clause found no finite verb, the last past participle in it is one: "The bank sold ships"."""
        for frame in reversed(self.frames):
            host = frame.host
            past = frame.verb is not None and self.tags[frame.verb.start] == "VBN"
            if host and past and frame.kind == "participial" and host.subject is frame.subject and not host.verb:
                frame.kind, host.verb = host.kind, frame.verb


_METHODS: dict[Kind, Callable[[_Reader, Chunk], None]] = {
    kind: method for kind in get_args(Kind) if (method := getattr(_Reader, f"_{kind}", None))
}
"""How a chunk of each kind is read; the others only part what stands beside them."""

_NOTHING = Chunk("stop", 0, 0)
"""Stands before the first chunk and after the last."""


def _span(chunk: Chunk | None) -> Span | None:
    return (chunk.start, chunk.end) if chunk else None
