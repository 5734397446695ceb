"""What a page says of itself: title, author, dates, language, address.

Asked are, in this order, JSON-LD, Open Graph, the `meta` tags of citation and newsletter programs, and what the page
shows. The dates decide what "last year" means, so a page that might have several has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from itertools import chain

import regex

from flows.reading.document import Metadata
from flows.reading.html.dates import read_date
from flows.reading.html.head import Head
from flows.reading.html.linked_data import ARTICLES, PAGES, Node, linked_data, main_node, names
from flows.reading.html.tree import Page

LONGEST = 500
"""Characters of a title or an author's name."""

# The names that `meta` tags go by (name, property or itemprop), the surest first.
TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
SITES = ("og:site_name", "application-name")
AUTHORS = (
    "author",
    "article:author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
)
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "date",
)
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
)
LANGUAGES = ("content-language", "og:locale", "dc.language", "dcterms.language")

# Words in the class of a `time` tag.
TIME_PUBLISHED = ("publish", "entry-date", "post-date")
TIME_MODIFIED = ("updated", "modified")

_LANGUAGE = regex.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*+")
_ADDRESS = regex.compile(r"https?://[^\s/?#]\S*", regex.IGNORECASE)
_NO_NAME = regex.compile(r"https?://|www\.|@", regex.IGNORECASE)
_BETWEEN = " |\u2013\u2014\u00b7\u00bb-"
_SITE = regex.compile(r"\s+[|\u2013\u2014\u00b7\u00bb-]\s+")


def read_metadata(page: Page) -> Metadata:
    """The metadata of a page. What is not given, or not surely, is None."""
    head, nodes = Head(page), linked_data(page)
    url = next(filter(_ADDRESS.fullmatch, chain([head.canonical], head.values("og:url"))), None)
    article, whole = main_node(nodes, ARTICLES, url), main_node(nodes, PAGES, url)
    return Metadata(
        title=_title(head, article),
        author=_author(names(article.get("author"), nodes) or list(head.values(*AUTHORS))),
        published=_date(
            _said("datePublished", article, whole), map(head.values, PUBLISHED), [head.times(*TIME_PUBLISHED)]
        ),
        modified=_date(_said("dateModified", article, whole), map(head.values, MODIFIED), [head.times(*TIME_MODIFIED)]),
        language=_language(
            [page.root.get("lang"), *head.values(*LANGUAGES), *chain(*_said("inLanguage", article, whole))]
        ),
        url=url,
    )


def _said(key: str, *nodes: Node) -> Iterator[list[str]]:
    return ([value] for node in nodes if isinstance(value := node.get(key), str))


def _date(*sources: Iterable[Iterable[str]]) -> date | None:
    """The date of the first source that gives one, and one alone: where several stand, they are of several texts."""
    found = ({day for day in map(read_date, source) if day} for source in chain(*sources))
    return next((days.pop() for days in found if len(days) == 1), None)


def _title(head: Head, article: Node) -> str | None:
    """The headline, cut to the heading that the page shows where it goes on behind it, say with the site's name."""
    said = chain(*_said("headline", article), head.values(*TITLES), [head.title], head.headings)
    title = next(filter(None, map(_plain, said)), None)
    if title is None:
        return None
    shown = next((heading for heading in head.headings if title.startswith(heading)), None)
    return (shown or _without_site(title, head.values(*SITES)))[:LONGEST]


def _without_site(title: str, sites: Iterable[str]) -> str:
    parts = _SITE.split(title)
    named = {site.casefold() for site in sites}
    return title[: -len(parts[-1])].rstrip(_BETWEEN) if len(parts) > 1 and parts[-1].casefold() in named else title


def _author(said: Iterable[str]) -> str | None:
    """The names, each once; addresses of profiles are none."""
    people = dict.fromkeys(name for name in map(_plain, said) if name and not _NO_NAME.search(name))
    return ", ".join(people)[:LONGEST] or None


def _language(said: Iterable[str]) -> str | None:
    """The first language tag (BCP 47), with hyphens."""
    return next((tag.strip().replace("_", "-") for tag in said if _LANGUAGE.fullmatch(tag.strip())), None)


def _plain(text: str) -> str:
    """A text without character references, which some programs write twice, and in single spaces."""
    return " ".join(unescape(text).split())
