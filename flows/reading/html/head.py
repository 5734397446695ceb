"""The tags in which a page speaks of itself, read with beautifulsoup4.

It forgives what authors write into a head and finds tags by any attribute. At 6 MB/s it is too slow for a whole page,
so it is given these tags alone, as they stand in the source. Its CSS selectors take 0.13 s to get ready: as long as
eight pages take.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup, Tag

from flows.reading.html.tree import Element, Page

MOST_TAGS = 500
"""Tags that are looked at; more are not of a head."""

LONGEST_TAG = 5000

_TAGS = ("meta", "link", "title", "time", "h1")


class Head:
    """The `meta`, `link` and `time` tags of a page and its titles, wherever they stand in it."""

    def __init__(self, page: Page) -> None:
        chosen = islice(page.tagged(*_TAGS), MOST_TAGS)
        self._soup = BeautifulSoup("".join(_source(page, element) for element in chosen), "html.parser")
        self._meta: dict[str, list[str]] = {}
        for tag in self._soup.find_all("meta", content=True):
            for attribute in ("name", "property", "itemprop", "http-equiv"):
                if name := _text(tag, attribute).lower():
                    self._meta.setdefault(name, []).append(_text(tag, "content"))

    @property
    def title(self) -> str:
        """The text of the first `title`."""
        return next(self._texts("title"), "")

    @property
    def headings(self) -> Iterator[str]:
        """The texts of the headings of the first level."""
        return self._texts("h1")

    @property
    def canonical(self) -> str:
        """The address that the page gives as its own."""
        links = self._soup.find_all("link", href=True)
        return next((_text(tag, "href") for tag in links if "canonical" in _text(tag, "rel").lower().split()), "")

    def values(self, *names: str) -> Iterator[str]:
        """What the `meta` tags of the given names say, name by name."""
        return (value for name in names for value in self._meta.get(name, ()) if value)

    def times(self, *words: str) -> Iterator[str]:
        """The dates of the `time` tags whose class or `itemprop` has one of the words in it."""
        for tag in self._soup.find_all("time", datetime=True):
            names = f"{_text(tag, 'class')} {_text(tag, 'itemprop')}".lower()
            if any(word in names for word in words):
                yield _text(tag, "datetime")

    def _texts(self, name: str) -> Iterator[str]:
        return (text for tag in self._soup.find_all(name) if (text := " ".join(tag.get_text().split())))


def _source(page: Page, element: Element) -> str:
    """The tag as it stands, a title with its text; nothing for one so long that it is none of a head."""
    is_title = element.tag in ("title", "h1")
    end = element.close if is_title else element.inside
    if end - element.start > LONGEST_TAG:
        return ""
    source = page.source[element.start : end].replace("<![", "&lt;![")  # html.parser raises where no section follows
    return source + f"</{element.tag}>" * (is_title or element.tag == "time")


def _text(tag: Tag, attribute: str) -> str:
    value = tag.get(attribute) or ""
    return " ".join(" ".join(value).split() if isinstance(value, list) else value.split())
