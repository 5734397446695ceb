"""Identifiers made from what they name, so that the same thing has the same one in every run."""

from __future__ import annotations

import hashlib


def digest(*parts: str | None) -> str:
    """The first 32 hexadecimal characters of the sha256 of the parts, each told from the next."""
    told_apart = "".join("-" if part is None else f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told_apart.encode("utf-8", "surrogatepass")).hexdigest()[:32]
