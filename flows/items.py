"""Source items: the files, and the members of archives, that may hold a document."""

from __future__ import annotations

from typing import NamedTuple


class SourceItem(NamedTuple):
    """A place that may hold a document: `path` names it in the warehouse, `location` opens it.

    Inside an archive, `path` and `location` are the archive's, `member` is the name in it and `byte_offset` where its
    local header starts; `size` is then the member's own size unpacked, and `mtime_ns` the archive's time.
    """

    path: str
    location: str
    size: int
    mtime_ns: int
    media_type: str
    member: str = ""
    byte_offset: int = 0

    @property
    def name(self) -> str:
        """The item in one word: an archive's members are named as if it were a folder."""
        return f"{self.path}/{self.member}" if self.member else self.path

    @property
    def place(self) -> Place:
        """Where the item stands, for what is known about it from earlier runs."""
        return Place(self.path, self.member, self.byte_offset)


class Place(NamedTuple):
    """The name of a source item in the ledger."""

    path: str
    member: str = ""
    byte_offset: int = 0
