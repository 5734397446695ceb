"""Typographic variants that mean the same, folded one character to one, so that offsets never move."""

from __future__ import annotations

_SPACES = "\t\n\r\v\f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_HYPHENS = "\u2010\u2011\u00ad\ufe63\uff0d"
_MINUS = "\u2212"
_SINGLE_QUOTES = "\u2018\u2019\u201b\u02bc\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201f\u201e\uff02"
_FULL_WIDTH = range(0xFF01, 0xFF5F)

FOLDS = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in _FULL_WIDTH}
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_HYPHENS + _MINUS, "-")
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
)


def fold(text: str) -> str:
    """White space to spaces, hyphens and minus to "-", quotes to straight ones, full-width forms to ASCII.

    Dashes stay what they are: an en dash joins a range, an em dash parts a clause.
    """
    return text if text.isascii() and text.isprintable() else text.translate(FOLDS)
