"""Hostile documents: what they may cost is capped, and nothing that they name is followed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.extract import extract
from flows.guarded import extract_guarded
from flows.reading.decoding import Unreadable
from flows.reading.media import PDF
from schemas.rows import Extraction
from tests.support.bombs import BOMBS
from tests.support.pdf import assemble

MEMORY, TIME = {"too_much_memory"}, {"too_much_time"}
VERDICTS = {
    "forms that cost memory": MEMORY,
    "forms that cost time": MEMORY | TIME,
    "packed contents": MEMORY,
    "contents packed twice": MEMORY,
    "contents packed thrice": MEMORY,
    "a million pages": {"too_many_pages"},
    "pages of the same contents": MEMORY | TIME,
    "a wrong tree of pages": {""},
    "an endless tree of pages": {"", "damaged_pdf"},
    "a huge table of characters": {""},
    "a hundred thousand rules": {""},
    "a grid of a million cells": {""},
    "a hundred thousand words": {"", "too_much_time"},
}
"""The codes that each bomb may be quarantined with; "" is a bomb that is read after all, within the caps."""

QUICK = ["contents packed twice", "a million pages", "an endless tree of pages"]


def verdict(source: bytes) -> str:
    try:
        extract_guarded(source, media_type=PDF)
    except Unreadable as unreadable:
        return unreadable.code
    return ""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in BOMBS]
)
def test_a_bomb_is_quarantined_or_read_within_the_caps(name: str) -> None:
    assert verdict(BOMBS[name]()) in VERDICTS[name]


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("The canary sang 77 songs.\n", "utf-8")
    return path


def page(url: str, path: str) -> bytes:
    return f"""<?xml version="1.0"?>
<!DOCTYPE html [
  <!ENTITY file SYSTEM "file://{path}"> <!ENTITY net SYSTEM "{url}/entity">
  <!ENTITY % all SYSTEM "{url}/parameter"> %all;
]>
<?xml-stylesheet href="{url}/sheet.xsl" type="text/xsl"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:xi="http://www.w3.org/2001/XInclude"><head>
<base href="{url}/"/><link rel="stylesheet" href="a.css"/><script src="{url}/a.js"></script>
<meta http-equiv="refresh" content="0; url={url}/next"/>
</head><body>
<p>Prices rose 5% &file; &net;</p><xi:include href="file://{path}" parse="text"/>
<img src="{url}/a.png"/><iframe src="file://{path}"></iframe><object data="{url}/o"></object>
<script>fetch("{url}/fetched"); document.write("Prices rose 6%")</script>
</body></html>""".encode()


def document(url: str, path: str) -> bytes:
    """A PDF that runs scripts, launches programs, and links to files and addresses, when it is let."""
    actions = [
        f"<</S/URI/URI({url}/uri)>>",
        f"<</S/Launch/F({path})>>",
        f"<</S/GoToR/F({path})/D[0/Fit]>>",
        f'<</S/JavaScript/JS(app.launchURL\\("{url}/script"\\);)>>',
        f"<</S/SubmitForm/F<</FS/URL/F({url}/form)>>>>",
    ]
    links = "".join(f"<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/A {action}>>" for action in actions)
    text = "BT /A 12 Tf 10 10 Td (Prices rose 5%) Tj ET"
    texts = [
        f"<</Type/Catalog/Pages 2 0 R/OpenAction {actions[3]}/AA<</WC {actions[1]}>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</A<</Type/Font/Subtype/Type1"
        f"/BaseFont/Helvetica>>>>/XObject<</R 5 0 R>>>>/AA<</O {actions[0]}>>/Annots[{links}]>>",
        f"<</Length {len(text)}>>stream\n{text}\nendstream",
        f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F({path})/Page 0>>/F({path})/Length 0>>stream\n\nendstream",
    ]
    return assemble([text.encode() for text in texts])


def assert_nothing_was_followed(extraction: Extraction, listener: socket.socket) -> None:
    assert any("Prices rose 5%" in block.quote for block in extraction.blocks)
    assert "canary" not in "".join(line.text for line in extraction.source_lines)
    with pytest.raises(TimeoutError):
        listener.accept()


def test_a_page_is_read_without_what_it_names(listener: socket.socket, secret: Path) -> None:
    source = page(f"http://127.0.0.1:{listener.getsockname()[1]}", str(secret))
    extraction = extract(source, name="a.xhtml")
    assert_nothing_was_followed(extraction, listener)
    assert not any("6%" in claim.quote for claim in extraction.claims)


def test_a_pdf_is_read_without_what_it_names(listener: socket.socket, secret: Path) -> None:
    source = document(f"http://127.0.0.1:{listener.getsockname()[1]}", str(secret))
    assert_nothing_was_followed(extract_guarded(source, media_type=PDF), listener)
