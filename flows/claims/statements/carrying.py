"""What a figure takes over from the one before in its sentence: the whole that it is a share of, or its subject."""

from __future__ import annotations

import regex

from flows.claims.comparisons import comparison_before
from flows.claims.grammar.tagged import Tagged
from flows.claims.ledger import Reading
from flows.claims.statements.frames import Frame
from flows.claims.statements.statement import Evidence, Statement
from flows.claims.statements.surroundings import Surroundings

_MORE_OF_SAME = regex.compile(
    r"\b(?:another|an additional|a further|the other|the remaining|the rest|others?) +(?:\w+ +)?$", regex.I
)
_WITH = regex.compile(r"\bwith +$")
_OF_THEM = regex.compile(r"\bof (?:which|whom|them|these|those),? +(?:\w+ +){0,2}$", regex.I)
_OF_WHICH = regex.compile(r" of (?:which|whom|them|these|those)\b(?! who\b| that\b)", regex.I)
_OF_ALL = regex.compile(r"\bof (?:\w+ +){0,2}$", regex.I)
# Between a whole and the number of it: "Of 575 hospitals, only 412".
_NUMBER_OF = regex.compile(r", +(?:\w+ +){0,2}")
_THEY = frozenset({"them", "which", "whom", "these", "those"})
# A number in an adjunct counts nobody that the next clause tells of: "work IN four towns; one in eight".
_ADJUNCT = regex.compile(r"\b(?:in|at|on|for|from|to|with|by|across|within) +(?:\w+ +)?$")


def with_carried(
    sentence: Surroundings, clause: Frame, statement: Statement, reading: Reading, last: Statement | None
) -> Statement:
    """What is said of a population told before: "another 35 %", "half of them", "with about 30 %", "of whom 20"."""
    if last is None:
        return statement
    text = sentence.text
    before = text[max(statement.start - 30, reading.start - 30, 0) : reading.start]
    if (own := statement.parts.get("population")) is not None:
        them = text[slice(*own.spans[0])].lower() in _THEY
        return _said_of(statement, last.parts.get("unit")) if them else statement
    if (told := _told_before(text, statement, reading, last, before)) is not None:
        return _said_of(statement, told)
    bare_share = reading.value.unit_kind in ("percent", "ratio", "none", None) and not reading.counted
    if "subject" not in statement.parts and bare_share and _opens_clause(sentence.tagged, clause, reading):
        counted = None if _ADJUNCT.search(text[: last.parts["value"].spans[0][0]][-30:]) else last.parts.get("unit")
        statement = _said_of(statement, counted or last.parts.get("population"))
    if "subject" not in statement.parts or comparison_before(text, reading) is not None:
        return _as_before(statement, last)
    return statement


def _told_before(text: str, statement: Statement, reading: Reading, last: Statement, before: str) -> Evidence | None:
    """The whole that a figure is of, where the figure before it counted that or was a share of it."""
    population, counted = last.parts.get("population"), last.parts.get("unit")
    if _is_number_of(text, reading, last) or _OF_THEM.search(before) or _OF_WHICH.match(text, reading.end):
        return counted
    if reading.value.unit_kind not in ("percent", "ratio"):
        return None
    if _MORE_OF_SAME.search(before):
        return population or counted
    alone = "subject" not in statement.parts and ";" not in text[last.parts["value"].spans[-1][1] : reading.start]
    return counted or population if alone or _WITH.search(before) else None


def _opens_clause(s: Tagged, clause: Frame, reading: Reading) -> bool:
    """Is a figure the subject of its verb, or what "there are"?"""
    if clause.verb is None:
        return False
    return s.starts[clause.verb[0]] >= reading.end or s.lower(clause.verb[0] - 1) == "there"


def _is_number_of(text: str, reading: Reading, last: Statement) -> bool:
    """Is a number without a noun of its own part of what was counted before: "Of 575 hospitals, 412 made a loss"?"""
    counted = last.parts.get("unit")
    if counted is None or reading.counted or reading.value.unit_kind not in ("none", None):
        return False
    whole, end = last.parts["value"].spans[0][0], counted.spans[-1][1]
    return bool(_NUMBER_OF.fullmatch(text, end, reading.start) and _OF_ALL.search(text, max(0, whole - 30), whole))


def _as_before(statement: Statement, last: Statement) -> Statement:
    """The statement with the subject of the one before, as of what a figure is compared with."""
    subject = last.parts.get("subject")
    if subject is None:
        return statement
    return statement._replace(parts={**statement.parts, "subject": subject._replace(origin="carried_over")})


def _said_of(statement: Statement, population: Evidence | None) -> Statement:
    if population is None:
        return statement
    carried = Evidence(population.spans, "carried_over")
    return statement._replace(parts={**statement.parts, "population": carried, "subject": carried})
