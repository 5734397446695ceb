"""What a text in a table looks like: a figure, a year, or words."""

from __future__ import annotations

import regex

_SIGN = r"[-–—−+]?"
_CURRENCY = r"(?:[$€£¥]|US\$|Rs\.?)?"
_UNIT = r"(?:[%‰ºx¢]|pp|bn|mn?|k|thousand|million|billion)?"
# A footnote's mark behind a figure.
_MARK = r"[*†‡§#]*(?:\(?[a-z0-9]\)|[a-z])?[*†‡§#]*"
_NUMBER = rf"[(\[<>≤≥~≈±]*{_SIGN}[(\[]?{_CURRENCY}{_SIGN}\d[\d., '’/:–-]*{_UNIT}[)\]]?{_MARK}"
# What stands for a figure that is missing, or withheld "(D)".
_MISSING = r"[-–—−.…*:]{1,4}|n\.?/?a\.?|nil|none|x|\([a-z]\)|[$€£¥%]"
_FIGURE = regex.compile(rf"{_NUMBER}|{_MISSING}", regex.IGNORECASE)
# A calendar, school or fiscal year: a figure that heads columns.
_YEAR = regex.compile(rf"(?:FY)?(?:1[89]|20)\d\d(?:[-–/]\d{{2,4}})?{_MARK}(?:\s\d/?)?", regex.IGNORECASE)
_DIGIT = regex.compile(r"\d")


def is_figure(text: str) -> bool:
    """Whether a text is a figure, or the sign for one that is missing, and nothing else."""
    return _FIGURE.fullmatch(text.replace(" ", "")) is not None


def is_year(text: str) -> bool:
    """Whether a text is a year and nothing else."""
    return _YEAR.fullmatch(text) is not None


def has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None
