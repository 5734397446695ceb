"""Tables that a page builds of elements without a meaning of their own and names by role (WAI-ARIA 1.2, 5.3.2)."""

from __future__ import annotations

import re

from flows.reading.html.tree import Element, Page

PLAIN = frozenset({"div", "span", "section", "ul", "ol", "li"})
"""Elements that such tables are built of."""

TABLES = frozenset({"table", "grid", "treegrid"})

# What the parts of a table stand for, and what they stand right in.
_CELL = frozenset({"tr"})
PARTS = {
    "rowgroup": ("tbody", frozenset({"table"})),
    "row": ("tr", frozenset({"table", "tbody"})),
    "cell": ("td", _CELL),
    "gridcell": ("td", _CELL),
    "columnheader": ("th", _CELL),
    "rowheader": ("th", _CELL),
}

_ROW = re.compile(r"""role\s*=\s*["']?row\b""")


def name_tables(page: Page) -> None:
    """Give the elements of such tables the tags of what they stand for. Linear in the page's size."""
    if not _ROW.search(page.source):
        return
    named: set[Element] = set()
    for element in page.elements:
        role = element.get("role").strip().lower()  # read before the tag changes: attributes stand behind it
        if element.tag not in PLAIN:
            continue
        if role in TABLES:
            element.tag = "table"
            named.add(element)
        elif role in PARTS and element.parent in named and element.parent.tag in PARTS[role][1]:
            element.tag = PARTS[role][0]
            named.add(element)
