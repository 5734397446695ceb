"""What a page says of itself in its head."""

from __future__ import annotations

from flows.reading.document import Metadata
from flows.reading.html.tree import Page


def read_metadata(page: Page) -> Metadata:
    """The metadata of a page."""
    return Metadata(language=page.root.get("lang") or None)
