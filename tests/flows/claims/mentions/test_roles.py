from __future__ import annotations

import time

import pytest

from flows.claims.mentions.roles import read_roles

ROLES = [
    ("Professor Mei Lam, Dean of Engineering, leads the team.", "Mei Lam", "Dean of Engineering", None),
    ("Professor Jun Ho, Director of the Tarn Data Institute, agreed.", "Jun Ho", "Director", "Tarn Data Institute"),
    ("Lee Wong, chief executive of Harbour Ferries, said so.", "Lee Wong", "chief executive", "Harbour Ferries"),
    ("Anna Berg, the director of research at Leeds Labs, won.", "Anna Berg", "director of research", "Leeds Labs"),
    ("Tomas Novak, 54, a founder of the farm, died.", "Tomas Novak", "founder of the farm", None),
    ("Delta Bank's chief economist, Maria Costa, agreed.", "Maria Costa", "chief economist", "Delta Bank"),
    ("Northern Rail spokeswoman Julie Hahn declined.", "Julie Hahn", "spokeswoman", "Northern Rail"),
    ("Finance director Ines Roy and Energy minister Al Ko met.", "Ines Roy", "Finance director", None),
    ("Ana Silva, founder of the pressure group Port Watch, left.", "Ana Silva", "founder", "Port Watch"),
    ("Jo Lee, director at the development bank BDT, left.", "Jo Lee", "director", "BDT"),
    (
        "Rui Costa, Delta Foods's head of trade for South America, left.",
        "Rui Costa",
        "head of trade for South America",
        "Delta Foods",
    ),
    ("Delta's India managing director, Karan Rao, left.", "Karan Rao", "managing director", "Delta"),
    ("Minister of Tourism and Antiquities Omar Zaki left.", "Omar Zaki", "Minister of Tourism and Antiquities", None),
    ("Bo Lind, then the board's secretary, left.", "Bo Lind", "secretary", None),
    ("Dr Olha Bondar, a cardiologist from Tarn, left.", "Olha Bondar", "cardiologist", None),
    ("The bank's chairman Jo Lee resigned.", "Jo Lee", "chairman", None),
    ("Then Prime Minister Ana Silva left.", "Ana Silva", "Prime Minister", None),
    ("As Mayor Roe said, it rained.", "Roe", "Mayor", None),
    (
        "So said Dr Lin Wei, Director of the Centre for Tides at Tarn University (TU).",
        "Lin Wei",
        "Director",
        "Centre for Tides",
    ),
    ("Ana Silva, Delta Bank's chief economist, agreed.", "Ana Silva", "chief economist", "Delta Bank"),
    ("Kim Ha-neul, Tarn Securities analyst, agreed.", "Kim Ha-neul", "analyst", "Tarn Securities"),
    ("Jo Lee, the port's chairman, resigned.", "Jo Lee", "chairman", None),
    ("Sir Tom Roe, now a professor of law at Tarn University, won.", "Tom Roe", "professor of law", "Tarn University"),
    (
        "Dr Ida O'Hara, senior lecturer in tax and trade at Leeds Labs, won.",
        "Ida O'Hara",
        "senior lecturer in tax and trade",
        "Leeds Labs",
    ),
    (
        "Iris Koh, president of the Tarn Hotel Association (THA), left.",
        "Iris Koh",
        "president",
        "Tarn Hotel Association",
    ),
    (
        "Rui Costa, a geographer at Delta University who counts sheep, left.",
        "Rui Costa",
        "geographer",
        "Delta University",
    ),
    ("Bo Lind, minister for rural affairs, left.", "Bo Lind", "minister for rural affairs", None),
    ("Ann Ray, Secretary of State for Health, left.", "Ann Ray", "Secretary of State for Health", None),
    ("The president of the Harbour Board, Ana Silva, left.", "Ana Silva", "president", "Harbour Board"),
    ("Chief executive Ana Silva of Delta Bank left.", "Ana Silva", "Chief executive", "Delta Bank"),
    ("Delta Foods' head of coffee, David Roe, left.", "David Roe", "head of coffee", "Delta Foods"),
    (
        "J.P. van der Meer (energy economist, Tarn University) left.",
        "J.P. van der Meer",
        "energy economist",
        "Tarn University",
    ),
    ("Mia Berg, who heads the audit unit at Delta Bank, left.", "Mia Berg", "heads", "Delta Bank"),
    ("Labour's housing spokesman, Kit Roy, left.", "Kit Roy", "housing spokesman", "Labour"),
    ("Housing minister Chris Bishop left.", "Chris Bishop", "Housing minister", None),
    ("US President Ana Silva left.", "Ana Silva", "US President", None),
    ("Lee Park, co-CEO of Harbour Games, left.", "Lee Park", "co-CEO", "Harbour Games"),
    ("French economist Luc Roy left.", "Luc Roy", "economist", None),
]
NONE = [
    "Paris, France, and London are far apart.",
    "The director left early.",
    "The Executive Office Building is old.",
    "In Hong Kong, officers in plain clothes watched.",
    "A house costs less, the builder Keith Roe Homes says.",
    "The Pilot Training Programme, the chief aim of it all, ended.",
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
