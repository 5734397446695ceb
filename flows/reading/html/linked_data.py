"""What a page says of itself in JSON-LD, in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import regex

from flows.reading.html.tree import Page

Node = Mapping[str, Any]

ARTICLES = frozenset(
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle"
    " ReportageNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle"
    " MedicalScholarlyArticle TechArticle APIReference BlogPosting LiveBlogPosting SocialMediaPosting"
    " DiscussionForumPosting Report Recipe".split()
)
"""The types of a page's main text (schema.org 29, `Article` and its subtypes; `Recipe` for its blog pages)."""

PAGES = frozenset({"WebPage", "AboutPage", "FAQPage", "ItemPage", "MedicalWebPage", "QAPage"})
"""The types of a page as a whole, for what its article leaves open."""

MOST_NODES = 5000
"""Nodes that are looked at; more are of a catalogue, not of an article."""

# What hides a script from programs that read it as HTML or as XML.
_OPENING = regex.compile(r"<!--|(?://|/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*/)?")
_CLOSING = regex.compile(r"(?:-->|(?://|/\*)?\s{0,9}\]\]>(?:\s{0,9}\*/)?)\Z")
_LONGEST_CLOSING = 30
_TRAILING_COMMA = regex.compile(r",(?=\s*[}\]])")


def linked_data(page: Page) -> list[Node]:
    """The nodes of a page's JSON-LD, outer ones first. Scripts that hold no JSON, even mended, are passed over."""
    found: list[Node] = []
    for script in page.tagged("script"):
        if script.get("type").partition(";")[0].strip().lower() == "application/ld+json":
            found += _nodes(_read(page.source[script.inside : script.close]), MOST_NODES - len(found))
    return found


def main_node(nodes: Sequence[Node], types: frozenset[str], url: str | None) -> Node:
    """The node of one of the types that is about the page at `url`: its only one, or the one that names the address.

    Empty when there is none, or when several might be it, as on a page that lists articles.
    """
    fitting = [node for node in nodes if not types.isdisjoint(_texts(node.get("@type")))]
    named = [node for node in fitting if url and url in _addresses(node)]
    chosen = named[:1] or (fitting if len({_identity(node) for node in fitting}) == 1 else [])
    return chosen[0] if chosen else {}


def names(value: Any, nodes: Sequence[Node]) -> list[str]:
    """The names of the persons or organisations that a value gives: as text, as nodes, or by reference to nodes."""
    found = []
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, Mapping) and "name" not in part and "@id" in part:
            part = next((node for node in nodes if node.get("@id") == part["@id"] and "name" in node), part)
        found += _texts(part.get("name") if isinstance(part, Mapping) else part)
    return found


def _read(text: str) -> Any:
    """The JSON of a script; None for none. Line breaks in strings, comment marks and trailing commas are forgiven."""
    text = _unwrapped(text.strip())
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(text: str) -> str:
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING))
    return text[opening.end() if opening else 0 : closing.start() if closing else None].rstrip("; \t\r\n")


def _nodes(value: Any, most: int) -> Iterator[Node]:
    """The objects in a JSON value, breadth first, `most` of them."""
    waiting = [value]
    for item in waiting:
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, Mapping):
            if most <= 0:
                return
            most -= 1
            yield item
            waiting += (inner for inner in item.values() if isinstance(inner, list | Mapping))


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for item in values if isinstance(item, str) and (text := item.strip())]


def _addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    return _texts([node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, Mapping) else page])


def _identity(node: Node) -> tuple[str, ...]:
    """What tells two nodes apart; a page often describes its article twice."""
    return tuple(str(node.get(key, "")) for key in ("headline", "datePublished"))
