"""Pins what the reader makes of the sample articles, so that `PARSER_VERSION` cannot be forgotten.

python tests/flows/parser_version.py --pin [--overwrite]

Run it after moving `PARSER_VERSION`. `--overwrite` pins other rows under the same version: right only while no
warehouse has been loaded with it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from flows.extract import extract
from flows.jsonl import line, records
from flows.reading.media import media_type_of
from schemas.versions import PARSER_VERSION

RAW = Path(__file__).parents[2] / "raw"
PINNED = Path(__file__).with_suffix(".json")
_OF_THE_VERSION = frozenset({"extraction_id", "parser_version", "schema_version"})


def pinned() -> dict[str, Any]:
    """The pinned state: `parser_version`, and `articles`, the digest of each sample article's rows by its name."""
    state: dict[str, Any] = json.loads(PINNED.read_text(encoding="utf-8"))
    return state


def sample_articles() -> list[Path]:
    """The files of raw/ that are articles by themselves; an archive is none."""
    return [path for path in sorted(RAW.iterdir()) if media_type_of(path)]


def digest(article: Path) -> str:
    """A digest of all that is extracted from an article, whatever the version that did it is called."""
    rows = records(extract(article.read_bytes(), name=article.name))
    told = (line({name: value for name, value in row.items() if name not in _OF_THE_VERSION}) for row in rows)
    return hashlib.sha256("".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def pin(*, overwrite: bool) -> None:
    """Pins the present rows of every article in raw/. Raises SystemExit if the pinned version had others."""
    articles = {path.name: digest(path) for path in sample_articles()}
    state = {"parser_version": PARSER_VERSION, "articles": articles}
    moved = not PINNED.exists() or pinned()["parser_version"] != PARSER_VERSION
    if not (moved or overwrite or state == pinned()):
        raise SystemExit("the rows have changed, PARSER_VERSION has not: move it, or pass --overwrite")
    PINNED.write_text(f"{json.dumps(state, indent=2)}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", required=True, help="pin what is extracted now")
    parser.add_argument("--overwrite", action="store_true", help="let other rows keep the same version")
    pin(overwrite=parser.parse_args().overwrite)


if __name__ == "__main__":
    main()
