"""What "it" and "they" stand for as the subject of a figure: the subject of the clause or sentence before.

Only a subject that agrees in number is taken; of an "it" that stands for what follows ("it takes a year to ...") none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from flows.claims.attributions.scene import Offsets
from flows.claims.grammar.clauses import TIMES
from flows.claims.grammar.nominals import bare
from flows.claims.grammar.phrases import PERSONS, Range
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE
from flows.claims.statements.surroundings import LONGEST

_EMPTY_VERBS = frozenset("is was takes took costs cost makes made be seems seemed emerged turned means meant".split())
_BEFORE = 2
"""How many sentences back a subject is looked for that is no pronoun."""
_FOLLOWING = 14
"""How many tokens behind an empty "it" its clause may start."""


def antecedent_of(text: str, sentences: Sequence[Offsets], s: Tagged, pronoun: int) -> Offsets | None:
    """Where what the pronoun at a token of a sentence stands for is told of in its block."""
    if s.low[pronoun] not in ("it", "they") or s.tag(pronoun - 1) == "IN" or _is_empty(s, pronoun):
        return None
    word = s.low[pronoun]
    here = _subjects(s, pronoun)
    if here:
        return _agreeing(s, word, here[-1])
    number = bisect_left(sentences, (s.starts[0], 0))
    for start, end in reversed(sentences[max(0, number - _BEFORE) : number]):
        if end - start > LONGEST:
            return None
        before = Tagged.of(text, start, end)
        subjects = _subjects(before, len(before))
        if subjects and before.low[subjects[0][0]] != word:
            return _agreeing(before, word, subjects[0])
    return None


def _is_empty(s: Tagged, pronoun: int) -> bool:
    """Does "it" stand for a clause that follows?"""
    behind = s.low[pronoun + 1 : pronoun + _FOLLOWING]
    return (
        s.low[pronoun] == "it" and bool(behind) and behind[0] in _EMPTY_VERBS and ("to" in behind or "that" in behind)
    )


def _subjects(s: Tagged, end: int) -> list[Range]:
    """The subjects of the finite clauses before a token, but for relative ones."""
    found: list[Range] = []
    for at in range(end):
        clause = s.sentence.clause(at) if s.tags[at] in FINITE else None
        if clause is None or clause.kind not in ("main", "subordinate") or clause.subject is None:
            continue
        if clause.subject[1] <= end and clause.subject not in found:
            found.append(clause.subject)
    return found


def _agreeing(s: Tagged, word: str, subject: Range) -> Offsets | None:
    """A subject that the pronoun may stand for, with what belongs to it."""
    start, end = s.sentence.extended(subject)
    whole = bare(s, start, end)
    head = subject[1] - 1
    fits = s.tags[head] == "NNS" if word == "they" else _is_thing(s, subject)
    return s.span(*whole) if whole is not None and fits and s.low[head] not in TIMES else None


def _is_thing(s: Tagged, subject: Range) -> bool:
    """Is a subject one thing, and no person by a title or occupation?"""
    first, last = subject
    one = s.tags[last - 1] == "NN" or (s.tags[last - 1] == "NNP" and (last - first > 1 or s.low[last - 1][-1] != "s"))
    return one and PERSONS.isdisjoint(s.low[first:last])
