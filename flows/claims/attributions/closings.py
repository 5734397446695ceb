"""Attributions whose source comes after its words, or between them: "...," X said; ..., said X; according to X."""

from __future__ import annotations

from typing import NamedTuple

from flows.claims.attributions.complements import after_adjuncts, holds_figure
from flows.claims.attributions.cues import Cue
from flows.claims.attributions.scene import Found, Offsets, Scene
from flows.claims.attributions.sources import describe
from flows.claims.grammar.phrases import (
    PERSONS,
    RELATIVE,
    Range,
    apposition_end,
    maker_end,
    opens_clause,
    phrase_end,
    subject_of,
)
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOMINAL, NOUNS
from flows.claims.vocabulary import words_of

VIEWS = words_of("cues", "phrases", "views")
_ADJUNCTS = frozenset({"IN", "RB", "VBG"})
_FEWEST = 4
"""Tokens before a source at the end of its sentence that are its content though no verb was seen in them."""
_LONGEST_ASIDE = 20
_TOLD_BY = FINITE | {"NNS", "VB"}
_NEGATIONS = words_of("grammar", "negations")
_ASIDES = NOMINAL | RELATIVE | {"VBG", "VBN"}
_TOLD = NOUNS | {"PRP"}
_NO_CONTINUATION = RELATIVE | {"VBG", "CC"}


class Report(NamedTuple):
    """A cue verb and whoever is its subject."""

    verb: int
    cue: Cue
    source: Range


def read_closing(scene: Scene, verb: int, cue: Cue, source: Range | None) -> Found | None:
    """Content, source, cue; or content, cue, source."""
    s = scene.s
    addressed = source is not None and cue.addressee and s.tag(verb - 1) == ","
    inverted = (cue.quotation or cue.cue_class == "estimate") and s.tags[verb] in _TOLD_BY and not addressed
    if inverted and s.tag(verb - 1) in (",", '"', "") and (speaker := _speaker_after(s, verb)):
        return _closed(scene, Report(verb, cue, speaker), verb, after_adjuncts(s, speaker[1]))
    if source is None or source[1] > verb or s.tag(verb - 1) in RELATIVE:
        return None
    told = phrase_end(s, verb + 1) if cue.addressee else verb + 1
    after = told if told > verb + 1 and s.tags[told - 1] in _TOLD else verb + 1
    return _closed(scene, Report(verb, cue, source), source[0], after_adjuncts(s, after))


def read_put(scene: Scene, verb: int, cue: Cue, source: Range | None) -> Found | None:
    """ "As X put it, ..." and "X put the toll at 40"."""
    s = scene.s
    if source is None or source[1] > verb:
        return None
    before = s.lower(source[0] - 1)
    if s.lower(verb + 1) == "it" and s.lower(verb + 2) != "at":
        return _closed(scene, Report(verb, cue, source), source[0], verb + 2) if before == "as" else None
    figure = any(s.low[at] == "at" and holds_figure(s, at + 1, at + 5) for at in range(verb + 2, len(s)))
    if not figure or s.tag(source[0] - 1) not in ("", ",", "CS", ":", "CC"):
        return None
    return Found(scene.cue(verb), source, (scene.rest(verb + 1),), "estimate", "put_at")


def read_view(scene: Scene, at: int) -> Found | None:
    """ "In X's view, ...", "..., by X's count"."""
    owner = subject_of(scene.s, at - 1)
    if owner is None or scene.s.lower(owner[0] - 1) not in ("in", "by", "on"):
        return None
    first = owner[0] - 1
    return Found((first, at + 1), owner, _beside(scene, first, at + 1), "according_to", "in_the_view_of")


def read_words_of(scene: Scene, at: int) -> Found | None:
    """ "In the words of X, ...", "... in the opinion of X"."""
    s = scene.s
    end = phrase_end(s, at + 2)
    if s.low[max(0, at - 2) : at] != ["in", "the"] or s.lower(at + 1) != "of" or end == at + 2:
        return None
    over = apposition_end(s, end)
    content = _beside(scene, at - 2, over)
    if quoted := tuple(scene.quotations_after(over)):
        content = quoted
    elif scene.says_something(at - 2):
        content = content[:1]
    return Found((at - 2, at + 2), (at + 2, end), content, "according_to", "in_the_view_of")


def read_per(scene: Scene, at: int) -> Found | None:
    """ "..., per the Harbour Board", "per the broker Acme": a name must follow."""
    s = scene.s
    first = at + 1 + (s.lower(at + 1) == "the")
    named = s.tag(first) == "NNP" or (s.tag(first) in ("NN", "JJ") and s.tag(first + 1) == "NNP" and first > at + 1)
    end = phrase_end(s, at + 1)
    if not named or s.tag(at - 1) not in ("", ",") or s.tag(end) not in (",", ".", ""):
        return None
    over = apposition_end(s, end)
    return Found((at, at + 1), (at + 1, over), _beside(scene, at, over), "according_to", "according_to")


def read_according(scene: Scene, at: int) -> Found | None:
    """ "According to X, ..." and "..., according to X"."""
    s = scene.s
    end = maker_end(s, phrase_end(s, at + 2))
    if end == at + 2:
        return None
    set_off = at == 0 or s.tags[at - 1] == "," or not scene.says_something(at)
    if not set_off and describe(scene.text, s, (at + 2, end)).kind == "unnamed":
        return None
    over = _asides_end(s, end) if at < 2 else apposition_end(s, end)
    named = over if s.tag(end + 1) in NOMINAL else end
    return Found((at, at + 2), (at + 2, named), _beside(scene, at, over), "according_to", "according_to")


def _beside(scene: Scene, first: int, end: int) -> tuple[Offsets, ...]:
    """What stands before and after tokens [first, end), which name the source."""
    s = scene.s
    content: list[Offsets] = []
    after = end + 1 if s.tag(end) == "," else end
    alone = first > _FEWEST and s.tags[first - 1] == "," and s.tag(after) in ("", ".")
    if first > 1 and (alone or scene.says_something(first)):
        content.append(scene.before(first - 1 if s.tags[first - 1] == "," else first))
    if after < len(s) and (after > end or not content):
        content.append(scene.rest(after))
    return tuple(content)


def _speaker_after(s: Tagged, verb: int) -> Range | None:
    """The speaker that follows the verb: "said | Ann Lee, who ..."."""
    end = phrase_end(s, verb + 1)
    if end == verb + 1 or opens_clause(s, verb + 1) or s.tags[verb + 1] == "$" or s.words[verb + 1][0].isdigit():
        return None
    if s.low[verb + 1] in ("a", "an") and PERSONS.isdisjoint(s.low[verb + 2 : end]):
        return None
    return verb + 1, apposition_end(s, end)


def _closed(scene: Scene, report: Report, first: int, after: int) -> Found | None:
    """The attribution whose words end before token `first`; token `after` comes when source and cue are over."""
    s = scene.s
    verb, cue, source = report
    if not _NEGATIONS.isdisjoint(s.low[slice(*scene.cue(verb))]):
        return None
    after = _relative_end(s, after) if verb < source[0] else after
    after = _aside_before_quotation(s, after)
    over = s.tag(after) in ("", ",", ".") or s.lower(after) == ";" or (s.tag(after) == ":" and s.tag(after + 1) == '"')
    likened = first > 0 and s.low[first - 1] == "as"
    quotation = scene.quotation_before(first) if not likened and (over or (first > 0 and cue.quotation)) else None
    if quotation:
        content = (quotation, *scene.quotations_after(after))
        return Found(scene.cue(verb), source, content, cue.cue_class, "quotation_before")
    if not over or not cue.parenthetical:
        return None
    content = _clause_before(scene, first - 1 - likened, s.tag(after))
    if content or likened:
        quoted = s.tag(after + 1) == '"' and s.tags[0] in _ADJUNCTS and not scene.says_something(first)
        content = (*(() if quoted else content), *_continued(scene, after, likened))
    return Found(scene.cue(verb), source, content, cue.cue_class, "clause_before") if content else None


def _relative_end(s: Tagged, after: int) -> int:
    """The end of a relative clause right behind a speaker: "jokes an official | who asked not to be named"."""
    if s.tag(after) not in RELATIVE:
        return after
    return next((at for at in range(after, len(s)) if s.tags[at] in (",", ".", ":")), len(s))


def _aside_before_quotation(s: Tagged, after: int) -> int:
    """The comma that closes what is told of a speaker in front of more of what he said: ', head of Acme, "but ..."'."""
    if s.tag(after) == '"' and s.tag(after - 1) == ",":
        return after - 1
    if s.tag(after) != "," or s.tag(after + 1) not in NOMINAL:
        return after
    quote = next((at for at in range(after + 1, min(len(s), after + _LONGEST_ASIDE)) if s.tags[at] == '"'), 0)
    plain = quote > after + 2 and s.tags[quote - 1] == "," and FINITE.isdisjoint(s.tags[after:quote])
    return quote - 1 if plain else after


def _clause_before(scene: Scene, comma: int, after: str) -> tuple[Offsets, ...]:
    """The clause from the start of the sentence to the comma before the speaker."""
    if scene.s.tag(comma) != "," or comma < (1 if after == "," else 3):
        return ()
    return (scene.before(comma),)


def _continued(scene: Scene, after: int, likened: bool) -> tuple[Offsets, ...]:
    """What goes on after the speaker: the clause that was interrupted, or the quotation after "as X said"."""
    s = scene.s
    if likened and (quotations := tuple(scene.quotations_after(after))):
        return quotations
    if s.tag(after) == "," and s.tag(after + 1) == '"':
        return tuple(scene.quotations_after(after))
    if s.tag(after) == "," and after + 1 < len(s) and s.tags[after + 1] not in _NO_CONTINUATION:
        return (scene.rest(after + 1),)
    return ()


def _asides_end(s: Tagged, end: int) -> int:
    """The end of a source at the start of a sentence, with what is told about it between commas."""
    while s.tag(end) == "," and s.tag(end + 1) in _ASIDES and not opens_clause(s, end + 1):
        closing = next((at for at in range(end + 2, min(len(s), end + 20)) if s.tags[at] == ","), None)
        if closing is None:
            break
        end = closing
    return end
