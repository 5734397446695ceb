"""Who says what: attributions of a block, each with the spans of source, cue and content.

A sentence is looked at only if it holds a cue word. Forms read: "X said (that) ...", "... , X said", "..., said X",
quotations before, after and around their speaker, "according to X", "X's 2023 survey found ...", "it is estimated
that ...", "with estimates suggesting ...". `openings` and `closings` read them, by where the source stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from flows.claims.attributions.closings import (
    VIEWS,
    read_according,
    read_closing,
    read_per,
    read_put,
    read_view,
    read_words_of,
)
from flows.claims.attributions.cues import ADJECTIVES, PUT, VERBS, Cue, CueClass
from flows.claims.attributions.openings import read_citing, read_opening, read_passive
from flows.claims.attributions.quotations import Quotations
from flows.claims.attributions.scene import Found, Offsets, Scene
from flows.claims.attributions.sources import describe, said_in
from flows.claims.gating import holds_any, words_in
from flows.claims.grammar.phrases import AUXILIARIES, INSTRUMENTS, SPEAKERS, Range, singular, subject_of
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOUNS
from flows.claims.grammar.tagging import VERBS as VERB_TAGS
from flows.claims.vocabulary import words_of
from schemas.rows import SourceKind

MAX_SENTENCE = 2_000
"""Characters. Nothing longer is a sentence that reports; the bound keeps hostile text linear."""

_CUES = {**ADJECTIVES, **VERBS}
_WEAK = words_of("cues", "gates", "weak")
_STRONG = frozenset(
    form for form, cue in _CUES.items() if form not in _WEAK and (cue.bare or cue.phrase or cue.figure or cue.question)
) | {"according"}
"""Words that may report by themselves; the other cues need "that" or a quotation."""
_OTHERS = frozenset(_CUES) - _STRONG
_WORDS = _CUES.keys() | PUT.keys() | VIEWS | {"according", "per"}
_PER = regex.compile(r"(?:\A|, )[Pp]er (?:the (?:\p{Ll}+ )?)?\p{Lu}")
_WITH_FIGURE = PUT.keys() | VIEWS
_FIGURE = regex.compile(r"\d")
_BEHIND = 4
"""Characters before a sentence in which the quotation that it tells may close."""
# A quotation that closes with a stop or a comma, with a word behind it: any verb may tell it ("...," she quipped).
_TOLD = regex.compile(r"""(?:[,.!?\u2013\u2014\u2026-](?:"|''|``)|(?:"|''|``)[,.!?\u2013\u2014\u2026-])(?=\W*\w)""")

_UNLISTED, _UNLISTED_QUOTING = Cue("", "say"), Cue("", "say", quotation=True)
"""What stands for a verb that is no listed cue and tells a quotation."""
_BARE_NUMBER = frozenset({"CD", "RB", "IN"})
_PASSIVE = words_of("grammar", "passive")
_COPULAS = words_of("grammar", "copulas")
_HELPERS = AUXILIARIES | _COPULAS
_CONTRASTS = words_of("grammar", "contrasts")


class Reported(NamedTuple):
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
    reported: list[Reported] = []
    if '"' not in text and not holds_any(text, _WORDS):
        return reported
    quotations: Quotations | None = None
    for start, end in sentences:
        if end - start <= MAX_SENTENCE and _may_report(text, start, end):
            quotations = quotations or Quotations.of(text)
            reported.extend(_read_sentence(Scene(text, quotations, Tagged.of(text, start, end))))
    return reported


def _may_report(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a cue word and what such a word cannot do without, or a quotation that may be told."""
    sentence = text[start:end]
    words = words_in(sentence)
    if not _STRONG.isdisjoint(words):
        return True
    if '"' in sentence:
        return not _WORDS.isdisjoint(words) or _TOLD.search(text, max(0, start - _BEHIND), end) is not None
    if "per" in words and _PER.search(sentence):
        return True
    if "that" in words and not _OTHERS.isdisjoint(words):
        return True
    if not _WITH_FIGURE.isdisjoint(words):
        return " it" in sentence.lower() or _FIGURE.search(sentence) is not None
    return False


def _read_sentence(scene: Scene) -> Iterator[Reported]:
    found: list[Found] = []
    speaker: Range | None = None
    quoted = '"' in scene.s.tags
    for at, word in enumerate(scene.s.low):
        if word not in _WORDS and not (quoted and scene.s.tags[at] in ("VBD", "VBZ")):
            continue
        if (one := _worded(scene, _read_at(scene, at, speaker))) is not None:
            found.append(one)
            speaker = speaker or (None if one.cue_class == "according_to" else one.source)
    for one in found:
        yield _reported(scene, one, _until_next(scene.s, one, found))


def _worded(scene: Scene, one: Found | None) -> Found | None:
    """The attribution without spans that hold no word; None when no content is left or a bare number speaks."""
    if one is None:
        return None
    s = scene.s
    if one.source and all(s.tags[at] in _BARE_NUMBER or s.low[at] == "%" for at in range(*one.source)):
        return None  # "54% said", "3 in 10 say" count those who speak
    content = tuple(span for span in one.content if any(map(str.isalnum, scene.text[slice(*span)])))
    return one._replace(content=content) if content else None


def _reported(scene: Scene, one: Found, content: tuple[Offsets, ...]) -> Reported:
    source = describe(scene.text, scene.s, one.source) if one.source else None
    if source and source.instrument is None:
        instrument, year = _said_in(scene.s, one)
        source = source._replace(instrument=instrument, year=year)
    return Reported(
        source=source.spans if source else (),
        cue=(scene.s.span(*one.cue),),
        content=content,
        cue_class=one.cue_class,
        source_kind=source.kind if source else None,
        source_entity=source.entity if source else None,
        instrument=source.instrument if source else None,
        year=source.year if source else None,
        rule_id=one.rule_id,
    )


def _said_in(s: Tagged, one: Found) -> tuple[str | None, int | None]:
    """The report in which the source says it, behind the cue or at the start of the sentence."""
    behind = said_in(s, one.cue[1])
    return behind if behind[0] or not one.source or one.source[0] < 3 else said_in(s, 0, before=",")


def _read_at(scene: Scene, at: int, speaker: Range | None) -> Found | None:
    """The attribution whose cue is the token; `speaker` is the sentence's first source."""
    s = scene.s
    word, tag = s.low[at], s.tags[at]
    if word == "according" and s.lower(at + 1) == "to":
        return read_according(scene, at)
    if word in ADJECTIVES and tag in ("JJ", "VBN", "VBD") and _helper(s, at) in _COPULAS:
        return read_opening(scene, at, ADJECTIVES[word], subject_of(s, at))
    cue = VERBS.get(word)
    if cue and (tag in VERB_TAGS or (s.words[at] == word and _is_verb(s, at, cue))):
        return _read_verb(scene, at, cue, speaker)
    if word in VIEWS or word == "per":
        return _read_view(scene, at)
    if word in PUT:
        return read_put(scene, at, PUT[word], subject_of(s, at))
    quoted = '"' in s.tags[max(0, at - 2) : at] and s.tag(at - 1) in ('"', ",")
    unlisted = cue is None and (tag == "VBD" or (tag == "VBZ" and quoted))
    told = _UNLISTED_QUOTING if quoted and s.tag(at + 1) == "NNP" else _UNLISTED
    return read_closing(scene, at, told, subject_of(s, at)) if unlisted else None


def _read_view(scene: Scene, at: int) -> Found | None:
    if scene.s.low[at] == "per":
        return read_per(scene, at)
    return read_view(scene, at) if scene.s.tag(at - 1) == "POS" else read_words_of(scene, at)


def _is_verb(s: Tagged, at: int, cue: Cue) -> bool:
    """Whether a cue that was tagged as something else is a verb, by the words beside it."""
    before = s.tag(at - 1)
    named = before in ("NNS", "NNP", ",") or (before == "NN" and s.words[at - 1][0].isupper())
    if s.lower(at - 1) in SPEAKERS or (s.lower(at + 1) == "that" and named):
        return True
    told = before == '"' and s.tag(at + 1) in ("NNP", "DT", "PRP$")
    if told or before == ")" or (cue.question and s.lower(at + 1) == "whether"):
        return s.low[at].endswith("s") or s.tag(at + 1) in (".", "")
    if before not in NOUNS or not cue.parenthetical:
        return False
    if singular(s.low[at - 1]) in INSTRUMENTS and cue.cue_class == "find":
        return True
    subject = subject_of(s, at)
    ends = s.tag(at + 1) in ("", ",", ".", ":")
    return ends and subject is not None and s.tag(subject[0] - 1) == "," and s.low[subject[0]] not in ("a", "an")


def _read_verb(scene: Scene, verb: int, cue: Cue, speaker: Range | None) -> Found | None:
    s = scene.s
    if s.low[verb] in ("citing", "quoting"):
        return read_citing(scene, verb, cue)
    helper = _helper(s, verb)
    if s.tags[verb] == "VBN" and helper in _PASSIVE:
        return read_passive(scene, verb, cue)
    participle = s.tags[verb] == "VBG" and helper not in _PASSIVE
    source = _participle_subject(s, verb) if participle else subject_of(s, verb)
    if (cue.quotation or cue.parenthetical) and (closing := read_closing(scene, verb, cue, source)):
        return closing
    if _likened(s, source):
        return None
    opening = read_opening(scene, verb, cue, source or speaker or _first_subject(s, verb))
    reduced = s.tags[verb] == "VBN" and not helper
    return opening if opening and (not reduced or opening.rule_id in ("that_clause", "question")) else None


def _likened(s: Tagged, source: Range | None) -> bool:
    return source is not None and s.lower(source[0] - 1) == "as"


def _helper(s: Tagged, verb: int) -> str:
    """The auxiliary before the verb; empty when there is none."""
    at = verb - 1
    while s.tag(at) in ("RB", "PRP"):
        at -= 1
    return s.low[at] if at >= 0 and s.low[at] in _HELPERS else ""


def _participle_subject(s: Tagged, verb: int) -> Range | None:
    """The phrase right before a participle: "estimates suggesting", "a source as saying"."""
    at = verb - 1 if s.lower(verb - 1) == "as" or s.tag(verb - 1) == "RB" else verb
    return subject_of(s, at) if s.tag(at - 1) in NOUNS else None


def _first_subject(s: Tagged, verb: int) -> Range | None:
    """The subject of the sentence's first finite verb, which a later verb may share: "rose and said"."""
    subjects = (subject_of(s, at) for at in range(verb) if s.tags[at] in FINITE)
    return next((subject for subject in subjects if subject), None)


def _until_next(s: Tagged, one: Found, found: Sequence[Found]) -> tuple[Offsets, ...]:
    """The content, cut where another attribution starts beside it ("... and added that")."""
    start, end = one.content[-1]
    if one.rule_id.startswith("quotation"):
        return one.content
    for other in found:
        first = other.cue[0]
        if other.source and one.cue[1] <= other.source[0] and other.source[1] <= first:
            first = other.source[0]
        last = _parted(s, first, other) if start < s.starts[first] < end else None
        if last and s.ends[last - 1] > start:
            end = s.ends[last - 1]
            break
    return (*one.content[:-1], (start, end))


def _parted(s: Tagged, first: int, other: Found) -> int | None:
    """Where what comes before ends, if the other attribution does not belong to it."""
    before = s.tag(first - 1)
    if before == "CC" or s.lower(first - 1) in _CONTRASTS:
        return first - 2 if s.tag(first - 2) == "," else first - 1
    if before == "," and (s.tags[other.cue[1] - 1] == "VBG" or other.rule_id in ("according_to", "clause_before")):
        return first - 1
    return None
