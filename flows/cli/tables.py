"""What `sourceline run` prints: a plan before, counts after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from flows.archives import SUFFIX
from flows.reading.media import BY_SUFFIX
from schemas.codes import CODES
from warehouse.report.wording import plural

if TYPE_CHECKING:
    from flows.plan import Plan
    from flows.summary import Summary

NOTHING = f"There is no file to read. Articles end in {', '.join(BY_SUFFIX)} or {SUFFIX}."

FEW = 20
"""Paths that a plan lists before it only counts them."""


def show_plan(plan: Plan) -> None:
    """Print which documents would be read, in how many batches, and which paths would be rejected."""
    console = Console(highlight=False, soft_wrap=True)
    fresh = [sighting.item.name for batch in plan.batches for sighting in batch.documents]
    batches = f" in {len(plan.batches)} batch{'' if len(plan.batches) == 1 else 'es'}" if fresh else ""
    to_read = f"{plural(len(fresh), 'document')} to read{batches}"
    console.print(f"{plural(plan.seen, 'file')}, {to_read}, {len(plan.rejected)} rejected")
    if not plan.seen:
        console.print(NOTHING)
    for path in fresh[:FEW]:
        console.print(f"  read      {path}", markup=False)
    if len(fresh) > FEW:
        console.print(f"  ... and {len(fresh) - FEW} more")
    for rejection in plan.rejected:
        console.print(f"  rejected  {rejection.path}: {rejection.message} [{rejection.code}]", markup=False)


def show_summary(summary: Summary) -> None:
    """Print the closing tables of a run."""
    console = Console(highlight=False)
    files = {
        "files seen": summary.files,
        "documents read": summary.documents,
        "files unchanged": summary.unchanged,
        **({"files forgotten": summary.forgotten} if summary.forgotten else {}),
        "rejected": summary.rejected,
    }
    console.print(_counts("Run", files))
    if not summary.files:
        console.print(NOTHING, soft_wrap=True)
    if summary.rows:
        console.print(_counts("Rows added", summary.rows))
    if summary.findings:
        console.print(_counts("Findings", _titled(summary.findings)))
    if summary.quarantine:
        console.print(_counts("Quarantine", _titled(summary.quarantine)))
    if summary.failed_checks:
        console.print(_counts("Broken promises", summary.failed_checks))
    if summary.unpublished:
        console.print(
            f"Version {summary.unpublished} is loaded, but readers are still shown the one before.\n"
            "See what it changes with `sourceline diff`, show it with `sourceline publish`.",
            soft_wrap=True,
        )


def _counts(title: str, counts: Mapping[str, int]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_header=False, box=None, pad_edge=False)
    table.add_column(min_width=24)
    table.add_column(justify="right")
    for name, count in counts.items():
        table.add_row(name, f"{count:,}")
    return table


def _titled(counts: Mapping[str, int]) -> Counter[str]:
    return Counter({f"{code}: {CODES[code].title}" if code in CODES else code: n for code, n in counts.items()})
