"""Where the lines of a paragraph break is a matter of layout: it changes no claim."""

from __future__ import annotations

import json
import textwrap
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract import extract
from schemas.rows import Claim, Extraction, Period, Value
from tests.support.prose import SENTENCES

GOLD = Path(__file__).parents[1] / "gold"
MEANING = ("kind", "subject", "predicate", "population", "place", "modality", "negated", "measure", "comparable_key")
COLUMNS = (*MEANING, *Value._fields, *Period._fields)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=3, max_size=6).map(" ".join), min_size=1, max_size=3)


def wrapped(paragraphs: list[str], width: int) -> bytes:
    lines = (textwrap.fill(text, width, break_on_hyphens=False, break_long_words=False) for text in paragraphs)
    return "\n\n".join(lines).encode()


def claims(rows: Extraction) -> list[tuple[object, ...]]:
    said: dict[int | None, object] = {
        row.attribution_no: (row.source_text, row.cue_text, row.content_text) for row in rows.attributions
    }
    return [(*map(squeezed, columns(claim)), said.get(claim.attribution_no)) for claim in rows.claims]


def columns(claim: Claim) -> list[object]:
    return [getattr(claim, name) for name in COLUMNS]


def squeezed(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def assert_wrapping_changes_nothing(paragraphs: list[str], width: int, media_type: str) -> None:
    def read(source: bytes) -> list[tuple[object, ...]]:
        return claims(extract(source, media_type=media_type, reference_date=date(2024, 5, 17)))

    assert read(wrapped(paragraphs, width)) == read("\n\n".join(paragraphs).encode())


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
@given(paragraphs=PARAGRAPHS, width=st.sampled_from([60, 60, 60, 72, 100]))
def test_hard_wrapping_changes_no_claim(media_type: str, paragraphs: list[str], width: int) -> None:
    assert_wrapping_changes_nothing(paragraphs, width, media_type)


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
@pytest.mark.parametrize("labels", sorted(GOLD.glob("*.jsonl")), ids=lambda path: path.stem)
def test_hard_wrapping_changes_no_claim_of_the_gold_sentences(labels: Path, media_type: str) -> None:
    texts = [json.loads(line)["text"] for line in labels.read_text(encoding="utf-8").splitlines()]
    paragraphs = [" ".join(texts[at : at + 4]) for at in range(0, len(texts), 4)]
    assert_wrapping_changes_nothing(paragraphs, 60, media_type)
