"""Numerals that state no amount: names, references, idioms, ranks."""

from __future__ import annotations

import pytest

from flows.claims.ledger import read_ledger
from schemas.rows import Role

# text (what plays the role in brackets)
NAMES = [
    "the model [GPT-4] writes",
    "the [COVID-19] ward",
    "levels of [caspase-3] rose",
    "the [C2] model",
    "as [NO3] and more",
    "Ca(OH)[2] is lime",
    "a yield (t [ha-1]) of wheat",
    "in columns [2 and 3] of it",
    "at stage [10-12] of it",
    "a [5G] mast",
    "a [3D] film",
    "the AI Strategy [2.0] was signed",
    "a Boeing [737] landed",
    "it runs Windows [11] now",
    "the probe Voyager [2] is far away",
    "the [H5N1] strain",
    "the [G20] summit",
    "a [7-Eleven] shop",
    "version [1.2.3] is out",
    "patients with type [2] diabetes",
    "a phase [3] trial",
    "the [Six] Nations cup",
    "the [First] World War",
    "the ranking of the Big [Four] is out",
    "the quasar [J1142.4+0817] flared",
    "cells of line [H9] grew",
    "in grades [3, 5, and 7] they learn",
    "at stages [2 to 4] of it",
]
REFERENCES = [
    "see figure [3] for more",
    "in Section [2] of the act",
    "on page [12] it says",
    "as § [6] says",
    "pp. [12-14]",
    "in No. [5] Park Lane",
    "under Article [50]",
    "flight [370] was late",
    "as shown before [49]".replace("[49]", "[[49]]"),
    "call [+852-2345-6789] now",
    "call [+852 2345 6789] now",
    "at [192.168.0.1] it hangs",
    "on [https://example.org/4?x=5] it says",
    "Newark, NJ [07102] is near",
    "at [8:30] it began",
    "at [9 p.m.] it ended",
    "see figure [3B] for more",
    "in Figures [3A and 3C] it falls",
    "see tables [2, 4, and 6]",
]
IDIOMS = [
    "[one] of the firms left",
    "no [one] knows",
    "a [one]-off fee",
    "growth is in [double]-digit figures",
    "to reach net [zero] soon",
    "[once] it was clear",
    "open [24/7] for all",
    "a [second]-hand car",
    "at [half]-time they led",
    "on the [one] hand",
    "their test [scores] rose",
    "the [scores] of both teams",
]
ORDINALS = [
    "the [third] step",
    "the [second]-largest bank",
    "it finished [5th] overall",
    "ranked [21st] of them",
    "the [tenth] rise in a row",
]
# text, the rank
RANKS = [
    ("the third-largest bank", 3.0),
    ("it finished 5th overall", 5.0),
    ("in second place", 2.0),
    ("the second step", None),
]
# "one" and "half" count where something is counted
VALUES = [
    "at least [one] person",
    "[one] man died",
    "[one in five] firms",
    "[half a million] homes",
    "only [one] vote",
    "a gap of roughly-[5] days",
    "[one to three] days",
]


def role_at(text: str) -> tuple[str, Role]:
    """What is read where the brackets stand, and its role."""
    start, end = text.index("["), text.rindex("]") - 1
    plain = text[:start] + text[start + 1 : end + 1] + text[end + 2 :]
    (found,) = [one for one in read_ledger(plain) if one.start < end and start < one.end]
    return plain[found.start : found.end], found.role


def bracketed(text: str) -> str:
    return text[text.index("[") + 1 : text.rindex("]")]


@pytest.mark.parametrize(
    ("role", "text"),
    [
        *(("name_part", text) for text in NAMES),
        *(("idiom", text) for text in IDIOMS),
        *(("ordinal", text) for text in ORDINALS),
        *(("value", text) for text in VALUES),
    ],
)
def test_knows_the_role(role: Role, text: str) -> None:
    surface, found = role_at(text)
    assert found == role
    assert bracketed(text) in surface


@pytest.mark.parametrize("text", REFERENCES)
def test_knows_a_reference(text: str) -> None:
    surface, found = role_at(text)
    assert found == "reference"
    assert bracketed(text).strip("[]") == surface


@pytest.mark.parametrize("text", ["the value 1/0 is none", "they stood at 42/0 by noon"])
def test_a_number_over_zero_is_no_figure(text: str) -> None:
    (found,) = read_ledger(text.removesuffix(" by noon"))
    assert (found.role, text[found.start : found.end].partition("/")[2]) == ("unresolved", "0")


@pytest.mark.parametrize(("text", "rank"), RANKS)
def test_a_rank_has_a_value_and_a_sequence_has_none(text: str, rank: float | None) -> None:
    (found,) = read_ledger(text)
    assert (found.role, found.value.value) == ("ordinal", rank)
    assert found.value.unit_kind == (None if rank is None else "rank")


@pytest.mark.parametrize(
    "text",
    [
        "5 March was cold",
        "HK$5 was paid",
        "USD5 was paid",
        "Q3 2024 was good",
        "rose 5-fold",
        "mid-2024 was wet",
        "in H1 2024 it fell",
        "a pool at pH 7.4",
        "(HR 0.75; 95% CI 0.6 to 0.9)",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert "name_part" not in {one.role for one in read_ledger(text)}
