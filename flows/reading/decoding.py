"""Bytes to source text: which encoding they are in, and whether they are text at all.

The recorded encoding is the name of a Python codec, and `redecode` is all that it takes to make the same text again:
`utf-8-sig`, `utf-16` and `utf-32` read the byte order mark themselves, and a byte that the codec refuses is U+FFFD.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

import regex

REPLACEMENT = "\ufffd"


class Decoded(NamedTuple):
    """The source text, the codec that made it, and how many times it had to write U+FFFD."""

    text: str
    encoding: str
    replaced: int


class Unreadable(Exception):  # noqa: N818 - a verdict on the bytes, not an error of the program
    """The bytes are no text; `code` is one of `schemas.codes`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


# The longer mark first: the one of UTF-32 begins with the one of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# First bytes of formats that are met under the name of a text file (file formats' own specifications).
MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an older Office document"),
    (b"{\\rtf", "an RTF document"),
)

CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
MOST_CONTROLS = 0.02

# Encodings that web articles of unknown encoding are in. Among those of Latin script only Windows-1252 stands here,
# the default of the WHATWG standard: on a few accented letters they cannot be told apart.
LEGACY = ("cp1252", "big5hkscs", "gb18030", "shift_jis", "euc_jp", "euc_kr", "cp1251")
MULTIBYTE = frozenset({"big5hkscs", "gb18030", "shift_jis", "euc_jp", "euc_kr"})
"""Encodings that stray bytes seldom fit; in the others a text must be foreign in good part to be believed."""

ESCAPED, ESCAPE = "iso2022_jp", b"\x1b"
"""The one encoding whose bytes are valid UTF-8, whatever they say."""

LEAST_FOREIGN = 0.3
SAMPLE = 1 << 16

# What stray bytes look like when Windows-1252 is made to read them: FF, FE, and a capital inside a word.
_MISREAD = regex.compile(r"[ÿþ]|\p{Ll}[À-Þ]")
_FOREIGN_WORD = regex.compile(r"(?<!\p{Latin})[^\W\d_\p{Latin}]{2,}+(?!\p{Latin})")
_MULTIBYTE = regex.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(source: bytes, declared: str | None = None) -> Decoded:
    """The text of `source`: by its byte order mark, as UTF-8, by a guess that fits every byte, else UTF-8 with U+FFFD.

    `declared` is the codec that the bytes themselves name; it takes the place of the guess. Newlines stay as they are.
    Raises `Unreadable` ("not_text") when the bytes are no text.
    """
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if source.startswith(mark)), None)
    if encoding is None or encoding == "utf-8-sig":
        _refuse_binary(source)
    encoding = encoding or _encoding(source, declared)
    text = redecode(source, encoding)
    _refuse_controls(text)
    return Decoded(text, encoding, _replaced(text, source, encoding))


def redecode(source: bytes, encoding: str) -> str:
    """The source text again, from the same bytes and the encoding that was recorded for them."""
    return source.decode(encoding, "replace")


def _refuse_binary(source: bytes) -> None:
    for magic, what in MAGIC:
        if source.startswith(magic):
            raise Unreadable("not_text", f"The file is {what}, not text.")
    if b"\0" in source:
        raise Unreadable("not_text", "The file holds NUL bytes, which no text does.")
    controls = len(source) - len(source.translate(None, CONTROLS))
    if controls > MOST_CONTROLS * len(source):
        raise Unreadable("not_text", f"{controls} of {len(source)} bytes are control characters.")


def _refuse_controls(text: str) -> None:
    """A byte order mark proves little: what it announces must be text, too."""
    if "\0" in text:
        raise Unreadable("not_text", "The file holds NUL characters, which no text does.")


def _encoding(source: bytes, declared: str | None) -> str:
    if declared == ESCAPED and ESCAPE in source:
        return ESCAPED
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        return declared or ("utf-8" if _mostly_utf8(source) else _guess(source, error.start))
    return "utf-8"


def _mostly_utf8(source: bytes) -> bool:
    """Whether damage, rather than another encoding, keeps the bytes from being UTF-8."""
    damage = redecode(source, "utf-8").count(REPLACEMENT)
    return sum(1 for _ in _MULTIBYTE.finditer(source)) >= damage


def _guess(source: bytes, first: int) -> str:
    """The legacy encoding that fits every byte, judged by a sample around the first byte that is not ASCII."""
    from charset_normalizer import from_bytes

    start = max(0, first - SAMPLE // 2)
    best = from_bytes(source[start : start + SAMPLE], cp_isolation=list(LEGACY)).best()
    guesses = dict.fromkeys([best.encoding, "cp1252"] if best else ["cp1252"])
    return next((guess for guess in guesses if _credible(source, guess)), "utf-8")


def _credible(source: bytes, encoding: str) -> bool:
    """Whether every byte fits and the text is no accident: it has a word in foreign letters, or nothing misread."""
    try:
        text = source.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    if encoding == "cp1252":
        return not _MISREAD.search(text)
    foreign = sum(map(len, _FOREIGN_WORD.findall(text)))
    return foreign > (0 if encoding in MULTIBYTE else LEAST_FOREIGN * len(text))


def _replaced(text: str, source: bytes, encoding: str) -> int:
    written = text.count(REPLACEMENT)
    return written - source.decode(encoding, "ignore").count(REPLACEMENT) if written else 0
