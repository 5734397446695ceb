"""What is turned away at the door: sources that could not be read at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.digests import digest
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION

Stage = Literal["read", "validate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A source that gave no extraction: its content is at fault (`document_id` is set) or the path is (`path` is)."""

    code: str
    message: str
    document_id: str | None = None
    media_type: str | None = None
    path: str | None = None

    @property
    def quarantine_id(self) -> str:
        """The same for the same fault in every run; a path's is no matter of the parser, a content's may be."""
        if self.document_id:
            return digest("read", self.code, self.document_id, self.media_type, PARSER_VERSION, SCHEMA_VERSION)
        return digest("read", self.code, self.path)
