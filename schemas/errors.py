"""The error that a person sees: a stable code, what happened, where, and what to do about it."""

from __future__ import annotations

from schemas.codes import CODES


class SourcelineError(Exception):
    """An expected failure of a command; `code` is one of `schemas.codes` and `place` says where it happened."""

    def __init__(self, code: str, place: str = "") -> None:
        self.code = code
        self.place = place
        super().__init__(code, place)

    @property
    def remedy(self) -> str:
        return CODES[self.code].remedy

    def __str__(self) -> str:
        where = f": {self.place}" if self.place else ""
        return f"{CODES[self.code].title}{where} [{self.code}]"
