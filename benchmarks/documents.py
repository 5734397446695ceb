"""How fast pages and PDFs are read, beside trafilatura and pdfplumber in the same run.

python benchmarks/documents.py FOLDER...      every .html and .pdf file below the folders

Ours is the whole reader: spans, blocks, tables and the choice of the main content. The peers' work is nearest to it:
trafilatura's main text of a page, pdfplumber's text (and tables) of a PDF page. pypdfium2 gives a page's characters and
their boxes and nothing else: what any reader of PDFs pays first. trafilatura is no dependency; where it is not
installed, its line is left out. All figures are per second of processor time, the best of some rounds.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from flows.reading.read import read

ROUNDS = 3


def seconds(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def measure_pages(files: Sequence[Path]) -> None:
    """HTML pages per second."""
    sources = [file.read_bytes() for file in files]
    ours = seconds(lambda: [read(source, media_type="text/html") for source in sources])
    size = sum(map(len, sources)) / 1e6
    print(f"HTML  sourceline   {len(sources) / ours:7.1f} pages/s  {size / ours:6.2f} MB/s  ({len(sources)} pages)")
    if importlib.util.find_spec("trafilatura"):
        import trafilatura

        peer = seconds(lambda: [trafilatura.extract(source) for source in sources], rounds=1)
        print(f"HTML  trafilatura  {len(sources) / peer:7.1f} pages/s  ours is {peer / ours:.2f} times as fast")


def measure_pdfs(files: Sequence[Path]) -> None:
    """PDF pages per second."""
    sources = [file.read_bytes() for file in files]
    pages = sum(len(pdfium.PdfDocument(source)) for source in sources)
    ours = seconds(lambda: [read(source, media_type="application/pdf") for source in sources])
    bare = seconds(lambda: [_pypdfium2(source) for source in sources])
    peer = seconds(lambda: [_pdfplumber(file) for file in files], rounds=1)
    print(f"PDF   sourceline   {pages / ours:7.1f} pages/s  ({pages} pages)")
    print(f"PDF   pypdfium2    {pages / bare:7.1f} pages/s  ours takes {ours / bare:.2f} times as long")
    print(f"PDF   pdfplumber   {pages / peer:7.1f} pages/s  ours is {peer / ours:.2f} times as fast")


def _pypdfium2(source: bytes) -> list[tuple[int, tuple[float, ...]]]:
    found = []
    for page in pdfium.PdfDocument(source):
        text = page.get_textpage()
        found += [(pdfium_c.FPDFText_GetUnicode(text, at), text.get_charbox(at)) for at in range(text.count_chars())]
    return found


def _pdfplumber(file: Path) -> None:
    with pdfplumber.open(file) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    files = [file for folder in parser.parse_args().folders for file in sorted(folder.rglob("*"))]
    for suffix, measure in {".html": measure_pages, ".pdf": measure_pdfs}.items():
        if found := [file for file in files if file.suffix == suffix]:
            measure(found)


if __name__ == "__main__":
    main()
