"""Characters of a page: what their codes stand for, and where each of them stands."""

from __future__ import annotations

import pytest

from flows.reading.read import read
from tests.support.pdf import PLAIN, assemble, width
from tests.support.printing import Text, printed

CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
{count} beginbfchar {pairs} endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"""


def coded(text: str, meanings: dict[str, str]) -> bytes:
    """A PDF that says `text`, in a font whose letters stand for what `meanings` say, and for themselves elsewhere."""
    pairs = " ".join(
        f"<{ord(letter):02x}> <{meaning.encode('utf-16-be').hex()}>" for letter, meaning in meanings.items()
    )
    cmap = CMAP.format(count=len(meanings), pairs=pairs)
    content = f"BT /F 12 Tf 60 700 Td ({text}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        f"<</Type/Font/Subtype/Type1/BaseFont/{PLAIN}/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    return assemble([text.encode("latin-1") for text in objects])


@pytest.mark.parametrize(
    ("meanings", "expected"),
    [
        ({}, "five Xerox offices"),
        ({"X": "\u03a9"}, "five \u03a9erox offices"),
        ({"X": "\ufb01"}, "five fierox offices"),
        ({"X": "fi"}, "five fierox offices"),
        ({"X": "\U0001f600"}, "five \U0001f600erox offices"),
        ({"X": "\u00ad"}, "five -erox offices"),
        ({"X": "\uf0b7"}, "five \u2022erox offices"),
        ({"X": "\x07"}, "five \ufffderox offices"),
        ({"X": "\u200b"}, "five erox offices"),
    ],
)
def test_characters_are_what_their_font_says(meanings: dict[str, str], expected: str) -> None:
    assert read(coded("five Xerox offices", meanings)).text == expected


def test_every_character_of_a_full_page_stands_where_it_was_set() -> None:
    lines = [Text(60, 80 + 11 * at, f"the harbour has berths for forty boats on pier {at}") for at in range(60)]
    document = read(printed(lines))
    ends = [document.text.index(line.text) + len(line.text) for line in lines]
    assert document.pages is not None
    for line, end in zip(lines, ends, strict=True):
        right, bottom = document.pages.sides.rights[end - 1], document.pages.sides.bottoms[end - 1]
        assert right == pytest.approx(line.x + width(line.text), abs=2.5)  # less than a character is wide
        assert bottom == pytest.approx(line.y, abs=1)
