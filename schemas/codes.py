"""Every code that Sourceline can show: findings about a text, reasons for quarantine, errors of a command.

They stand in codes.toml, each with its meaning and remedy. A code never changes its meaning. Messages are made from
`title`, the place, and `remedy`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
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


def _read() -> dict[str, Code]:
    entries = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {code: Code(code=code, **entry) for code, entry in entries.items()}


CODES = _read()
