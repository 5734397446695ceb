"""What one document may cost before it is given up: the only place where these bounds stand.

They are far above what articles and reports need, and low enough that a hostile file costs seconds, not the machine.
The pages of a PDF are counted by its reader.
"""

from __future__ import annotations

from typing import NamedTuple

from flows.reading.media import PDF

MEBIBYTE = 1 << 20

JAILED = frozenset({PDF})
"""Media types that are read under caps, in a process of their own: a few bytes of theirs can cost minutes and
gigabytes. What the other readers cost grows with the bytes and no faster, so that the bound on bytes is enough."""


class Caps(NamedTuple):
    """What reading a jailed document may take.

    `memory` is the address space of its process in bytes, the program itself (about 100 MB) included. `cpu` is
    processor time and `wall` the time by the clock, in seconds: the latter for what waits instead of working, and
    long, since the machine may be busy.
    """

    memory: int = 1024 * MEBIBYTE
    cpu: int = 30
    wall: float = 300


CAPS = Caps()

MOST_TEXT_BYTES = 32 * MEBIBYTE
"""A text, Markdown or HTML document: its rows take about 60 times its size in memory."""

MOST_JAILED_BYTES = 256 * MEBIBYTE
"""A document that is read under caps; most of a large PDF is images."""

MOST_DIRECTORY_BYTES = 16 * MEBIBYTE
"""The central directory of an archive: some 200,000 members."""

MOST_EXPANSION = 100
"""How many times the size of an archive its members may unpack to ..."""

ALWAYS_UNPACKED_BYTES = 64 * MEBIBYTE
"""... and what they may unpack to in any case: a small archive of much the same text is no bomb."""


def caps_of(media_type: str) -> Caps | None:
    """The caps that documents of this type are read under, if any."""
    return CAPS if media_type in JAILED else None


def most_bytes(media_type: str) -> int:
    """The size up to which a document of this type is read."""
    return MOST_JAILED_BYTES if media_type in JAILED else MOST_TEXT_BYTES
