from __future__ import annotations

import time

import pytest

from flows.claims.mentions.acronyms import read_acronyms

PAIRS = [
    ("the Delta River Harbour Authority (DRHA) said", "DRHA", "Delta River Harbour Authority"),
    ("recurrent neural networks (RNNs) are", "RNNs", "recurrent neural networks"),
    ("gross domestic product (GDP) fell", "GDP", "gross domestic product"),
    ("the Tarn University of Science (TUS) has", "TUS", "Tarn University of Science"),
    ("DRHA (Delta River Harbour Authority) said", "DRHA", "Delta River Harbour Authority"),
    ("a body (the blood alcohol level, BAL) of", "BAL", "blood alcohol level"),
    ("three-dimensional (3D) models", "3D", "three-dimensional"),
    ("two-photon imaging (TPI) works", "TPI", "two-photon imaging"),
    ("research and development (R&D) spending", "R&D", "research and development"),
    ("nested [total body weight (TBW), height]", "TBW", "total body weight"),
    ("the National Statistics Institute (INE) said", "INE", "National Statistics Institute"),
    ("the Trade Union of Weavers (OKP) said", "OKP", "Trade Union of Weavers"),
    ("the National Institute for Space Research (INPE) said", "INPE", "National Institute for Space Research"),
    ("the Federal University of Tarn (UFT) said", "UFT", "Federal University of Tarn"),
    ("the Tarn University Centre for Data (CFD) said", "CFD", "Centre for Data"),
    ("the non-player characters, or NPCs, are", "NPCs", "non-player characters"),
    ("NGO stands for non-governmental organisation.", "NGO", "non-governmental organisation"),
    ("glutathione peroxidase (EC 1.11; GPx) was", "GPx", "glutathione peroxidase"),
    ("deoxyribonucleic acid (DNA) tests", "DNA", "deoxyribonucleic acid"),
]  # fmt: skip
NONE = [
    "the report (see below) and more",
    "the mayor (left) and his wife",
    "growth (2024) was slow",
    "the bank (which closed) failed",
    "he won (again) in May",
    "the river (10 km) is long",
    "the Tarn Steel Company (NYSE) fell",
    "a large company, or NGO, may",
]


@pytest.mark.parametrize(("text", "short", "long"), PAIRS)
def test_reads_pairs(text: str, short: str, long: str) -> None:
    found = [(text[slice(*pair.short)], text[slice(*pair.long)]) for pair in read_acronyms(text)]
    assert found == [(short, long)]


@pytest.mark.parametrize("text", NONE)
def test_leaves_other_brackets_alone(text: str) -> None:
    assert read_acronyms(text) == []


@pytest.mark.parametrize("part", ["a b c d e f (ABCDEF) ", "((((", "a a a a a a a a (AAAAAAAA", "(A) "])
def test_is_linear_on_hostile_text(part: str) -> None:
    started = time.process_time()
    read_acronyms(part * 2_000)
    assert time.process_time() - started < 5
