"""The reference page of what can be asked: the views, the macros and the saved queries, in the words of their files.

python -m warehouse.pages      writes docs/queries.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from warehouse.statements import statements

PAGE = Path(__file__).parents[1] / "docs" / "queries.md"

_DEFINITION = re.compile(
    r"(?P<comment>(?:^--.*\n)*)^CREATE OR REPLACE (?P<kind>VIEW|MACRO) (?P<name>\w+(?:\([^)]*\))?)", re.MULTILINE
)

_HEAD = """# Views, macros and saved queries

Made by `python -m warehouse.pages` from `warehouse/views` and `warehouse/queries`. `sourceline query "DESCRIBE facts"`
tells the columns of a view, `sourceline query NAME` runs a saved query.
"""


class Defined(NamedTuple):
    """Views or macros that stand under one comment, which says what they are."""

    kind: str
    names: tuple[str, ...]
    description: str


def definitions() -> list[Defined]:
    """What the files of `views/` define, in their order; a definition without a comment belongs to the one before."""
    found: list[Defined] = []
    for file in statements("views"):
        for match in _DEFINITION.finditer(file.sql):
            if match["comment"]:
                comment = " ".join(line.removeprefix("--").strip() for line in match["comment"].splitlines())
                found.append(Defined(match["kind"], (match["name"],), comment))
            else:
                found[-1] = found[-1]._replace(names=(*found[-1].names, match["name"]))
    return found


def queries_page() -> str:
    """All that can be asked by name, as Markdown."""
    return "\n".join([_HEAD, *_defined("Views", "VIEW"), *_defined("Macros", "MACRO"), *_saved()])


def _defined(title: str, kind: str) -> Iterator[str]:
    yield from (f"## {title}", "", "| name | what it is |", "|---|---|")
    for entry in definitions():
        if entry.kind == kind:
            yield f"| {', '.join(f'`{name}`' for name in entry.names)} | {_cell(entry.description)} |"
    yield ""


def _saved() -> Iterator[str]:
    yield from ("## Saved queries", "", "| name | what it answers | what it can be told |", "|---|---|---|")
    for query in statements("queries"):
        told = "<br>".join(f"`{name}`: {description}" for name, description in query.parameters)
        yield f"| `{query.name}` | {_cell(query.description)} | {_cell(told)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    PAGE.write_text(queries_page(), "utf-8")


if __name__ == "__main__":
    main()
