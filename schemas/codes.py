"""Every code that Sourceline can show: findings about a text, reasons for quarantine, errors of a command.

A code never changes its meaning. Messages are made from `title`, the place, and `remedy`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.rows import Severity

Use = Literal["finding", "rejection", "error"]


@dataclass(frozen=True, slots=True)
class Code:
    """One code: where it is used, how grave it is, what it means and what to do about it."""

    code: str
    use: Use
    severity: Severity
    title: str
    meaning: str
    remedy: str


def _table(*codes: Code) -> dict[str, Code]:
    return {code.code: code for code in codes}


CODES = _table(
    # Findings: the text itself is damaged, or leaves a question open.
    Code(
        "truncated_end",
        "finding",
        "warning",
        "The text stops inside a sentence",
        "The last block of the article ends without a sentence end.",
        "Fetch the article again and compare its end.",
    ),
    Code(
        "dangling_list_intro",
        "finding",
        "warning",
        "A list is announced and missing",
        "A sentence ends with a colon (“including:”) and neither a list nor a table follows.",
        "Look the list up at the source; it was probably lost when the page was copied.",
    ),
    Code(
        "teaser",
        "finding",
        "info",
        "A teaser for another article",
        "A line at the end is cut by an ellipsis and does not continue the article; it is kept as boilerplate.",
        "None needed; it yields no claims.",
    ),
    Code(
        "missing_words",
        "finding",
        "warning",
        "Words are missing",
        "A sentence lacks a word that its grammar needs (“referenced as in circles”).",
        "Compare with the source before quoting the sentence.",
    ),
    Code(
        "injected_token",
        "finding",
        "warning",
        "A foreign token stands in the sentence",
        "A token in another script is pasted into a sentence without punctuation, as search keywords are.",
        "Read the sentence without it; compare with the source.",
    ),
    Code(
        "lost_apostrophe",
        "finding",
        "info",
        "An apostrophe is lost",
        "A lone “s” stands where a possessive or a contraction was.",
        "None needed; names may read oddly.",
    ),
    Code(
        "unsourced_figure",
        "finding",
        "info",
        "A figure names no source",
        "A claim with a figure is tied to no attribution.",
        "Ask who says so before using the figure.",
    ),
    Code(
        "unresolved_numeral",
        "finding",
        "warning",
        "A numeral that could not be read",
        "No rule could tell what the numeral is; it is in the number ledger with the role “unresolved”.",
        "Read the quote by hand.",
    ),
    Code(
        "replaced_characters",
        "finding",
        "warning",
        "Bytes could not be decoded",
        "Some bytes are not valid in the document's encoding and were replaced by U+FFFD.",
        "Fetch the file again, or convert it to UTF-8 from the encoding it was written in.",
    ),
    Code(
        "prose_in_table",
        "finding",
        "warning",
        "Prose was swallowed by a table",
        "By Markdown's rules, lines of prose directly under a table are its rows.",
        "Put a blank line after the table.",
    ),
    Code(
        "empty_document",
        "finding",
        "warning",
        "The document holds no text",
        "The file has no characters besides white space.",
        "Check where the file comes from.",
    ),
)
