"""Where numerals and times can stand: the cheap look at a text before it is read."""

from __future__ import annotations

import re

from flows.claims import holidays
from flows.claims.chinese import holds_han, is_han
from flows.claims.dates.names import MONTHS_AND_WEEKDAYS
from flows.claims.gating import holds_any, words_in
from flows.claims.holidays import may_hold_holiday
from flows.claims.quantities import ARTICLE_UNITS
from flows.claims.tokens import NUMERIC, Tokens
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import (
    ANY_SCALES,
    CARDINALS,
    DENOMINATORS,
    FOLDS,
    MULTIPLE_VERBS,
    MULTIPLE_WORDS,
    ORDINALS,
    SCALE_ORDINALS,
)
from flows.patterns import Pattern

NUMBER_WORDS = (
    CARDINALS.keys()
    | ANY_SCALES.keys()
    | ORDINALS.keys()
    | SCALE_ORDINALS.keys()
    | (DENOMINATORS.keys() - {"seconds"})
    | FOLDS.keys()
    | MULTIPLE_VERBS.keys()
    | MULTIPLE_WORDS.keys()
    | words_of("ledger", "other_number_words")
)
"""Words that act as numbers, in lower case: each has a row in the ledger wherever it stands."""

NUMERIC_KINDS = NUMERIC | {"address", "link"}
_HOT_BUT_HOLIDAYS = NUMBER_WORDS | words_of("ledger", "timely") | MONTHS_AND_WEEKDAYS
_HOT = _HOT_BUT_HOLIDAYS | holidays.FIRST_WORDS
_LEADS = words_of("ledger", "leads")
_HOT_OR_LEADS, _HOT_BUT_HOLIDAYS_OR_LEADS = _HOT | _LEADS, _HOT_BUT_HOLIDAYS | _LEADS
_DIRECT = words_of("ledger", "direct_leads")
_REACH = 6
"""How many tokens a lead may stand before what it leads to."""

# A text without any of these is not even cut into tokens.
_DIGIT = Pattern.of(r"[\p{Nd}¼-¾⅐-⅞\p{Han}]")
_ARTICLE_UNIT = re.compile(rf"\ban? (?:{'|'.join(sorted(ARTICLE_UNITS))})\b")


def may_hold_numerals(text: str) -> bool:
    """False only where no numeral and no time stands in a text."""
    if _DIGIT.on(text).search(text):
        return True
    return holds_any(text, _HOT) or (holds_any(text, ARTICLE_UNITS) and _ARTICLE_UNIT.search(text.lower()) is not None)


def places(tokens: Tokens) -> list[int]:
    """The tokens where a numeral or a time can start, in order."""
    low, kinds = tokens.low, tokens.kinds
    telling = _HOT_OR_LEADS if may_hold_holiday(words_in(tokens.text)) else _HOT_BUT_HOLIDAYS_OR_LEADS
    marked = [i for i, word in enumerate(low) if word in telling or kinds[i] in NUMERIC_KINDS]
    if holds_han(tokens.text):
        marked = sorted({*marked, *(i for i, word in enumerate(low) if is_han(word))})
    found, reach = [], len(low) + _REACH
    for i in reversed(marked):
        word = low[i]
        if word not in _LEADS or word in _HOT:
            reach = i
            found.append(i)
        elif reach <= i + _REACH:
            if word not in _DIRECT or found[-1] == i + 1:
                found.append(i)
        elif low[i + 1] in ARTICLE_UNITS:
            found.append(i)
    found.reverse()
    return found
