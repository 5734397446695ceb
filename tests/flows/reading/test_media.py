"""Media types by suffix, and by the look of the text."""

from __future__ import annotations

import pytest

from flows.reading.decoding import Unreadable
from flows.reading.media import HTML, MARKDOWN, TEXT, is_page, is_pdf, media_type_of, sniff
from flows.reading.read import read


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("a.txt", TEXT),
        ("a/b.MD", MARKDOWN),
        ("x.markdown", MARKDOWN),
        ("a.text", TEXT),
        ("a.html", HTML),
        ("A.HTM", HTML),
        ("a.xhtml", HTML),
        ("a.exe", None),
        ("txt", None),
    ],
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


@pytest.mark.parametrize(
    ("source", "page"),
    [
        (b"<!DOCTYPE html><p>5%", True),
        (b"\xef\xbb\xbf\n<!-- saved -->\n<html lang=en>", True),
        (b'<?xml version="1.0"?>\n<!doctype  HTML PUBLIC "-//W3C">', True),
        (b"<html>", True),
        (b"<htmlx>", False),
        (b"<!-- a note --> and text", False),
        (b"Use <html> as the first tag.", False),
        (b"<p>A paragraph of Markdown</p>", False),
    ],
)
def test_bytes_without_a_name_are_a_page_when_they_begin_as_one(source: bytes, page: bool) -> None:
    assert is_page(source) is page
    assert (read(source).media_type == HTML) is page


@pytest.mark.parametrize(
    ("source", "pdf"), [(b"%PDF-1.4\n", True), (b"\r\n%PDF-1.7", True), (b"A text on %PDF files", False), (b"", False)]
)
def test_bytes_without_a_name_are_a_pdf_when_they_begin_as_one(source: bytes, pdf: bool) -> None:
    assert is_pdf(source) is pdf


def test_a_media_type_that_nothing_reads_is_refused() -> None:
    with pytest.raises(Unreadable, match="unknown_type"):
        read(b"text", media_type="application/x-unknown")
