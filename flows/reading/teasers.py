"""Teasers at the end of a page: openings of other articles, each cut off by an ellipsis at about the same length.

A page prints several of them, one after the other, so a run of two or more is asked for. An article that stops inside
a sentence is not one of them: its last paragraph has no ellipsis, stands alone, or has another length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from flows.reading.outline import Draft

SHORTEST = 60
LONGEST = 600
TOLERANCE = 0.25
FEWEST = 2

_CUT = regex.compile(
    r"(?:\.\s?\.\s?\.|\u2026)[\]\)]?(?:\s*[\[(]?(?:continue reading|read more|read on|more)\W*)?\Z", regex.IGNORECASE
)
_TITLE = regex.compile(
    r"(?:related|recommended|similar|popular|recent|latest|trending|more|further|other)\s"
    r"(?:\w+\s){0,2}(?:posts?|articles?|stories|reading|news|reads?|topics|content)|"
    r"you (?:may|might) (?:also )?(?:like|enjoy)|(?:see|read) (?:also|more|next)|"
    r"more (?:from|on|in)\b.*|what to read next|don['\u2019]t miss",
    regex.IGNORECASE,
)


def is_cut(text: str) -> bool:
    """Whether a text ends in an ellipsis, with "read more" behind it or not."""
    return bool(_CUT.search(text[-40:]))


def runs_of_cuts(lines: Sequence[str]) -> frozenset[int]:
    """The lines that end in an ellipsis next to another one that does: each stands by itself, however narrow."""
    cuts = [is_cut(line) for line in lines]
    return frozenset(
        at for at, cut in enumerate(cuts) if cut and True in (*cuts[max(0, at - 1) : at], *cuts[at + 1 : at + 2])
    )


def set_aside(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the teasers at their end, and a title over these, made boilerplate."""
    first = _first_teaser(drafts)
    if len(drafts) - first < FEWEST or first == 0:
        return list(drafts)
    told = [replace(draft, kind="boilerplate", rule_id="teaser", level=None, depth=0) for draft in drafts[first:]]
    if _is_title(drafts[first - 1]):
        first -= 1
        told.insert(0, replace(drafts[first], kind="boilerplate", rule_id="teaser_title", level=None, depth=0))
    return [*drafts[:first], *told]


def _first_teaser(drafts: Sequence[Draft]) -> int:
    """Where the run of teasers starts that the drafts end with; their number when there is none."""
    first, lengths = len(drafts), 0
    while first and _is_cut(drafts[first - 1]):
        length, count = len(drafts[first - 1].passage.text), len(drafts) - first
        if count and abs(length - lengths / count) > TOLERANCE * lengths / count:
            break
        lengths += length
        first -= 1
    return first


def _is_cut(draft: Draft) -> bool:
    text = draft.passage.text
    if draft.kind not in ("paragraph", "list_item") or not SHORTEST <= len(text) <= LONGEST:
        return False
    return is_cut(text)


def _is_title(draft: Draft) -> bool:
    return draft.kind in ("paragraph", "heading") and bool(_TITLE.fullmatch(draft.passage.text.strip(" :")))
