"""Files as a plan sees them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from flows.items import SourceItem
from flows.plan import Sighting


def sighting(path: Path, content: bytes, media_type: str = "text/plain") -> Sighting:
    """Write a file and sight it."""
    path.write_bytes(content)
    item = SourceItem(path.name, str(path), len(content), 0, media_type)
    return Sighting(item, sha256(content).hexdigest())
