"""Rows held against the source text they were read from: quotes, lines, the tiling of blocks, the number ledger.

These checks know the text, the rows and how each media type is written; they do not ask the rules that made the rows.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

Spans = Sequence[tuple[int, int]]
"""Half-open code-point offsets into the source text."""

HTML, PDF = "text/html", "application/pdf"
MARKED_UP = {"text/markdown", HTML}
"""Media types whose source text writes some characters by escapes, entities and line break tags."""

MOST_READINGS = 4
"""As many ways of reading what came before are gone after at once."""

_SPACE = r"[\s\x1c-\x1f]"
"""White space as Python's own string methods have it; the patterns of `regex` leave out the separators of ASCII."""

_ENTITY = r"&(?: \#[xX][0-9a-fA-F]{1,6} | \#[0-9]{1,7} | [A-Za-z][A-Za-z0-9]{0,31} );"

_TOKEN = regex.compile(
    rf"""
    (?P<space> {_SPACE}+ )
  | (?P<escape> \\[!-/:-@\[-`{{-~] )
  | (?P<entity> {_ENTITY} )
  | (?P<break> <[bB][rR]\s*+/?> )
  | [^\s\x1c-\x1f\\&<]+
  | .
    """,
    regex.VERBOSE,
)
_ENTITIES = regex.compile(_ENTITY, regex.VERBOSE)
_HTML_ENTITIES = regex.compile(r"&(?:#[xX]0*+[0-9a-fA-F]*+|#0*+[0-9]*+|[A-Za-z][A-Za-z0-9]*+);?")
_OVERLONG = regex.compile(r"&#(?:[xX]0*+[1-9a-fA-F][0-9a-fA-F]{8,}+|0*+[1-9][0-9]{8,}+);?")
_PADDED = regex.compile(r"(?<=&#[xX]?)0++(?=[0-9a-fA-F])")
_BLANKS = regex.compile(r"[\t\n\f\r ]+")
_BLANK = regex.compile(rf"{_SPACE}*")
_NEWLINE = regex.compile(r"[\r\n]")
_DIGITS = regex.compile(r"\d+")
_VISIBLE = regex.compile(r"[^\s\x1c-\x1f]+")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A code of `schemas.codes`, where in the source text, and what stands there."""

    code: str
    start: int
    shown: str


def reads_as(pieces: Sequence[str], quote: str, media_type: str) -> bool:
    """Whether `quote` is the plain text of pieces of the source text: the same characters, with few exceptions.

    A line break and the white space around it may be read as other white space or not at all, and the tab between two
    cells of a PDF as a space; escapes, entities and `<br>` tags of a marked-up text may be read as what they stand for.
    In HTML white space may be read as one space, and the markup between two pieces as white space.
    """
    source = "".join(pieces)
    if source == quote:
        return True
    return _page_reads_as(pieces, quote) if media_type == HTML else _text_reads_as(source, quote, media_type)


def _page_reads_as(pieces: Sequence[str], quote: str) -> bool:
    ends = [0]
    for number, piece in enumerate(pieces):
        starts = [*ends, *(end + 1 for end in ends if number and quote[end : end + 1].isspace())]
        read = _unescaped(piece)
        readings = {piece, read, _BLANKS.sub(" ", read)}
        found = {start + len(text) for start in starts for text in readings if quote.startswith(text, start)}
        ends = sorted(found)[:MOST_READINGS]
    return len(quote) in ends


def _unescaped(text: str) -> str:
    """The text with its entities read; `html.unescape` refuses numbers of thousands of digits."""
    return html.unescape(_OVERLONG.sub("\ufffd", _PADDED.sub("", text))) if "&" in text else text


def _text_reads_as(source: str, quote: str, media_type: str) -> bool:
    ends = [0]  # the likeliest first
    for token in _TOKEN.finditer(source):
        found = [
            at + len(reading)
            for at in ends
            for reading in (token.group(), *_other_readings(token, quote, at, media_type))
            if quote.startswith(reading, at)
        ]
        ends = list(dict.fromkeys(found))[:MOST_READINGS]
    return len(quote) in ends


def _other_readings(token: regex.Match[str], quote: str, at: int, media_type: str) -> tuple[str, ...]:
    """What a token may be read as, where the quote has come to `at`, the likeliest first."""
    text = token.group()
    if token["space"] and _NEWLINE.search(text):
        blank = _BLANK.match(quote, at)
        return (blank[0][: len(text)], blank[0][:1], "") if blank else ()
    if token["space"]:
        return (" ",) if media_type == PDF else ()
    if media_type not in MARKED_UP:
        return ()
    if token["escape"]:
        return (text[1:],)
    if token["break"]:
        return ("\n", "") if quote[at - 1 : at].isspace() else ("\n",)
    return (html.unescape(text),) if token["entity"] else ()


def quotes_that_differ(text: str, media_type: str, rows: Iterable[tuple[Spans, str]]) -> Iterator[Disagreement]:
    """Rows (pieces and quote) whose quote is not the plain text of their pieces (promise 1)."""
    for pieces, quote in rows:
        if not reads_as([text[start:end] for start, end in pieces], quote, media_type):
            yield Disagreement("quote_differs", pieces[0][0] if pieces else 0, quote)


def lines_that_differ(text: str, lines: Iterable[tuple[int, int, str]]) -> Iterator[Disagreement]:
    """Stored lines (start, end, text) that are not what the source text says there."""
    for start, end, stored in lines:
        if text[start:end] != stored:
            yield Disagreement("line_differs", start, stored)


def untiled_text(
    text: str, blocks: Iterable[tuple[int, int]], hidden: Iterable[tuple[int, int]]
) -> Iterator[Disagreement]:
    """Characters that stand in no block though they are visible, or in two (promise 2)."""
    coverage = _coverage(text, blocks)
    for start, end in hidden:
        coverage[start:end] = coverage[start:end].replace(b"\0", b"\1")
    for word in _VISIBLE.finditer(text):
        counts = coverage[word.start() : word.end()]
        if 0 in counts:
            yield Disagreement("text_uncovered", word.start(), word.group())
        if max(counts) > 1:
            yield Disagreement("text_covered_twice", word.start(), word.group())


def unledgered_digits(
    text: str, media_type: str, blocks: Iterable[tuple[int, int]], ledger: Iterable[tuple[int, int]]
) -> Iterator[Disagreement]:
    """Digits in blocks that no row of the number ledger covers, or more than one does (promise 2).

    The digits in the name of an entity that stands for no digit are markup.
    """
    visible, covered = _coverage(text, blocks), _coverage(text, ledger)
    entities = _HTML_ENTITIES if media_type == HTML else _ENTITIES
    for entity in entities.finditer(text) if media_type in MARKED_UP else ():
        if not _DIGITS.search(_unescaped(entity.group())):
            visible[entity.start() : entity.end()] = bytes(len(entity.group()))
    for number in _DIGITS.finditer(text):
        counts = [covered[at] for at in range(*number.span()) if visible[at]]
        if 0 in counts:
            yield Disagreement("numeral_unledgered", number.start(), number.group())
        if counts and max(counts) > 1:
            yield Disagreement("numeral_ledgered_twice", number.start(), number.group())


_ONE_MORE = bytes(min(count + 1, 255) for count in range(256))


def _coverage(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """How many of the spans cover each character, counted up to 255."""
    coverage = bytearray(len(text))
    for start, end in spans:
        coverage[start:end] = coverage[start:end].translate(_ONE_MORE)
    return coverage
