"""Sentences of a block: where each starts and ends.

A stop ends a sentence unless what stands before it (an abbreviation, an initial, a list number) or after it (a small
letter) tells otherwise. Where both readings are open the sentence goes on: two sentences read as one lose less than
one cut in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from flows.claims.attributions.cues import VERBS
from flows.claims.vocabulary import words_of
from flows.patterns import Pattern

_CLOSERS = r"""["')\]}»」』】）》]*"""
_CJK = r"[\p{Han}\p{Hiragana}\p{Katakana}]"

STOP = Pattern.of(
    rf"""
    (?=[ .!?\u2026\u3002]) (?:
      (?P<latin>
          [ ]\.(?:[ ]\.){{2,3}}                       # an ellipsis with spaces
        | (?<![\[.!?\u2026])[.!?\u2026]++(?:(?:[ ]\.)+(?={_CLOSERS}\Z))?
      ) (?P<closers>{_CLOSERS}) (?=[ ]|\Z)
    | (?: \u3002+ | (?<={_CJK})[!?]+ ) {_CLOSERS}
    )
    """,
    verbose=True,
)
"""Where a sentence may end: Latin stops before white space, Chinese ones anywhere."""

INNER_STOP = Pattern.of(rf"[.!?\u2026\u3002](?:{_CLOSERS}[ ]|(?<=\u3002)|(?<={_CJK}[!?]))")
"""What every stop but one at the very end holds: most blocks of news are one sentence."""

OPENERS = "\"'([{\u00ab\u300c\u300e\u3010\u300a"
_NEXT = Pattern.of(
    rf" *[{re.escape(OPENERS)}]*(?:(?P<word>[\p{{L}}\p{{N}}][\w'\u00b0]*)|(?P<joint>[-\u2013\u2014:;,)]))?"
)
_DOTTED = regex.compile(r"(?:\p{L}\.)+\p{L}|\p{Lu}\.?\p{Ll}?\.\p{Lu}")
_MARKER = re.compile(
    r"(?<![^ ])(?:[\u2022\u2043*-] ?)?(?:(?P<number>\d{1,3})|(?P<letter>[a-z]))(?P<style>\.\)|\.|\))(?= +\S)"
)
_LONGEST_MARKER = 7
_PLAIN = re.compile(r"[a-z]{4,}")
_ROMAN = re.compile(r"[IVXLCM]+")

_LABEL = Pattern.of(r"(?:[\dIVX]{1,3}[.)] )?[\p{Lu}](?:[^\s.!?:;,\"()]+ ){0,5}(?P<last>[^\s.!?:;,\"()]*): (?=[\p{Lu}])")
_LONGEST_LABEL = 70

TITLES = words_of("abbreviations", "titles")
LABELS = words_of("abbreviations", "labels")
EITHER = words_of("abbreviations", "either")
STARTERS = words_of("abbreviations", "starters")
HOURS = words_of("abbreviations", "hours")
ABBREVIATIONS = TITLES | LABELS | EITHER
AFTER_HOURS = words_of("abbreviations", "after_hours")


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a block's folded text, in order, as half-open spans without surrounding white space.

    Everything but white space lies in exactly one span. Linear in the length of the text.
    """
    spans, start = [], 0
    for end in (*_cuts(text), len(text)):
        piece = text[start:end]
        if stripped := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(stripped)))
        start = end
    return spans


def split_label(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a block, its label ("2. Who pays: Fares cover ...") apart from the one that it stands before.

    Words that announce speech ("The minister said: We ...") are no label.
    """
    start, end = sentences[0] if sentences else (0, 0)
    label = _LABEL.on(text).match(text, start, end) if ": " in text[: start + _LONGEST_LABEL] else None
    if label is None or label["last"].lower() in VERBS:
        return sentences
    return [(start, label.end() - 1), (label.end(), end), *sentences[1:]]


def _cuts(text: str) -> list[int]:
    """Where the text is cut, in order: behind stops and before list markers."""
    markers = _markers(text)
    if not markers and not INNER_STOP.on(text).search(text):
        return []
    stops = _stops(text, {marker.end() for marker in markers})
    return sorted({*stops, *(marker.start() for marker in markers)})


def _stops(text: str, passed: set[int]) -> Iterator[int]:
    """Where a stop ends a sentence; those that end at a place `passed` belong to list markers."""
    start = 0
    for found in STOP.on(text).finditer(text):
        if found.end() not in passed and (found["latin"] is None or _ends(text, start, found)):
            start = found.end()
            yield start


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop.end() == len(text):
        return True
    after = _NEXT.on(text).match(text, stop.end())
    following = after["word"] or "" if after else ""
    mark, bare = stop["latin"], not stop["closers"]
    before = text[max(start, text.rfind(" ", start, stop.start()) + 1) : stop.start()].lstrip(OPENERS)
    if following[:1].islower():
        return bare and mark in (".", "?") and bool(_PLAIN.fullmatch(before)) and before not in ABBREVIATIONS
    if (after and after["joint"]) or mark == " . . .":
        return False
    return mark != "." or not bare or not _runs_on(before, following)


def _runs_on(before: str, following: str) -> bool:
    """Whether a single stop after `before` is part of the word, and the sentence goes on."""
    if before in HOURS:
        return following in AFTER_HOURS
    if before in TITLES:
        return True
    if before in LABELS:
        return following[:1].isdigit() or len(following) == 1 or bool(_ROMAN.fullmatch(following))
    if before in EITHER or (len(before) == 1 and before.isupper()) or _DOTTED.fullmatch(before):
        return following not in STARTERS
    return False


def _markers(text: str) -> list[re.Match[str]]:
    """The markers of a list that runs on in one line: the one it opens with, and those that count on from it."""
    start = text[:_LONGEST_MARKER]
    opening = _MARKER.match(text) if "." in start or ")" in start else None
    if opening is None:
        return []
    markers = [opening]
    for found in _MARKER.finditer(text, opening.end()):
        if found["style"] == opening["style"] and _rank(found) == _rank(markers[-1]) + 1:
            markers.append(found)
    return markers


def _rank(marker: re.Match[str]) -> int:
    return int(marker["number"]) if marker["number"] else ord(marker["letter"])
