"""Text decoded twice is seen whatever it held, and no good text is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.quality.mixed_encodings import MENDED
from tests.support.damage import fired

GOOD = [
    "Don\u2019t say \u201ccaf\u00e9\u201d \u2013 it\u2019s \u20ac5\u2026",
    "na\u00efve \u00c5ngstr\u00f6m, S\u00e3o Paulo, M\u00fcller\u2019s \u0160koda in \u0141\u00f3d\u017a",
    "\u00c7a va\u00a0? \u00ab\u00a0\u00c9t\u00e9\u00a0\u00bb \u00e0 l\u2019\u00eele",
    "IRM\u00c3\u201d e \u201cN\u00c3O\u201d \u2014 CLICH\u00c9\u2019S CAF\u00c9\u2026",
    "30\u00b0C \u00b1 2, \u00bd of \u00a35",
]


@pytest.mark.parametrize("good", GOOD)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_text_decoded_twice(good: str, encoding: str) -> None:
    assert not fired(good, "mixed_encodings")
    wrong = good.encode().decode(encoding, errors="ignore")
    assert len(fired(f"It said: {wrong}", "mixed_encodings")) == 1


@given(
    st.lists(
        st.sampled_from(
            [*"abc .,\u2019\u201d\u2013\u2026\u00e9\u00fc\u00f1\u00e7\u00c9\u00d6\u00df", "\u00a35", "\u20ac9"]
        )
    )
)
def test_western_text_is_never_taken_for_it(parts: list[str]) -> None:
    assert not fired("x" + "".join(parts), "mixed_encodings")


def test_it_tells_what_was_meant() -> None:
    assert MENDED["\u00e2\u20ac\u2122"] == "\u2019"
    assert MENDED["\u00c3\u00a9"] == "\u00e9"
