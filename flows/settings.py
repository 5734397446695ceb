"""What a run is asked to do, and where things stand when nobody says otherwise."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

RAW = Path("raw")
WAREHOUSE = Path("warehouse/sourceline.duckdb")

BATCH_SIZE = 500
"""Documents in a batch, unless told otherwise: one task, one staged set of frames, one transaction each."""


WAIT = 60.0
"""Seconds to wait for another writer, unless told otherwise."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def landing_zone() -> Path:
    """`SOURCELINE_RAW`, or `raw` in the current folder."""
    return Path(os.environ.get("SOURCELINE_RAW") or RAW)


def published_warehouse() -> Path:
    """`SOURCELINE_WAREHOUSE`, or `warehouse/sourceline.duckdb` in the current folder."""
    return Path(os.environ.get("SOURCELINE_WAREHOUSE") or WAREHOUSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The paths to read (none: the whole landing zone), the warehouse that readers open, and how to go about it.

    `wait` is for how many seconds a run lets another one write before it gives up.
    """

    paths: tuple[Path, ...] = ()
    raw: Path = field(default_factory=landing_zone)
    warehouse: Path = field(default_factory=published_warehouse)
    batch_size: int = BATCH_SIZE
    workers: int = field(default_factory=cores)
    wait: float = WAIT

    @property
    def asked(self) -> tuple[Path, ...]:
        """The paths to walk."""
        return self.paths or (self.raw,)

    @property
    def stage(self) -> Path:
        """The folder where batches wait to be loaded; a run that ends well leaves none."""
        return self.warehouse.with_name(f"{self.warehouse.stem}.stage")

    @property
    def report(self) -> Path:
        """The page that each run writes."""
        return self.warehouse.with_name("report.html")
