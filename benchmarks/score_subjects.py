"""Whether each figure's claim has the subject that a treebank's dependency trees name.

    python -m benchmarks.score_subjects EWT.conllu [--wrong]

A claim is right if its subject holds the head that the tree names: of the nearest verb above the figure that has a
subject, or, for a figure within a subject, the noun that it counts or is a share of. Trees that name none are left out,
and so are claims of sentences whose words are not found in the text again.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.score_clauses import RELATIVE, SUBJECTS
from benchmarks.treebank import Sentence, Token, sentences
from flows.extract import extract
from schemas.rows import ClaimPart

DEEPEST = 40
"""How many heads above a figure are asked."""


class Named(NamedTuple):
    """What a tree says of a figure: how it hangs on its subject, and the tokens any of which may stand for that."""

    kind: str
    heads: frozenset[int]


def subject_of(tokens: Sequence[Token], figure: int) -> Named | None:
    """The subject of the clause around the token of a figure."""
    subjects = {token.head: at for at, token in enumerate(tokens) if token.relation in SUBJECTS}
    at = figure
    for _ in range(DEEPEST):
        token = tokens[at]
        if token.relation in SUBJECTS:
            return Named("within the subject", _counted(tokens, figure) | {at})
        if at in subjects:
            stands_for = token.relation == "acl:relcl" and tokens[subjects[at]].tag in RELATIVE
            return Named("of the verb above", frozenset({token.head if stands_for else subjects[at]}))
        if token.head < 0:
            return None
        if token.relation in ("acl", "acl:relcl"):
            return Named("of a noun", frozenset({token.head}))
        at = token.head
    return None


def _counted(tokens: Sequence[Token], figure: int) -> frozenset[int]:
    """The noun that a figure counts, and what it is a share of."""
    above = tokens[figure].head
    shares = (
        at for at, token in enumerate(tokens) if token.head in (figure, above) and token.relation.startswith("nmod")
    )
    return frozenset(at for at in (above, *shares) if at >= 0)


def outcomes(tree: Sentence) -> Iterator[tuple[str, str, str]]:
    """Kind, outcome and description of each figure in a sentence."""
    text = "".join(token.word + " " * token.space for token in tree.tokens).strip()
    places = _places(tree.tokens, text)
    parts: dict[str, dict[str, ClaimPart]] = {}
    for part in extract(text.encode(), media_type="text/plain").claim_parts:
        parts.setdefault(part.claim_id, {}).setdefault(part.part, part)
    for found in parts.values():
        value, subject = found.get("value"), found.get("subject")
        numbers = [
            at for at, token in enumerate(tree.tokens) if value and token.tag == "CD" and _meets(places[at], value)
        ]
        named = subject_of(tree.tokens, numbers[-1]) if numbers else None
        if value is None or named is None:
            continue
        right = subject is not None and any(_holds(subject, places[at]) for at in named.heads)
        outcome = "right" if right else "wrong" if subject else "none"
        heads = "/".join(tree.tokens[at].word for at in sorted(named.heads))
        yield named.kind, outcome, f"{value.quote}: {heads} not {subject.quote if subject else '-'} | {text}"


def _places(tokens: Sequence[Token], text: str) -> list[tuple[int, int]]:
    places, at = [], 0
    for token in tokens:
        at = text.index(token.word, at)
        places.append((at, at + len(token.word)))
        at += len(token.word)
    return places


def _meets(place: tuple[int, int], part: ClaimPart) -> bool:
    return place[0] < part.char_end and part.char_start < place[1]


def _holds(part: ClaimPart, place: tuple[int, int]) -> bool:
    return part.char_start <= place[0] and place[1] <= part.char_end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    results: Counter[tuple[str, str]] = Counter()
    for tree in sentences(arguments.corpus):
        if any(token.tag == "CD" for token in tree.tokens):
            for kind, outcome, described in outcomes(tree):
                results[kind, outcome] += 1
                if arguments.wrong and outcome != "right":
                    print(f"{kind}: {described}")
    for kind in (*dict.fromkeys(kind for kind, _ in results), ""):
        right, wrong, none = (
            sum(count for (one, told), count in results.items() if told == outcome and kind in ("", one))
            for outcome in ("right", "wrong", "none")
        )
        told, asked = max(right + wrong, 1), max(right + wrong + none, 1)
        print(f"{kind or 'all':20} {asked:5}  P {right / told:.3f}  R {right / asked:.3f}")


if __name__ == "__main__":
    main()
