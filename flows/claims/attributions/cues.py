"""Words that report what somebody says, finds, expects, believes or asks: the cues of attributions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from flows.claims.vocabulary import load, words_of

CueClass = Literal["say", "find", "estimate", "believe", "ask", "according_to"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb or adjective, and what can be its content.

    `addressee`: the one told comes before it. `question`, `phrase`: a question, a noun phrase; `figure`, `infinitive`:
    a noun phrase, a clause with "to", that holds a figure; `object_infinitive`: an object and "to"; `naming`: an object
    and its name in quotation marks. `bare`: a clause without "that", `transitive`: though an
    object is more likely. `quotation`: a quotation, before or after; `parenthetical`: the clause that it closes or
    interrupts ("..., she added").
    """

    lemma: str
    cue_class: CueClass
    addressee: bool = False
    question: bool = False
    phrase: bool = False
    figure: bool = False
    infinitive: bool = False
    object_infinitive: bool = False
    naming: bool = False
    bare: bool = False
    transitive: bool = False
    quotation: bool = False
    parenthetical: bool = False


def _inflected(entry: str) -> Iterator[str]:
    """The forms of a verb: "say=said", "foresee=foresaw/foreseen", "admit+" (doubles its last letter), "claim"."""
    verb, _, irregular = entry.partition("=")
    base = verb.rstrip("+")
    stem = base + base[-1] if verb.endswith("+") else base.removesuffix("e")
    yield base
    if base.endswith("y") and base[-2] not in "aeiou":
        yield from (base[:-1] + "ies", base + "ing")
        past = base[:-1] + "ied"
    else:
        yield from (base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"), _participle(base, stem))
        past = stem + "ed"
    yield from irregular.split("/") if irregular else (past,)


def _participle(base: str, stem: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    return (base if base.endswith("ee") else stem) + "ing"


def _verbs() -> Iterator[tuple[str, Cue]]:
    takes = {kind: words_of("cues", "takes", kind) for kind in load("cues")["takes"]}
    for cue_class in get_args(CueClass):
        for entry in load("cues")["classes"].get(cue_class, "").split():
            lemma = entry.partition("=")[0].rstrip("+")
            cue = Cue(
                lemma,
                cue_class,
                addressee=lemma in takes["addressee"],
                question=lemma in takes["question"],
                phrase=lemma in takes["phrase"],
                figure=lemma in takes["figure"],
                infinitive=lemma in takes["infinitive"],
                object_infinitive=lemma in takes["object_infinitive"],
                naming=lemma in takes["naming"],
                bare=lemma not in takes["that_only"],
                transitive=lemma in takes["transitive"],
                quotation=lemma in takes["quotation"],
                parenthetical=lemma in takes["parenthetical"],
            )
            yield from ((form, cue) for form in _inflected(entry))


VERBS: dict[str, Cue] = dict(_verbs())
"""Each form of each cue verb, in lower case."""

ADJECTIVES = {word: Cue(word, "believe", bare=True) for word in words_of("cues", "adjectives", "believe")}

PUT = {word: Cue("put", "say", parenthetical=True) for word in ("put", "puts")}
"""A cue only as "X put it"."""
