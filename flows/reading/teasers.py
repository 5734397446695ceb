"""Teasers at the end of a page: openings of other articles, each cut off by an ellipsis at about the same length.

A page prints several of them, one after the other, so a run of two or more is asked for; one alone must have a title
above it, a link behind it or a headline run into it. An article that stops inside a sentence is not one of them: its
last paragraph has no ellipsis, stands alone, or has another length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.patterns import Pattern
from flows.reading.outline import Draft

# Words in title case, small ones between them, with a word that has a capital in headlines alone.
_SMALL = r"(?:an?|the|of|to|in|on|at|for|and|or|by|with|from|vs\.?|is|are|s)"
_TITLED = rf"(?:[\p{{Lu}}][\p{{L}}'\u2019-]*|\d[\w,.]*|{_SMALL})"
_HEADLINE = Pattern.of(
    rf"(?:{_TITLED}[,:]? ){{1,12}}(?:What|How|Why|When|Where|Is|It|Are|You|Your|This|That|Our|We|Can|Should|Not|Without"
    rf"|Before|After|Most|Best|More|Never|Need|Know|Make|Get|Have|Do)[?!]? (?:{_TITLED}[,:?!]? ){{2}}"
)

# Six words and more in title case, then one in small letters: "Five Quiet Towns for a Weekend Steam | rises".
_RUN_IN = Pattern.of(rf"(?:{_TITLED}[,:?!]? ){{6,15}}(?!{_SMALL} )[\p{{Ll}}]")
# What tells a headline from a long name.
_NO_NAME = re.compile(r"\A(?:How|Why|What|When|Where)\b|\b(?:an?|to|from|with|is|are|by|or|s|Your?|That|It)\b")
LONGEST_ALONE = 260
SHORTEST = 60
LONGEST = 600
TOLERANCE = 0.25
FEWEST = 2

_LINK = (
    r"(?:(?:continue|keep) reading|full (?:story|article)|more"
    r"|(?:read|see|view|learn|find out) (?:more|on|(?:the )?(?:full|whole|rest)(?: \w+){0,3}))"
)
_CUT = re.compile(rf"(?:\.\s?\.\s?\.|\u2026)[\]\)]?(?:\s*[\[(]?{_LINK}\W*)?\Z", re.IGNORECASE)
_CUT_AND_LINKED = re.compile(rf"(?:\.|\u2026)[\]\)]?\s*[\[(]?{_LINK}\W*\Z", re.IGNORECASE)
_LINKED = re.compile(rf"\W*{_LINK}\W*", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:related|recommended|similar|popular|recent|latest|trending|more|further|other)\s"
    r"(?:\w+\s){0,2}(?:posts?|articles?|stories|reading|news|reads?|topics|content)|"
    r"you (?:may|might) (?:also )?(?:like|enjoy)|(?:see|read) (?:also|more|next)|"
    r"more (?:from|on|in)\b.*|what to read next|don['\u2019]t miss",
    re.IGNORECASE,
)


def is_cut(text: str) -> bool:
    """Whether a text ends in an ellipsis, with "read more" behind it or not."""
    end = text[-60:]
    return ("\u2026" in end or end.count(".") >= 3) and bool(_CUT.search(end))


def runs_of_cuts(lines: Sequence[str]) -> frozenset[int]:
    """The lines that end in an ellipsis next to another one that does: each stands by itself, however narrow."""
    cuts = [is_cut(line) for line in lines]
    return frozenset(
        at for at, cut in enumerate(cuts) if cut and True in (*cuts[max(0, at - 1) : at], *cuts[at + 1 : at + 2])
    )


def set_aside(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the teasers at their end, and a title over these, made boilerplate."""
    first = _first_teaser(drafts)
    teasers = sum(_is_cut(draft) for draft in drafts[first:])
    titled = first > 0 and _is_title(drafts[first - 1])
    if first == 0 or teasers < FEWEST - (teasers == 1 and (titled or _is_sure(drafts[first:]))):
        return list(drafts)
    told = [_boilerplate(draft, "teaser" if _is_cut(draft) else "teaser_link") for draft in drafts[first:]]
    if titled:
        first -= 1
        told.insert(0, _boilerplate(drafts[first], "teaser_title"))
    return [*drafts[:first], *told]


def _boilerplate(draft: Draft, rule_id: str) -> Draft:
    return draft._replace(kind="boilerplate", rule_id=rule_id, level=None, depth=0)


def _first_teaser(drafts: Sequence[Draft]) -> int:
    """Where the run of teasers starts that the drafts end with, links behind them; their number when there is none."""
    first, lengths, count = len(drafts), 0, 0
    for at in range(len(drafts) - 1, -1, -1):
        if _is_link(drafts[at]):
            continue
        length = len(drafts[at].passage.text)
        if not _is_cut(drafts[at]) or (count and abs(length - lengths / count) > TOLERANCE * lengths / count):
            break
        first, lengths, count = at, lengths + length, count + 1
    return first


def _is_sure(drafts: Sequence[Draft]) -> bool:
    """Whether what stands at the end, alone, is no last paragraph: a link is behind it, or a headline run into it."""
    text = drafts[0].passage.text
    if len(drafts) > 1 or _CUT_AND_LINKED.search(text[-60:]) or _HEADLINE.on(text).match(text):
        return True
    headline = _RUN_IN.on(text).match(text) if len(text) <= LONGEST_ALONE else None
    return headline is not None and _NO_NAME.search(headline[0]) is not None


def _is_link(draft: Draft) -> bool:
    return bool(_LINKED.fullmatch(draft.passage.text[:60]))


def _is_cut(draft: Draft) -> bool:
    text = draft.passage.text
    if draft.kind not in ("paragraph", "list_item") or not SHORTEST <= len(text) <= LONGEST:
        return False
    return is_cut(text)


def _is_title(draft: Draft) -> bool:
    return draft.kind in ("paragraph", "heading") and bool(_TITLE.fullmatch(draft.passage.text.strip(" :")))
