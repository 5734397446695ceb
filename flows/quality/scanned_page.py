"""`scanned_page`: pages of a PDF that show something and hold no text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from flows.reading.document import Document

RULE = "quality.scanned_page"
EXPECTED = "text on every page"


def pages_without_text(document: Document) -> Iterator[tuple[int, str]]:
    """The offset of the first such page and the numbers of all ("2, 5-7"); nothing when there is none."""
    if document.pages and (unread := document.pages.unread):
        yield document.pages.starts[unread[0] - 1], ", ".join(_ranges(unread))


def _ranges(pages: tuple[int, ...]) -> Iterator[str]:
    for _, run in groupby(enumerate(pages), key=lambda numbered: numbered[1] - numbered[0]):
        numbers = [page for _, page in run]
        yield str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
