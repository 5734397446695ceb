"""Captions: labels of figures and tables, source lines, and the short line that names a table right under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from flows.reading.outline import Draft

LONGEST = 300
LONGEST_NAME = 120

_LABEL = re.compile(
    r"(?:(?:Figure|Fig\.?|Table|Chart|Exhibit|Photo|Image|Picture|Map|Box)(?:[ \xa0]*[A-Z]?\d+(?:\.\d+)*[a-z]?)?"
    r"|(?:Data )?Sources?|(?:Photo|Image|Picture) (?:by|credit|courtesy))[ \xa0]*[:.|\u2013\u2014][ \xa0]",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"""[.!?\u2026:;,\u3002\uff1a]["'\u201d\u2019)\]]*\Z""")
_NUMBERED = re.compile(r"\d")


def is_caption(text: str) -> bool:
    """Whether a text labels a figure or table, or names its source."""
    return len(text) <= LONGEST and bool(_LABEL.match(text))


def name_tables(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a short line right above a table made its caption: it heads the table, not what comes after.

    The first line of a document stays its title.
    """
    named = list(drafts)
    for at, (draft, following) in enumerate(pairwise(drafts)):
        if at and following.kind == "table" and _may_name(draft):
            named[at] = draft._replace(kind="caption", rule_id="caption.table_name", level=None)
    return named


def _may_name(draft: Draft) -> bool:
    """Whether nothing marks the line as a heading of its own: underline, "#" or number."""
    text = draft.passage.text
    plain = draft.kind == "paragraph" or (draft.rule_id == "text.heading" and draft.level == 2)
    return plain and len(text) <= LONGEST_NAME and not _END_MARK.search(text) and not _NUMBERED.match(text)
