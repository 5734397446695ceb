"""Who says what: attributions of a block, each with the spans of source, cue and content.

A sentence is looked at only if it holds a cue word. Forms read: "X said (that) ...", "... , X said", "..., said X",
quotations before, after and around their speaker, "according to X", "X's 2023 survey found ...", "it is estimated
that ...", "with estimates suggesting ...".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from flows.claims.complements import Complement, after_adjuncts, complement
from flows.claims.cues import ADJECTIVES, CUES, VERBS, Cue, CueClass
from flows.claims.phrases import AUXILIARIES, Range, apposition_end, opens_clause, phrase_end, subject_of
from flows.claims.quotations import Quotations
from flows.claims.sources import describe
from flows.claims.tagged import FINITE, NOMINAL, NOUNS, Tagged
from flows.claims.tagged import VERBS as VERB_TAGS
from schemas.rows import SourceKind

Offsets = tuple[int, int]

_WORD = regex.compile(r"[a-z]+")
_GATE = frozenset(CUES) | {"according"}
_COPULAS = frozenset("be is are was were been being am 's 're 'm feel feels felt remain remains remained".split())
_BE = frozenset("be is are was were been being 's 're am 'm get gets got".split())
_RAISING = frozenset("said reported alleged believed thought understood estimated rumoured rumored".split())
_END = " .,;:!?"


@dataclass(frozen=True, slots=True)
class Reported:
    """One attribution: spans in the block's folded text.

    `source` is empty for an agentless cue ("it is estimated that"); `rule_id` names the form.
    """

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    cue_class: CueClass
    source_kind: SourceKind | None
    source_entity: str | None
    instrument: str | None
    year: int | None
    rule_id: str


def read_attributions(text: str, sentences: Sequence[Offsets]) -> list[Reported]:
    """The attributions of a block's folded text, in the order of their cues. `sentences` are its sentences' spans."""
    low = text.lower()
    quotations: Quotations | None = None
    found: list[Reported] = []
    for start, end in sentences:
        if _GATE.isdisjoint(_WORD.findall(low, start, end)):
            continue
        quotations = quotations or Quotations.of(text)
        found.extend(_Reader(text, quotations, Tagged.of(text, start, end)).read())
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue that was read: tokens of the cue, the phrase that is its source, and the content's spans."""

    cue: Range
    source: Range | None
    content: tuple[Offsets, ...]
    cue_class: CueClass
    rule_id: str


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    quotations: Quotations
    s: Tagged

    def read(self) -> Iterator[Reported]:
        found = [cue for at in range(len(self.s)) if (cue := self._at(at)) is not None and cue.content]
        for one in found:
            content = self._until_next(one, found)
            yield self._reported(replace(one, content=content))

    def _reported(self, one: _Found) -> Reported:
        source = describe(self.text, self.s, one.source) if one.source else None
        return Reported(
            source.spans if source else (),
            (self.s.span(*one.cue),),
            one.content,
            one.cue_class,
            source.kind if source else None,
            source.entity if source else None,
            source.instrument if source else None,
            source.year if source else None,
            one.rule_id,
        )

    def _at(self, at: int) -> _Found | None:
        s = self.s
        word = s.low[at]
        if word == "according" and s.lower(at + 1) == "to":
            return self._according(at)
        if s.tags[at] in VERB_TAGS and (cue := VERBS.get(word)):
            return self._verb(at, cue)
        if word in ADJECTIVES and s.tags[at] in ("JJ", "VBN", "VBD") and self._copula(at):
            return self._opening(at, ADJECTIVES[word], subject_of(s, at))
        return None

    def _copula(self, at: int) -> bool:
        at -= 1
        while self.s.tag(at) == "RB":
            at -= 1
        return self.s.lower(at) in _COPULAS

    def _verb(self, at: int, cue: Cue) -> _Found | None:
        s = self.s
        helper = self._helper(at)
        if s.tags[at] == "VBN" and helper in _BE:
            return self._passive(at, cue)
        source = subject_of(s, at) if s.tags[at] != "VBG" or helper in _BE else self._participle_subject(at)
        if cue.quotation and (closing := self._closing(at, cue, source)):
            return closing
        if s.tags[at] == "VBN" and not helper and s.lower(at + 1) != "that":
            return None
        return self._opening(at, cue, source)

    def _helper(self, at: int) -> str:
        """The auxiliary before the verb, if any."""
        at -= 1
        while self.s.tag(at) == "RB" or self.s.tag(at) == "PRP":
            at -= 1
        return self.s.low[at] if at >= 0 and self.s.low[at] in AUXILIARIES else ""

    def _participle_subject(self, at: int) -> Range | None:
        """Whose participle it is: the phrase before it, or after a comma the subject of the clause."""
        s = self.s
        if s.tag(at - 1) in NOUNS:
            return subject_of(s, at)
        for verb in range(at - 1, -1, -1):
            if s.tags[verb] in FINITE and (subject := subject_of(s, verb)):
                return subject
        return None

    def _clause_subject(self, at: int) -> Range | None:
        """The subject of a verb that shares it with one before: "rose and said"."""
        s = self.s
        for verb in range(at - 1, -1, -1):
            if s.tags[verb] in FINITE and (subject := subject_of(s, verb)):
                return subject
        return None

    # Forms

    def _opening(self, at: int, cue: Cue, source: Range | None) -> _Found | None:
        """Source, cue, content."""
        follows = complement(self.s, at, cue)
        if follows is None:
            return None
        if follows.form == "phrase" and source is None:
            return None
        if source is None and self.s.tags[at] in VERB_TAGS:
            source = self._clause_subject(at)
        return _Found(self._cue(at), source, self._content(follows), cue.cue_class, follows.form)

    def _passive(self, at: int, cue: Cue) -> _Found | None:
        """ "It is estimated that ...", "X is said to ..."."""
        s = self.s
        follows = complement(s, at, cue)
        agent = None
        if s.lower(at + 1) == "by" and (end := phrase_end(s, at + 2)) > at + 2:
            agent = at + 2, end
        if follows is not None and follows.form != "phrase":
            return _Found(self._cue(at), agent, self._content(follows), cue.cue_class, "passive")
        if s.low[at] in _RAISING and s.tag(at + 1) == "TO" and s.tag(at + 2) == "VB" and (subject := subject_of(s, at)):
            content = (s.span(*subject), self._rest(at + 1))
            return _Found(self._cue(at), None, content, cue.cue_class, "raising")
        return None

    def _closing(self, at: int, cue: Cue, source: Range | None) -> _Found | None:
        """Content, source, cue; or content, cue, source."""
        s = self.s
        if source is None or source[1] > at or s.tag(at - 1) in (",", '"', ""):
            end = phrase_end(s, at + 1)
            inverted = (at + 1, apposition_end(s, end)) if end > at + 1 else None
            if inverted and s.tag(at - 1) in (",", '"', "") and not opens_clause(s, at + 1) and s.tag(end) in ("", ".", ",", ":", "IN", "RB", '"', "WP", "VBG", "TO", "CC", "NN", "NNP", "DT","("):
                return self._closed(at, inverted, at, after_adjuncts(s, inverted[1]), cue)
        if source is None or source[1] > at:
            return None
        if cue.addressee and (end := phrase_end(s, at + 1)) > at + 1:
            return self._closed(at, source, source[0], after_adjuncts(s, end), cue)
        return self._closed(at, source, source[0], after_adjuncts(s, at + 1), cue)

    def _closed(self, at: int, source: Range, first: int, after: int, cue: Cue) -> _Found | None:
        s = self.s
        start = s.starts[first]
        before = len(self.text[:start].rstrip())
        quoted = self.quotations.closing_at(before) if before else None
        as_ = first > 0 and s.low[first - 1] == "as"
        content: list[Offsets] = []
        rule = "quotation_before"
        if quoted and not as_:
            content.append(quoted)
        else:
            if s.tag(after) not in ("", ",", "."):
                return None
            comma = first - 2 if as_ else first - 1
            if s.tag(comma) == "," and any(tag in FINITE for tag in s.tags[:comma]):
                content.append((s.starts[0], s.ends[comma - 1]))
            elif not (as_ and s.tag(after) == ","):
                return None
            rule = "clause_before"
        content.extend(self._continued(after, quoted is not None))
        return _Found(self._cue(at), source, tuple(content), cue.cue_class, rule) if content else None

    def _continued(self, after: int, quoted: bool) -> Iterator[Offsets]:
        """What goes on after the speaker: a quotation, or the clause that was interrupted."""
        s = self.s
        at = s.ends[after] if after < len(s) else s.ends[-1]
        gap = len(self.text[at : at + 8]) - len(self.text[at : at + 8].lstrip())
        if quotation := self.quotations.opening_at(at + gap):
            if quoted:
                yield quotation
        elif s.tag(after) == "," and after + 1 < len(s) and not quoted:
            yield self._rest(after + 1)

    def _according(self, at: int) -> _Found | None:
        s = self.s
        end = phrase_end(s, at + 2)
        if end == at + 2:
            return None
        if at > 0 and s.tags[at - 1] == ",":
            end = apposition_end(s, end)
            content = [(s.starts[0], s.ends[at - 2])] if at > 1 else []
            if s.tag(end) == "," and end + 1 < len(s):
                content.append(self._rest(end + 1))
        elif at == 0 or not any(tag in FINITE for tag in s.tags[:at]):
            end = self._with_asides(end)
            start = end + 1 if s.tag(end) == "," else end
            content = [self._rest(start)] if start < len(s) else []
        else:
            content = [(s.starts[0], s.ends[at - 1])]
        return _Found((at, at + 2), (at + 2, end), tuple(content), "according_to", "according_to")

    def _with_asides(self, end: int) -> int:
        """The end of a source at the start of a sentence, appositions included."""
        s = self.s
        while s.tag(end) == "," and s.tag(end + 1) in NOMINAL and not opens_clause(s, end + 1):
            further = phrase_end(s, end + 1)
            if s.tag(further) != ",":
                break
            end = further
        return end

    # Spans

    def _cue(self, at: int) -> Range:
        first = at
        while first > 0 and (self.s.low[first - 1] in AUXILIARIES or self.s.tags[first - 1] in ("RB", "MD")):
            first -= 1
        return first, at + 1

    def _content(self, follows: Complement) -> tuple[Offsets, ...]:
        s = self.s
        if follows.form == "quotation":
            quotation = self.quotations.around(s.starts[follows.start])
            if quotation is None:
                return (self._rest(follows.start),)
            rest = self._rest(follows.start)
            return ((quotation[0], max(quotation[1], rest[1])),)
        if follows.form == "phrase":
            return (s.span(follows.start, self._phrase_content_end(follows.start)),)
        return (self._rest(follows.start),) if follows.start < len(s) else ()

    def _phrase_content_end(self, first: int) -> int:
        s = self.s
        for at in range(first + 1, len(s)):
            if s.tags[at] in (",", ":", ".") or (s.tags[at] == "CC" and s.tag(at + 1) in VERB_TAGS | {"RB"}):
                return at
        return len(s)

    def _rest(self, first: int) -> Offsets:
        """From the token to the end of the sentence, or of the quotation that it stands in."""
        s = self.s
        end = s.ends[-1]
        quotation = self.quotations.around(s.starts[first])
        if quotation and quotation[0] < s.starts[first]:
            end = min(end, quotation[1])
        return s.starts[first], s.starts[first] + len(self.text[s.starts[first] : end].rstrip(_END + '"'))

    def _until_next(self, one: _Found, found: Sequence[_Found]) -> tuple[Offsets, ...]:
        """The content, cut where the next attribution starts beside it ("... and added that")."""
        s = self.s
        start, end = one.content[-1]
        for other in found:
            first = min(other.cue[0], other.source[0] if other.source and other.source[1] <= other.cue[0] else len(s))
            at = s.starts[first]
            if start < at < end and other.cue[0] > one.cue[0]:
                before = s.tag(first - 1)
                if before == "CC":
                    end = s.ends[first - 2 if s.tag(first - 2) != "," else first - 3]
                    break
                if before == "," and (s.tags[other.cue[1] - 1] == "VBG" or other.rule_id == "according_to"):
                    end = s.ends[first - 2]
                    break
        return (*one.content[:-1], (start, end))
