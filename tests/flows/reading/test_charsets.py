from __future__ import annotations

import codecs

import pytest

from flows.reading.charsets import CODECS, PRESCANNED, declared_encoding
from flows.reading.decoding import redecode
from flows.reading.media import HTML
from flows.reading.read import read


@pytest.mark.parametrize(
    ("source", "codec"),
    [
        (b"<meta charset=latin1>", "cp1252"),
        (b"<META CHARSET='Shift_JIS'/>", "cp932"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
        (b'<meta content="text/html;charset = &quot;x" http-equiv=content-type>', None),
        (b'<meta name=description content="charset=gb2312">', None),
        (b"<!-- <meta charset=big5> --><meta charset=euc-kr>", "cp949"),
        (b"<meta charset=no-such><meta charset=koi8-r>", "koi8_r"),
        (b"<meta charset=utf-7>", None),
        (b"<meta charset=utf-16le>", "utf-8"),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?><html>', "iso8859_2"),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?><meta charset=cp1251>', "cp1251"),
        (b" " * PRESCANNED + b"<meta charset=big5>", None),
        (b"<meta charset=", None),
        (b"", None),
    ],
)
def test_an_encoding_is_declared_as_browsers_find_it(source: bytes, codec: str | None) -> None:
    assert declared_encoding(source) == codec


def test_every_label_names_a_codec_that_python_has() -> None:
    for codec in set(CODECS.values()):
        assert codecs.lookup(codec)
        assert CODECS.get(codec.replace("_", "-"), codec) == codec


@pytest.mark.parametrize(
    ("declared", "written", "encoding"),
    [
        ("iso-8859-1", "cp1252", "cp1252"),
        ("iso-8859-1", "utf-8", "utf-8"),  # valid UTF-8 is what it is
        ("windows-1251", "cp1251", "cp1251"),
        ("big5", "big5hkscs", "big5hkscs"),
        ("iso-2022-jp", "iso2022_jp", "iso2022_jp"),
        ("utf-8", "utf-8-sig", "utf-8-sig"),
    ],
)
def test_a_page_is_decoded_as_declared_unless_its_bytes_say_otherwise(
    declared: str, written: str, encoding: str
) -> None:
    words = {"cp1251": "Цены", "big5hkscs": "公司", "iso2022_jp": "会社"}.get(written, "café")
    page = f"<meta charset={declared}><p>{words} 5%</p>"
    source = page.encode(written)
    document = read(source, media_type=HTML)
    assert (document.encoding, document.text) == (encoding, page)
    assert redecode(source, document.encoding) == page
