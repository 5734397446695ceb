"""Every expression of the pure path reads alike on every Python that Sourceline promises.

Up to Python 3.11.4, a group with a possessive quantifier keeps what a round took that then failed (python/cpython,
issue 106052): `re.match("(?:ab?c)?+", "ab")` finds "a".
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

import flows
from flows.patterns import Pattern

PURE = ("flows.claims.", "flows.quality.", "flows.reading.", "flows.tables.")
ONE_CHARACTER = {codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY}
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}


def expressions() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    for module in pkgutil.walk_packages(flows.__path__, "flows."):
        if module.name.startswith(PURE):
            for name, value in vars(importlib.import_module(module.name)).items():
                yield from ((f"{module.name}.{name}", found) for found in within(value))


def within(value: object) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Pattern):
        yield value.latin
    elif isinstance(value, dict):
        yield from within(tuple(value.values()))
    elif isinstance(value, tuple | list):
        yield from (found for part in value for found in within(part))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from within([getattr(value, field.name, None) for field in fields(value)])


def keeps_too_much(parsed: object) -> bool:
    """Whether a round of a possessive group may take something and then fail; `parsed` is any part of an expression."""
    if not isinstance(parsed, parser.SubPattern | list | tuple):
        return False
    possessive = isinstance(parsed, tuple) and parsed and parsed[0] is codes.POSSESSIVE_REPEAT
    return (possessive and not sure(parsed[1][2])) or any(keeps_too_much(part) for part in parsed)


def sure(group: parser.SubPattern) -> bool:
    """Whether a group that has taken its first character is bound to match."""
    (code, value), *others = group
    if code is codes.BRANCH:
        return not others and all(sure(branch) for branch in value[1])
    run = code in REPEATS and len(value[2]) == 1 and value[2][0][0] in ONE_CHARACTER and value[0] <= 1
    return (run or code in ONE_CHARACTER) and all(code in REPEATS and value[0] == 0 for code, value in others)


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        (r"(?:ab?c)?+", True),
        (r"x(?:a|bc)*+", True),
        (r"(?:(?:a[bc])++)?", True),
        (r"(?>(?:ab?c)?)", False),
        (r"\d++[ab]{1,3}+.?+", False),
        (r"(?: ++|ab*(?:cd)?)*+", False),
    ],
)
def test_tells_a_group_that_keeps_too_much(expression: str, told: bool) -> None:
    assert keeps_too_much(parser.parse(expression)) is told


def test_no_group_keeps_what_a_failed_round_took() -> None:
    found = list(expressions())
    assert len(found) > 50
    assert [name for name, one in found if keeps_too_much(parser.parse(one.pattern, one.flags))] == []
