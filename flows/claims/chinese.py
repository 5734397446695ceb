"""Chinese numerals: found, so that none is lost, and not read yet."""

from __future__ import annotations

import regex

# A numeral with a unit of ten in it, or with 成 (tenths): 三成半, 一百億. One character alone is more often a word.
_NUMERAL = regex.compile(
    r"[〇零一二三四五六七八九十百千萬万億亿兩两]*[十百千萬万億亿成][〇零一二三四五六七八九十百千萬万億亿成半]*"
)
_HAN = regex.compile(r"\p{Han}")


def holds_han(text: str) -> bool:
    return not text.isascii() and _HAN.search(text) is not None


def is_han(word: str) -> bool:
    """Does a word start with a Chinese character?"""
    return "\u3400" <= word[:1] <= "\u9fff"


def numeral_in(word: str) -> tuple[int, int] | None:
    """Where the numeral of a Chinese word stands in it."""
    found = _NUMERAL.search(word)
    return found.span() if found and len(found.group()) > 1 else None
