from __future__ import annotations

import time

import pytest

from flows.claims.roles import read_roles

ROLES = [
    ("Professor Mei Lam, Dean of Engineering, leads the team.", "Mei Lam", "Dean of Engineering", None),
    ("Professor Jun Ho, Director of the Tarn Data Institute, agreed.", "Jun Ho", "Director", "Tarn Data Institute"),
    ("Lee Wong, chief executive of Harbour Ferries, said so.", "Lee Wong", "chief executive", "Harbour Ferries"),
    ("Anna Berg, the director of research at Leeds Labs, won.", "Anna Berg", "director of research", "Leeds Labs"),
    ("Tomas Novak, 54, a founder of the farm, died.", "Tomas Novak", "founder of the farm", None),
    ("Delta Bank's chief economist, Maria Costa, agreed.", "Maria Costa", "chief economist", "Delta Bank"),
    ("Northern Rail spokeswoman Julie Hahn declined.", "Julie Hahn", "spokeswoman", "Northern Rail"),
    ("Finance director Ines Roy and Energy minister Al Ko met.", "Ines Roy", "Finance director", None),
    ("The bank's chairman Jo Lee resigned.", "Jo Lee", "chairman", None),
    ("Then Prime Minister Ana Silva left.", "Ana Silva", "Prime Minister", None),
    ("As Mayor Roe said, it rained.", "Roe", "Mayor", None),
]
NONE = [
    "Paris, France, and London are far apart.",
    "The director left early.",
    "The Executive Office Building is old.",
]


@pytest.mark.parametrize(("text", "person", "role", "organisation"), ROLES)
def test_reads_person_role_and_organisation(text: str, person: str, role: str, organisation: str | None) -> None:
    found, *_ = read_roles(text)
    named = text[slice(*found.organisation)] if found.organisation else None
    assert (text[slice(*found.person)], text[slice(*found.role)], named) == (person, role, organisation)


@pytest.mark.parametrize("text", NONE)
def test_finds_none_without_a_person(text: str) -> None:
    assert read_roles(text) == []


def test_extent_runs_over_all_parts() -> None:
    text = "So Delta Bank's chairman Jo Lee resigned."
    (found,) = read_roles(text)
    assert text[slice(*found.extent)] == "Delta Bank's chairman Jo Lee"


@pytest.mark.parametrize("part", ["A B C D, chief ", "Mayor ", "chief chief ", "A, head of A, ", "Aa's "])
def test_is_linear_on_hostile_text(part: str) -> None:
    started = time.process_time()
    read_roles(part * 5_000)
    assert time.process_time() - started < 5
