"""How firmly a figure is stated by its clause, the verb that governs it, and who reports it."""

from __future__ import annotations

from bisect import bisect_left

import regex

from flows.claims.attributions.reading import Reported
from flows.claims.comparisons import comparison_before
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOUNS
from flows.claims.ledger import Reading
from flows.claims.statements.frames import Frame
from flows.claims.statements.modality import may_tell_modality, modality_of
from flows.claims.vocabulary import words_of
from schemas.rows import Modality

_WOULD = regex.compile(r"\bwould\b(?! have\b)")
_IF = regex.compile(r"\b(?:if|unless|were)\b", regex.I)
_PAST_CUE = regex.compile(r"(?:ed|said|told|thought|saw|foresaw|wrote|vowed)\b", regex.I)
_NEAR = 30
"""Characters between a source and the cue that it goes with."""
_VERBS_ALONE = words_of("modality", "verbs_alone")


def firmness_of(text: str, s: Tagged, clause: Frame, reading: Reading, source: Reported | None) -> Modality:
    """How firmly the words around a figure state it; what is only estimated by its source is an estimate."""
    told = _told(text, s, clause, reading, source) if may_tell_modality(text) else "asserted"
    return "estimated" if told == "asserted" and source is not None and source.cue_class == "estimate" else told


def _told(text: str, s: Tagged, clause: Frame, reading: Reading, source: Reported | None) -> Modality:
    context = _modal_context(text, s, clause, reading, _said_from(reading, source))
    if source is not None and "would" in context and _reported_before(text, source):
        context = _WOULD.sub("will", context)
    return modality_of(context)


def _said_from(reading: Reading, source: Reported | None) -> int:
    """Where the words start by which a figure is reported, whatever the verbs in front of them tell."""
    if source is None or source.rule_id not in ("that_clause", "bare_clause"):
        return 0
    if not any(start <= reading.start < end for start, end in source.content):
        return 0
    cue = min((start for start, _ in source.cue), default=0)
    return min((start for start, end in source.source if 0 <= cue - end <= _NEAR), default=cue)


def _reported_before(text: str, source: Reported) -> bool:
    """Is the cue in the past, so that "would" in its content tells what "will" told when it was said?

    Behind "if" it tells the same as in any sentence.
    """
    past = any(_PAST_CUE.search(text, start, end) for start, end in source.cue)
    return past and not any(_IF.search(text, start, end) for start, end in source.content)


def _modal_context(text: str, s: Tagged, clause: Frame, reading: Reading, said_from: int) -> str:
    """The words that tell how firmly the figure is stated: its clause up to the figure, and the verb after it.

    What another figure is compared with is as firm as the words that compare: "will reach 9, up from 4 today".
    """
    if (compared := comparison_before(text, reading)) is not None:
        return text[compared : reading.end]
    stop = reading.end
    if clause.verb is not None and s.starts[clause.verb[0]] >= reading.end:
        stop = s.ends[min(clause.verb[1] + 1, clause.end) - 1]
    start = max(s.starts[_own_verb(s, clause)], said_from)
    governing = clause.start - 1
    while clause.carried and governing > 0 and s.tags[governing] not in FINITE:
        governing -= 1
    own = _without_nouns(text, s, min(start, reading.start), stop)
    return own if not clause.carried else f"{_verb_words(text, s, governing)} {own}"


def _own_verb(s: Tagged, clause: Frame) -> int:
    """The token from which words tell of the figure: past the verbs that "and" parts from its own."""
    verb = clause.verb[0] if clause.verb is not None else clause.start
    own = verb - 1 if clause.start < verb and s.tags[verb] in FINITE else clause.start
    while own > clause.start and s.tags[own] == "RB":
        own -= 1
    return own if own > clause.start and s.tags[own] == "CC" else clause.start


def _without_nouns(text: str, s: Tagged, start: int, end: int) -> str:
    """text[start:end] without the nouns that look like a verb of modality: "approved 22 projects"."""
    kept = start
    stretches = []
    for at in range(bisect_left(s.starts, start), bisect_left(s.starts, end)):
        if s.low[at] in _VERBS_ALONE and s.tags[at] in NOUNS:
            stretches.append(text[kept : s.starts[at]])
            kept = s.ends[at]
    return "".join([*stretches, text[kept:end]])


def _verb_words(text: str, s: Tagged, verb: int) -> str:
    """A governing verb with what stands right around it ("aims to"), for a clause that has none of its own."""
    return text[s.starts[max(0, verb - 1)] : s.ends[min(verb + 1, len(s) - 1)]] if s.tag(verb) in FINITE else ""
