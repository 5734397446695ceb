"""What extract() reads from labelled articles: figures and their parts, attributions, roles, acronyms, tables, damage.

    python benchmarks/articles.py GOLD_DIR ARTICLES_DIR [--errors N]

GOLD_DIR holds `gold.jsonl` and its scorer `score.py`; neither is part of this project. Figures in tables are cells.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flows.extract import extract
from schemas.rows import Extraction, Span

Told = dict[str, Any]
DAMAGE = frozenset(
    "missing_words dangling_list_intro teaser lost_apostrophe injected_token truncated_end keyword_anchor".split()
)


def predictions(name: str, rows: Extraction) -> Iterator[Told]:
    """All that was read from one article, in the scorer's format."""
    for told in (*_figures(rows), *_attributions(rows), *_mentions(rows), *_tables(rows), *_damage(rows)):
        yield {"doc": name, **told}


def _place(row: Span) -> Told:
    return {"line": row.line_start, "start": row.char_start, "end": row.char_end}


def _figures(rows: Extraction) -> Iterator[Told]:
    claims = {claim.quantity_no: claim for claim in rows.claims}
    sources = {row.attribution_no: row for row in rows.attributions}
    for row in rows.quantities:
        if row.role not in ("value", "period", "unresolved") or row.table_no is not None:
            continue
        claim = claims.get(row.quantity_no)
        source = sources.get(claim.attribution_no) if claim and claim.attribution_no is not None else None
        yield {
            "kind": "quantity",
            **_place(row),
            "value": row.value if row.value is not None else row.value_low,
            "unit": row.unit,
            "comparator": row.comparator,
            "subject": claim and claim.subject,
            "predicate": claim and claim.predicate,
            "period": claim and claim.period_text,
            "modality": claim and claim.modality,
            "attribution": source and source.source_text,
            "attribution_year": source and source.year,
        }


def _attributions(rows: Extraction) -> Iterator[Told]:
    for row in rows.attributions:
        pieces = row.source_pieces or row.cue_pieces
        yield {
            "kind": "attribution",
            "line": row.line_start,
            "start": pieces[0].start,
            "end": pieces[-1].end,
            "source": row.source_text,
            "cue": row.cue_text,
            "year": row.year,
            "content": row.content_text,
        }


def _mentions(rows: Extraction) -> Iterator[Told]:
    for row in rows.mentions:
        if row.kind == "acronym":
            yield {"kind": "acronym", **_place(row), "short": row.short, "long": row.long}
        elif row.kind == "role":
            told = {"person": row.person, "role": row.role, "organisation": row.organisation}
            yield {"kind": "role", **_place(row), **told}


def _tables(rows: Extraction) -> Iterator[Told]:
    for table in rows.source_tables:
        cells = [cell for cell in rows.cells if cell.table_no == table.table_no]
        body = sorted({cell.row_no for cell in cells if cell.row_no >= table.header_rows})
        grid = [[cell.quote for cell in cells if cell.row_no == row] for row in body]
        bounds = {"line_start": table.line_start, "line_end": table.line_end}
        yield {"kind": "table", "line": table.line_start, **bounds, "header": list(table.header), "rows": grid}
        for cell in cells:
            if cell.value is not None:
                yield {
                    "kind": "cell",
                    **_place(cell),
                    "value": cell.value,
                    "row_label": cell.row_path[-1] if cell.row_path else None,
                    "column_label": cell.column_path[-1] if cell.column_path else None,
                    "period": cell.period_text,
                    "modality": next((claim.modality for claim in rows.claims if claim.pieces == cell.pieces), None),
                }


def _damage(rows: Extraction) -> Iterator[Told]:
    return ({"kind": "damage", **_place(row), "type": row.code} for row in rows.findings if row.code in DAMAGE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for path in sorted(asked.articles.glob("*.txt")):
            for told in predictions(path.name, extract(path.read_bytes(), name=path.name)):
                file.write(json.dumps(told, ensure_ascii=False) + "\n")
        file.flush()
        command = [sys.executable, str(asked.gold / "score.py"), file.name, "--errors", str(asked.errors)]
        raise SystemExit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
