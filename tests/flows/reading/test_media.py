"""Media types by suffix, and by the look of the text."""

from __future__ import annotations

import pytest

from flows.reading.decoding import Unreadable
from flows.reading.media import MARKDOWN, TEXT, media_type_of, sniff
from flows.reading.read import read


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("a.txt", TEXT), ("a/b.MD", MARKDOWN), ("x.markdown", MARKDOWN), ("a.text", TEXT), ("a.exe", None), ("txt", None)],
)
def test_suffixes(path: str, media_type: str | None) -> None:
    assert media_type_of(path) == media_type


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("---\ntitle: x\n---\nText", MARKDOWN),
        ("# Title\n\nSee **this**.", MARKDOWN),
        ("We are #1.\n# 1 of 5", TEXT),
        ("A plain text.\n\n1. item", TEXT),
        ("", TEXT),
    ],
)
def test_sniffing(text: str, media_type: str) -> None:
    assert sniff(text) == media_type


def test_a_media_type_that_nothing_reads_is_refused() -> None:
    with pytest.raises(Unreadable, match="unknown_type"):
        read(b"text", media_type="application/x-unknown")
