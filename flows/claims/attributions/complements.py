"""What follows a cue: a clause, a question, a quotation, or a phrase that is its content."""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from flows.claims.attributions.cues import Cue
from flows.claims.grammar.phrases import (
    AUXILIARIES,
    INSTRUMENTS,
    TIMES,
    after_approximators,
    opens_clause,
    phrase_end,
    singular,
)
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOMINAL, NOUNS, VERBS
from flows.claims.vocabulary import words_of

Form = Literal["that_clause", "bare_clause", "object_clause", "question", "quotation", "naming", "phrase", "colon"]

MAX_ADJUNCTS = 4
_PREPOSITIONS = words_of("grammar", "adjunct_prepositions")
_QUESTIONS = words_of("grammar", "questions")
_TOPICS = words_of("grammar", "topics")
_RELATIVES = words_of("grammar", "relatives")
_NEARNESS = words_of("grammar", "nearness")
_PERIODS = words_of("grammar", "periods") | TIMES
_YEAR = regex.compile(r"(?:1[5-9]|20)\d\d")
_FIGURE = regex.compile(r"\d[\d.,]*(?!s)\p{L}{0,3}")
_MULTIPLES = frozenset({"double", "triple", "quadruple", "halve"})
_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT"})
_NO_CLAUSE = _QUESTION_TAGS | {",", ".", ":", "CC", "TO", "IN", "VB", ""}


class Complement(NamedTuple):
    """What a cue is followed by, and the token at which its text starts."""

    form: Form
    start: int


def complement(s: Tagged, verb: int, cue: Cue) -> Complement | None:
    """What follows the cue as its content; None when nothing does."""
    first = verb + 1
    beside, beyond = first, first + 1 if s.tag(first) == "RB" else first
    if cue.addressee and (end := phrase_end(s, first)) > first and not _is_subject(s, first):
        beside, beyond = end, first
    for at in dict.fromkeys((beside, beyond)):
        if stated := _stated(s, verb, at, cue):
            return stated
    asides = after_adjuncts(s, beside)
    further = _stated(s, verb, asides, cue, aside=True) if asides not in (beside, beyond) else None
    return (
        further
        or _named(s, first, cue)
        or _object_clause(s, first, cue)
        or _phrase(s, first, cue)
        or _infinitive(s, asides, cue)
    )


def _is_subject(s: Tagged, at: int) -> bool:
    """Whether "that" or "this" is the subject of what is told, not the one told."""
    return s.low[at] in ("that", "this") and opens_clause(s, at)


def _stated(s: Tagged, verb: int, at: int, cue: Cue, *, aside: bool = False) -> Complement | None:
    return _that(s, at, aside) or _quoted(s, verb, at, cue) or _asked(s, verb, at, cue) or _bare(s, verb, at, cue)


def _that(s: Tagged, at: int, aside: bool) -> Complement | None:
    """A clause with "that"; after an aside the word may belong to a noun there ("on the progress that")."""
    if s.lower(at) != "that" or s.tag(at + 1) in (",", ".", ""):
        return None
    beside = not aside or s.tag(at - 1) in ("CD", "NNP") or singular(s.lower(at - 1)) in INSTRUMENTS
    joins = s.tag(at) == "CS" or s.tag(at + 1) == '"' or (beside and _joins(s, at))
    return Complement("that_clause", at + 1) if joins else None


def _joins(s: Tagged, that: int) -> bool:
    """Whether "that" opens a clause: it is no determiner of a plural."""
    if s.tags[that] in ("IN", "WDT") or opens_clause(s, that + 1):
        return True
    noun = that + 1
    while s.tag(noun) in ("JJ", "NN", "NNP"):
        noun += 1
    return s.tag(noun) == "NNS"


def _quoted(s: Tagged, verb: int, at: int, cue: Cue) -> Complement | None:
    """A quotation, or what stands in its place after a colon or a comma."""
    mark = at + 1 if s.tag(at) in (",", ":") else at
    if cue.cue_class == "say" and s.lower(at) in _TOPICS and s.tag(at + 1) == '"' != s.tag(at + 3):
        return Complement("quotation", at + 1)
    if not cue.quotation:
        return None
    if s.tag(mark) == '"' and (mark > at or _is_long(s, mark)):
        return Complement("quotation", mark)
    if s.lower(at) == ":" and at + 1 < len(s):
        return Complement("colon", at + 1)
    aside = s.tag(at + 1) == "RB" and s.tag(at + 2) == ","
    if (
        s.lower(at) == ","
        and not aside
        and s.tag(verb) in FINITE
        and s.lower(verb - 1) not in _RELATIVES
        and opens_clause(s, at + 1)
    ):
        return Complement("bare_clause", at + 1)
    return None


def _is_long(s: Tagged, mark: int) -> bool:
    """Whether a quotation has more words than a title or a term."""
    return '"' not in s.tags[mark + 1 : mark + 4]


def _asked(s: Tagged, verb: int, at: int, cue: Cue) -> Complement | None:
    if not cue.question:
        return None
    if s.lower(at) in ("whether", "if"):
        return Complement("question", at) if opens_clause(s, at + 1) else None
    asks = s.lower(at) in _QUESTIONS or (s.tag(at) in _QUESTION_TAGS and at == verb + 1)
    answerable = s.tag(at + 1) != "TO" and not FINITE.isdisjoint(s.tags[at + 1 :])
    return Complement("question", at) if asks and answerable else None


def _bare(s: Tagged, verb: int, at: int, cue: Cue) -> Complement | None:
    """A clause without "that"."""
    if not cue.bare or s.tag(at) in _NO_CLAUSE or not opens_clause(s, at):
        return None
    return None if cue.transitive and _is_object(s, verb, at) else Complement("bare_clause", at)


def _named(s: Tagged, at: int, cue: Cue) -> Complement | None:
    """An object and what it is called: "called | the deal 'a gift'", "dismissed | it as 'noise'"."""
    if not cue.naming or (end := phrase_end(s, at)) == at:
        return None
    mark = end + 1 if s.lower(end) == "as" else end
    return Complement("naming", at) if s.tag(mark) == '"' and s.tag(mark + 2) != '"' else None


def _object_clause(s: Tagged, at: int, cue: Cue) -> Complement | None:
    """An object and what it is to do: "expects | the sector to grow"."""
    if not cue.object_infinitive or (end := phrase_end(s, at)) == at:
        return None
    if s.tag(end) != "TO" or s.tag(end + 1) not in ("VB", "VBP"):
        return None
    if cue.infinitive and s.tags[at - 1] not in ("VBZ", "VBD") and not holds_figure(s, at, len(s)):
        return None
    return Complement("object_clause", at)


def _phrase(s: Tagged, at: int, cue: Cue) -> Complement | None:
    start = after_approximators(s, at)
    if s.tag(start) not in NOMINAL or (end := phrase_end(s, start)) == start:
        return None
    return Complement("phrase", at) if cue.phrase or (cue.figure and holds_figure(s, start, end)) else None


def holds_figure(s: Tagged, first: int, last: int) -> bool:
    """Whether a figure stands among tokens [first, last): no year after a preposition, no decade, no "50-year-old"."""
    return any(
        s.tags[at] == "CD" or s.low[at] in _MULTIPLES or _FIGURE.fullmatch(s.words[at])
        for at in range(first, min(last, len(s)))
        if s.tag(at - 1) != "IN" or not _YEAR.fullmatch(s.words[at])
    )


def _infinitive(s: Tagged, at: int, cue: Cue) -> Complement | None:
    if cue.infinitive and s.tag(at) == "TO" and (holds_figure(s, at, len(s)) or '"' in s.tags[at:]):
        return Complement("phrase", at)
    return None


def _is_object(s: Tagged, verb: int, at: int) -> bool:
    """Whether the phrase after a verb that often has an object is one, though a finite verb follows later."""
    if s.tags[at] in ("PRP", "EX"):
        return False
    group = verb
    while group > 0 and (s.tags[group - 1] in ("RB", "MD", "PRP") or s.low[group - 1] in AUXILIARIES):
        group -= 1
    subordinate = s.tag(group - 1) in ("WP", "WDT", "WRB", "CS")
    contact = s.tag(group - 1) in NOUNS and s.tag(verb - 1) == "PRP"
    return s.tags[verb] not in FINITE or subordinate or contact


def after_adjuncts(s: Tagged, at: int) -> int:
    """The token after adverbs, prepositional phrases and times: "said | on Friday in a statement | that"."""
    for _ in range(MAX_ADJUNCTS):
        end = _adjunct_end(s, at)
        if end == at:
            break
        at = end
    return at


def _adjunct_end(s: Tagged, at: int) -> int:
    low, tag = s.lower(at), s.tag(at)
    if tag in ("IN", "TO") and s.tag(at + 1) not in VERBS and (end := phrase_end(s, at + 1)) > at + 1:
        return end if low in _PREPOSITIONS or s.tag(end) == ":" or s.tag(end + 1) == '"' else at
    if low in _NEARNESS and s.lower(at + 1) in _PERIODS:
        return at + 2
    if tag == "RB" or low in TIMES:
        return at + 1
    return (_closing_comma(s, at) or at) if tag == "," else at


def _closing_comma(s: Tagged, comma: int) -> int | None:
    """The token after an aside between commas, if "that" or a quotation follows: "said, however, that"."""
    for at in range(comma + 1, min(len(s), comma + 16)):
        if s.tags[at] == ",":
            return at + 1 if s.lower(at + 1) == "that" or s.tag(at + 1) == '"' else None
        if s.tags[at] in FINITE or s.tags[at] == '"':
            return None
    return None
