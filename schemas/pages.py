"""The reference pages of docs/: every table with its columns, every code with its meaning and remedy.

python -m schemas.pages        writes docs/tables.md and docs/codes.md
"""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

from schemas.codes import CODES, Use
from schemas.rows import CONTENT_TABLES, Extraction, columns_of

DOCS = Path(__file__).parents[1] / "docs"
_USES: dict[Use, str] = {
    "finding": "Findings: the text itself is damaged, or leaves a question open",
    "rejection": "Rejections: why a row or a file is in quarantine",
    "error": "Errors: why a command could not do what it was asked",
}


def _made_from(module: str) -> str:
    return f"Made by `python -m schemas.pages` from `schemas/{module}`."


def tables_page() -> str:
    """The content tables: what a row is, and the type of each column."""
    lines = ["# Tables", "", f"{_made_from('rows.py')} Every table starts with `extraction_id`."]
    for table, row in {"extractions": Extraction, **CONTENT_TABLES}.items():
        hints = get_type_hints(row)
        names = [name for name in columns_of(row) if name not in CONTENT_TABLES]
        lines += ["", f"## {table}", "", *(row.__doc__ or "").strip().splitlines(), ""]
        lines += ["| column | type |", "|---|---|"]
        lines += [f"| `{name}` | {_type(hints[name])} |" for name in names]
    return "\n".join(line.strip() if not line.startswith("|") else line for line in lines) + "\n"


def _type(hint: object) -> str:
    told = str(hint).removeprefix("<class '").removesuffix("'>").replace("typing.", "").replace("schemas.rows.", "")
    return told.replace("datetime.", "").replace("|", "or").replace("NoneType", "None")


def codes_page() -> str:
    """Every code, by where it is used."""
    lines = ["# Codes", "", f"{_made_from('codes.toml')} A code never changes its meaning."]
    for use, title in _USES.items():
        lines += ["", f"## {title}", "", "| code | severity | what it means | what to do |", "|---|---|---|---|"]
        lines += [
            f"| `{code.code}` | {code.severity} | **{code.title}.** {code.meaning} | {code.remedy} |".replace("\n", " ")
            for code in CODES.values()
            if code.use == use
        ]
    return "\n".join(lines) + "\n"


PAGES = {"tables.md": tables_page, "codes.md": codes_page}


def main() -> None:
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
