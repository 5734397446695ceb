"""Links to a passage of a web page: text fragments, `#:~:text=start,end` (WICG Scroll-to-Text)."""

from __future__ import annotations

from urllib.parse import quote, urldefrag

MARK = ":~:text="
WHOLE = 60
"""Characters up to which a passage is named whole; of a longer one its first and last words are enough."""

WORDS = 5


def fragment(text: str) -> str:
    """The fragment, without its `#`, that leads to a passage of the page that reads `text`; which must hold a word."""
    words = text.split()
    if len(text) <= WHOLE or len(words) <= 2 * WORDS:
        return MARK + _encoded(words)
    return f"{MARK}{_encoded(words[:WORDS])},{_encoded(words[-WORDS:])}"


def link(url: str, text: str) -> str:
    """The address that opens a page at a passage. A fragment of the page's own gives way."""
    return f"{urldefrag(url).url}#{fragment(text)}"


def _encoded(words: list[str]) -> str:
    """Percent-encoded; the hyphen too, which would end a prefix."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
