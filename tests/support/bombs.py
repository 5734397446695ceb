"""PDFs of a few kilobytes, or a few megabytes, that cost a reader without caps minutes and gigabytes."""

from __future__ import annotations

import zlib

from tests.support.pdf import assemble

_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_TEXT = b"BT /A 12 Tf 10 10 Td (Prices rose 5%) Tj ET"


def _page(resources: bytes, contents: bytes) -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<%b>>/Contents %b>>" % (resources, contents)


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (entries, len(packed), packed)


def forms(depth: int, width: int) -> bytes:
    """Forms that draw the next form `width` times each: `width ** depth` texts in the end."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%b>>"
    nested = [
        _stream(b" /F Do" * width, entries % (b"/XObject<</F %d 0 R>>" % number)) for number in range(6, 6 + depth)
    ]
    last = _stream(_TEXT, entries % (b"/Font<</A %b>>" % _FONT))
    page = _page(b"/XObject<</F 5 0 R>>", b"4 0 R")
    return assemble([_CATALOGUE, _ONE_PAGE, page, _stream(b"/F Do"), *nested, last])


def contents(megabytes: int, filters: int = 1, unit: bytes = b"(Prices rose 5%) Tj\n") -> bytes:
    """A page whose contents, packed several times over, unpack to very much."""
    packed = _packed(unit * ((1 << 20) // len(unit)), megabytes)
    for _ in range(1, filters):
        packed = zlib.compress(packed, 9)
    entries = b"/Filter[%b]/Length %d" % (b"/FlateDecode" * filters, len(packed))
    drawn = b"<<%b>>stream\n%b\nendstream" % (entries, packed)
    return assemble([_CATALOGUE, _ONE_PAGE, _page(b"/Font<</A %b>>" % _FONT, b"[5 0 R 4 0 R]"), drawn, _stream(_TEXT)])


def _packed(unit: bytes, times: int) -> bytes:
    """A unit many times over, compressed once: only the checksum at the end is wrong."""
    packer = zlib.compressobj(9)
    head = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * (times - 1) + packer.flush()


def pages(count: int) -> bytes:
    """One page, named very often."""
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * count, count)
    return assemble([_CATALOGUE, tree, _page(b"/Font<</A %b>>" % _FONT, b"4 0 R"), _stream(_TEXT)])


def shared_contents(pages: int, times: int) -> bytes:
    """Pages that all show the same long contents, very often each."""
    content = _stream(_TEXT + b"\n" + _TEXT * 2_000)
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * pages, pages)
    return assemble([_CATALOGUE, tree, _page(b"/Font<</A %b>>" % _FONT, b"[%b]" % (b"4 0 R " * times)), content])


def page_tree(depth: int, width: int) -> bytes:
    """A tree of pages whose nodes name the next node `width` times each, and count their pages wrongly."""
    nodes = [
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"%d 0 R " % (number + 1) * width, 1_000)
        for number in range(2, 2 + depth)
    ]
    leaf = _page(b"/Font<</A %b>>" % _FONT, b"%d 0 R" % (depth + 3))
    return assemble([_CATALOGUE, *nodes, leaf, _stream(_TEXT)])


def endless_tree() -> bytes:
    """A tree of pages that is its own branch."""
    return assemble([_CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])


def to_unicode(ranges: int) -> bytes:
    """A font whose table of characters maps every code to a long text, over and over."""
    table = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + (
        b"100 beginbfrange\n" + b"<0000> <FFFF> <0041>\n" * 100 + b"endbfrange\n"
    ) * (ranges // 100)
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font"
    font += b"/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    text = _stream(b"BT /A 12 Tf 10 10 Td <00410042> Tj ET")
    return assemble([_CATALOGUE, _ONE_PAGE, _page(b"/Font<</A 5 0 R>>", b"4 0 R"), text, font, _stream(table)])


def rules(count: int) -> bytes:
    """A page of nothing but lines."""
    drawn = b"".join(b"%d %d m %d %d l S\n" % (n % 600, n % 799, (n * 7) % 600, (n * 13) % 797) for n in range(count))
    return assemble([_CATALOGUE, _ONE_PAGE, _page(b"", b"4 0 R"), _stream(drawn)])


def grid(lines: int) -> bytes:
    """A page with a table of `lines` squared cells and a word in each hundredth."""
    step = 590 / lines
    drawn = b"".join(b"%.3f 5 m %.3f 595 l S 5 %.3f m 595 %.3f l S\n" % ((5 + n * step,) * 4) for n in range(lines))
    words = b"".join(b"BT /A 2 Tf %d %d Td (5%%) Tj ET\n" % (6 + 59 * n, 6 + 59 * n) for n in range(10))
    return assemble([_CATALOGUE, _ONE_PAGE, _page(b"/Font<</A %b>>" % _FONT, b"4 0 R"), _stream(drawn + words)])


def words(count: int) -> bytes:
    """A page with very many words, all in different places."""
    shown = b"".join(
        b"BT /A 3 Tf %d %d Td (%d%%) Tj ET\n" % (n * 17 % 590, n * 31 % 790, n % 100) for n in range(count)
    )
    return assemble([_CATALOGUE, _ONE_PAGE, _page(b"/Font<</A %b>>" % _FONT, b"4 0 R"), _stream(shown)])


BOMBS = {
    "forms that cost memory": lambda: forms(7, 12),
    "forms that cost time": lambda: forms(6, 12),
    "packed contents": lambda: contents(100),
    "contents packed twice": lambda: contents(1_500, filters=2, unit=b" "),
    "contents packed thrice": lambda: contents(3_000, filters=3, unit=b" "),
    "a million pages": lambda: pages(1_000_000),
    "pages of the same contents": lambda: shared_contents(2_000, 100),
    "a wrong tree of pages": lambda: page_tree(30, 20),
    "an endless tree of pages": endless_tree,
    "a huge table of characters": lambda: to_unicode(200_000),
    "a hundred thousand rules": lambda: rules(100_000),
    "a grid of a million cells": lambda: grid(1_000),
    "a hundred thousand words": lambda: words(100_000),
}
