"""HTML to drafts of blocks.

A page is cut into tokens, these are built into a tree, the tree is laid out in leaves; which leaves are the page's text
and which its frame is decided last. No script runs, no link, style sheet or frame is followed.
"""

from __future__ import annotations

from flows.reading.html.building import parse
from flows.reading.html.content import main_content
from flows.reading.html.leaves import Leaf, leaves_of
from flows.reading.html.metadata import read_metadata
from flows.reading.outline import Draft, Reading
from flows.tables.html.roles import name_tables


def read_html(source: str) -> Reading:
    """The drafts of the blocks of a page in the order of the source, its hidden stretches, and what its head says."""
    page = parse(source)
    name_tables(page)
    leaves, hidden = leaves_of(page)
    drafts = [_draft(leaf, kept=kept) for leaf, kept in zip(leaves, main_content(page, leaves), strict=True)]
    return Reading(drafts, sorted(hidden), read_metadata(page))


def _draft(leaf: Leaf, *, kept: bool) -> Draft:
    if kept:
        return Draft(leaf.kind, leaf.passage, f"html.{leaf.kind}", leaf.level, leaf.depth, grid=leaf.grid)
    return Draft("boilerplate", leaf.passage, "html.boilerplate")
