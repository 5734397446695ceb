"""Attributions whose source comes first: "X said that ...", "X identified ...", "it is estimated that ..."."""

from __future__ import annotations

from flows.claims.attributions.complements import Complement, complement
from flows.claims.attributions.cues import Cue
from flows.claims.attributions.scene import Found, Offsets, Scene
from flows.claims.attributions.sources import describe
from flows.claims.grammar.phrases import Range, phrase_end
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, VERBS
from flows.claims.vocabulary import words_of

_RELATIVE = words_of("grammar", "relatives")
_COMPARING = words_of("grammar", "comparing")


def read_opening(scene: Scene, verb: int, cue: Cue, source: Range | None) -> Found | None:
    """Source, cue, content."""
    follows = complement(scene.s, verb, cue)
    if follows is None:
        return _inserted(scene, verb, cue, source)
    if follows.form == "quotation" and scene.quotations.closing_at(scene.s.ends[follows.start]):
        return None
    if follows.form in ("phrase", "naming") and not _speaks(scene, verb, cue, source):
        return None
    return Found(scene.cue(verb), source, _content(scene, follows), cue.cue_class, follows.form)


def read_passive(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """ "It is estimated (by X) that ...", "X was told that ...": the source is the agent or nobody."""
    s = scene.s
    follows = complement(s, verb, cue)
    if follows is None or follows.form not in ("that_clause", "question"):
        return None
    end = phrase_end(s, verb + 2) if s.lower(verb + 1) == "by" else 0
    agent = (verb + 2, end) if end > verb + 2 else None
    return Found(scene.cue(verb), agent, _content(scene, follows), cue.cue_class, "passive")


def read_citing(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """ "..., citing a spokesman": the source follows."""
    s = scene.s
    end = phrase_end(s, verb + 1)
    if end == verb + 1 or s.tag(verb - 1) not in (",", ""):
        return None
    content = [scene.before(verb - 1)] if verb > 1 else []
    if s.tag(end) == "," and end + 1 < len(s):
        content.append(scene.rest(end + 1))
    return Found((verb, verb + 1), (verb + 1, end), tuple(content), cue.cue_class, "citing")


def _inserted(scene: Scene, verb: int, cue: Cue, source: Range | None) -> Found | None:
    """Within a relative clause: "which | researchers say | could halve the costs"."""
    s = scene.s
    if not (cue.parenthetical and source and s.tag(verb + 1) in FINITE and s.lower(source[0] - 1) in _RELATIVE):
        return None
    start, last = scene.rest(verb + 1)
    end = next((s.ends[at - 1] for at in range(verb + 2, len(s)) if s.tags[at] == ","), last)
    return Found(scene.cue(verb), source, ((start, min(end, last)),), cue.cue_class, "inserted")


def _speaks(scene: Scene, verb: int, cue: Cue, source: Range | None) -> bool:
    """Whether a phrase as content can be somebody's finding: a finite verb whose subject can speak.

    A pronoun can where the phrase holds a figure: "it expects sales of 5 million".
    """
    s = scene.s
    if source is None or s.tags[verb] == "VB" or (s.tags[verb] in ("VBG", "VBN") and scene.cue(verb)[0] == verb):
        return False
    if s.tags[source[1] - 1] == "PRP":
        return cue.figure
    return describe(scene.text, s, source).kind not in ("pronoun", "unnamed")


def _content(scene: Scene, follows: Complement) -> tuple[Offsets, ...]:
    s = scene.s
    if follows.start >= len(s):
        return ()
    if follows.form == "phrase":
        return (s.span(follows.start, _phrase_end(s, follows.start)),)
    if follows.form == "naming":
        mark = s.tags.index('"', follows.start)
        quotation = scene.quotations.opening_at(s.starts[mark])
        return ((s.starts[follows.start], quotation[1]),) if quotation else ()
    rest = scene.rest(follows.start)
    quotation = scene.quotations.opening_at(s.starts[follows.start]) if follows.form == "quotation" else None
    return ((quotation[0], max(quotation[1], rest[1])) if quotation else rest,)


def _phrase_end(s: Tagged, first: int) -> int:
    """Where a phrase with all that belongs to it ends: a comma, a stop, or "and" before another verb."""
    for at in range(first + 1, len(s)):
        if s.tags[at] == "," and s.lower(at + 1) in _COMPARING:
            continue
        if s.tags[at] in (",", ":", ".") or (s.tags[at] == "CC" and s.tag(at + 1) in VERBS | {"RB"}):
            return at
    return len(s)
