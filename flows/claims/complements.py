"""What follows a cue: a clause, a question, a quotation, or a phrase that is its content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flows.claims.cues import Cue
from flows.claims.phrases import AUXILIARIES, TIMES, opens_clause, phrase_end
from flows.claims.tagged import FINITE, NOMINAL, NOUNS, VERBS, Tagged

Form = Literal["that_clause", "bare_clause", "question", "quotation", "phrase", "colon"]

MAX_ADJUNCTS = 4
_PREPOSITIONS = frozenset("on in to at during by after before from last".split())
_QUESTIONS = frozenset("how what when where why".split())
_QUESTION_WORDS = frozenset({"WP", "WRB", "WDT"})
_NO_CLAUSE = frozenset({",", ".", ":", "CC", "TO", "IN", "VB", "WP", "WDT", "WRB", ""})
_ROUGHLY = frozenset("about almost around between nearly over roughly under".split())
_THIS = frozenset({"last", "this", "next", "earlier", "later"})
_PERIODS = frozenset(
    "week month year day morning evening night afternoon summer winter spring autumn quarter weekend".split()
)


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue is followed by, and the token at which its text starts."""

    form: Form
    start: int


def complement(s: Tagged, verb: int, cue: Cue) -> Complement | None:
    """What follows the cue as its content; None when nothing does."""
    at = verb + 1
    places = [at + 1 if s.tag(at) == "RB" else at]
    if (
        cue.addressee
        and (end := phrase_end(s, at)) > at
        and not (s.low[at] in ("that", "this") and opens_clause(s, at))
    ):
        places = [end, at]
    for place in (at, *places):
        if (place != at or at in places) and (stated := _stated(s, verb, place, cue)):
            return stated
    beyond = after_adjuncts(s, places[0])
    return _stated(s, verb, beyond, cue, aside=True) or _phrase(s, at, cue) or _infinitive(s, beyond, cue)


def _stated(s: Tagged, verb: int, at: int, cue: Cue, *, aside: bool = False) -> Complement | None:
    """What stands at the token; after an aside "that" may belong to it ("on the progress that")."""
    low, tag = s.lower(at), s.tag(at)
    if low == "that" and (tag == "CS" or (not aside and (tag in ("IN", "WDT") or opens_clause(s, at + 1)))):
        return Complement("that_clause", at + 1) if s.tag(at + 1) not in (",", ".", "") else None
    if cue.quotation and ((tag == '"' and _is_long(s, at)) or (tag in (",", ":") and s.tag(at + 1) == '"')):
        return Complement("quotation", at if tag == '"' else at + 1)
    if low == ":" and cue.quotation and at + 1 < len(s):
        return Complement("colon", at + 1)
    if low == "," and cue.quotation and s.tag(verb) in FINITE and opens_clause(s, at + 1):
        return Complement("bare_clause", at + 1)
    if (
        (low in _QUESTIONS or (tag in _QUESTION_WORDS and at == verb + 1))
        and cue.question
        and s.tag(at + 1) != "TO"
        and _has_finite(s, at + 1)
    ):
        return Complement("question", at)
    if low in ("whether", "if") and cue.question and opens_clause(s, at + 1):
        return Complement("question", at)
    if cue.bare and tag not in _NO_CLAUSE and opens_clause(s, at) and not (cue.transitive and _is_object(s, verb, at)):
        return Complement("bare_clause", at)
    return None


def _phrase(s: Tagged, at: int, cue: Cue) -> Complement | None:
    if s.lower(at) in _ROUGHLY:
        at += 1
    if s.tag(at) not in NOMINAL or (end := phrase_end(s, at)) == at:
        return None
    return Complement("phrase", at) if cue.phrase or (cue.figure and "CD" in s.tags[at:end]) else None


def _infinitive(s: Tagged, at: int, cue: Cue) -> Complement | None:
    if cue.infinitive and s.tag(at) == "TO" and "CD" in s.tags[at:]:
        return Complement("phrase", at)
    return None


def _is_object(s: Tagged, verb: int, at: int) -> bool:
    """Whether the phrase after a verb that often has an object is one, though a finite verb follows later."""
    if s.tags[at] in ("PRP", "EX"):
        return False
    group = verb
    while group > 0 and (s.tags[group - 1] in ("RB", "MD", "PRP") or s.low[group - 1] in AUXILIARIES):
        group -= 1
    return (
        s.tags[verb] not in FINITE
        or s.tag(group - 1) in ("WP", "WDT", "WRB", "CS")
        or s.tag(group - 1) in NOUNS
        and s.tag(verb - 1) == "PRP"
    )


def _is_long(s: Tagged, mark: int) -> bool:
    """Whether a quotation has more words than a title or a term."""
    return '"' not in s.tags[mark + 1 : mark + 4]


def _has_finite(s: Tagged, at: int) -> bool:
    return any(tag in FINITE for tag in s.tags[at:])


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
    if low in TIMES:
        return at + 1
    if low in _THIS and s.lower(at + 1) in _PERIODS | TIMES:
        return at + 2
    if tag == "RB":
        return at + 1
    if tag == "," and (closing := _closing_comma(s, at)):
        return closing
    return at


def _closing_comma(s: Tagged, comma: int) -> int | None:
    """The token after an aside between commas, if "that" or a quotation follows: "said, however, that"."""
    for at in range(comma + 1, min(len(s), comma + 16)):
        if s.tags[at] == ",":
            return at + 1 if s.lower(at + 1) == "that" or s.tag(at + 1) == '"' else None
        if s.tags[at] in FINITE or s.tags[at] == '"':
            return None
    return None
