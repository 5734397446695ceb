"""Damaged Markdown and damaged PDFs: refused with a code, or read with every promise kept; never an error, never long.

`pytest -m slow` looks at 20,000 and 2,000 of them. Damaged HTML has its own tests beside these.
"""

from __future__ import annotations

from random import Random

import pytest

from flows.jail import Death, run_jailed
from flows.limits import CAPS
from flows.reading.media import MARKDOWN, PDF
from tests.support.mutations import mutated_markdown, mutated_pdf
from tests.support.promises import Trial, tried

SECONDS_PER_MEGABYTE = 2.0
REFUSALS = {
    MARKDOWN: {"", "not_text"},
    PDF: {"", "damaged_pdf", "encrypted_pdf", "too_many_pages", "too_much_memory", "too_much_time"},
}


def try_pdf(seed: int) -> Trial:
    return tried(mutated_pdf(Random(seed)), PDF)


def hold(seed: int, source: bytes, trial: Trial, media_type: str) -> None:
    assert trial.refused in REFUSALS[media_type], f"seed {seed}"
    assert trial.broken == (), f"seed {seed}"
    assert trial.seconds <= SECONDS_PER_MEGABYTE * max(1, len(source) / 1e6), f"seed {seed}"


def hold_markdown(seeds: range) -> None:
    for seed in seeds:
        source = mutated_markdown(Random(seed))
        hold(seed, source, tried(source, MARKDOWN), MARKDOWN)


def hold_pdfs(seeds: range) -> None:
    for seed, outcome in zip(seeds, run_jailed(try_pdf, seeds, children=2, caps=lambda _: CAPS), strict=True):
        trial = Trial(outcome.code, (), 0) if isinstance(outcome, Death) else outcome
        hold(seed, mutated_pdf(Random(seed)), trial, PDF)


def test_damaged_markdown_keeps_the_promises() -> None:
    hold_markdown(range(120))


def test_damaged_pdfs_keep_the_promises() -> None:
    hold_pdfs(range(60))


@pytest.mark.slow
@pytest.mark.parametrize("thousand", range(1, 21))
def test_20_000_pieces_of_damaged_markdown_keep_the_promises(thousand: int) -> None:
    hold_markdown(range(thousand * 1_000, thousand * 1_000 + 1_000))


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(1, 21))
def test_2_000_damaged_pdfs_keep_the_promises(hundred: int) -> None:
    hold_pdfs(range(hundred * 100, hundred * 100 + 100))
