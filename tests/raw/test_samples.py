"""The sample articles that are made by a script are what the script makes, on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.make_samples import MADE

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", MADE)
def test_a_made_sample_is_made_again_byte_by_byte(name: str) -> None:
    assert (ROOT / "raw" / name).read_bytes() == MADE[name]()


def test_every_sample_is_described() -> None:
    described = (ROOT / "docs/articles.md").read_text("utf-8")
    assert [path.name for path in (ROOT / "raw").iterdir() if f"| `{path.name}` |" not in described] == []
