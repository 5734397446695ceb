"""What the markup of a page says of its parts: elements, roles and words of class names that mark furniture.

Furniture is what stands on many pages of a site around the text of each: navigation, share bars, cookie bars, teasers,
comments. The words were collected from the class names and ids of pages of many kinds, made with the common content
management systems, theme kits and forum programs; each stands on several sites.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from flows.reading.html.tree import Element

NAVIGATION = frozenset(
    "nav navbar navigation subnav subnavigation sidenav menu menus menuitem submenu megamenu dropdown breadcrumb"
    " breadcrumbs crumbs pagination pager paging skip toolbar topbar masthead toc".split()
)
PAGE_ENDS = frozenset("footer colophon copyright legal disclaimer contentinfo".split())
CONSENT = frozenset("cookie cookies consent gdpr onetrust".split())
SHARING = frozenset("share sharing sharedaddy social addtoany".split())
SIGNING_UP = frozenset("newsletter subscribe subscription subscriber signup login account".split())
OTHER_PAGES = frozenset(
    "related recirc recommended recommendations popular trending outbrain taboola upsell crosssell tagcloud".split()
)
ADVERTS = frozenset("advert advertisement ads sponsored promo".split())
COMMENTS = frozenset("comments disqus respond".split())
WRITERS = frozenset("byline author bio avatar vcard meta metadata profile postprofile user signature tags".split())
SAID = frozenset("content body text".split())
CONTROLS = frozenset(
    "btn button buttons input search filter filters language cart rating ratings icons cta ctas tooltip tooltips"
    " sr".split()
)
BESIDE = frozenset("sidebar sidenote widget widgets banner slider carousel complementary".split())
OVERLAYS = frozenset("popup popover modal offcanvas".split())

ROLES = frozenset(
    "navigation menu menubar toolbar search banner contentinfo complementary dialog alert alertdialog button".split()
)
ELEMENTS = frozenset("nav footer aside form dialog button label fieldset menu noscript".split())
"""Elements that mark furniture anywhere; a `header` does so outside `article` and `main` alone."""

WORDS = frozenset().union(
    NAVIGATION,
    PAGE_ENDS,
    CONSENT,
    SHARING,
    SIGNING_UP,
    OTHER_PAGES,
    ADVERTS,
    COMMENTS,
    WRITERS,
    CONTROLS,
    BESIDE,
    OVERLAYS,
)
CERTAIN = CONSENT | frozenset(
    "<nav> <footer> <dialog> @navigation @menu @menubar @contentinfo @dialog @alertdialog".split()
)
"""Marks that never stand on content."""

SURE = frozenset(
    "nav navbar navigation menu menuitem submenu megamenu breadcrumb breadcrumbs pagination footer contentinfo"
    " copyright share sharing related newsletter comments signature sidebar <aside> @complementary".split()
)
"""Marks that hardly ever stand on content; the others often name the building blocks of a page."""

LONGEST_NAMES = 1000
"""Characters of class and id that are looked at."""

_WORD = regex.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NONE: frozenset[str] = frozenset()


def marks_of(element: Element, *, in_article: bool) -> frozenset[str]:
    """The marks of furniture that an element bears: its `<tag>`, its `@role`, words of its class and id."""
    tag, found = element.tag, _NONE
    if tag in ELEMENTS or (tag == "header" and not in_article):
        found |= {f"<{tag}>"}
    given = element.attributes
    if (role := given.get("role")) in ROLES:
        found |= {f"@{role}"}
    if names := f"{given.get('class', '')} {given.get('id', '')}".strip():
        found |= _words(names[:LONGEST_NAMES])
    return found


@lru_cache(maxsize=4096)
def _words(names: str) -> frozenset[str]:
    """The words of names that mark furniture; a page gives the same names to many elements."""
    return _NONE.union(*map(_words_of_name, names.split()))


def _words_of_name(name: str) -> frozenset[str]:
    """What a writer says (`user-content`) is no furniture, though what is said of a writer is."""
    words = frozenset(map(str.lower, _WORD.findall(name)))
    return words & WORDS if words.isdisjoint(SAID) else words & WORDS - WRITERS
