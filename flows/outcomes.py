"""What comes of one document: its extraction, or the reason why there is none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from flows.archives import open_item
from flows.extract import extract
from flows.plan import Sighting
from flows.reading.decoding import Unreadable
from flows.walk import unreadable
from schemas.rejections import Rejection
from schemas.rows import Extraction

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")

Outcome = Extraction | Rejection
Reader = Callable[[Sighting], Outcome]


def read_document(sighting: Sighting) -> Outcome:
    """The extraction of one document. Raises MemoryError, and nothing else."""
    name, content = sighting.item.name, sighting.reading
    try:
        source = open_item(sighting.item)
    except OSError as error:
        return unreadable(name, error)
    except Unreadable as error:
        return Rejection(code=error.code, message=error.message, path=name)
    if hashlib.sha256(source).hexdigest() != content.document_id:
        return Rejection(code="changed_while_reading", message="The bytes are not those of the plan.", path=name)
    try:
        return extract(source, media_type=content.media_type, name=name)
    except MemoryError:
        raise
    except Unreadable as error:
        return given_up(sighting, error.code, error.message)
    except Exception as error:  # whatever a rule raises is about this document alone
        return given_up(sighting, "extraction_crashed", _told(error))


def _told(error: Exception) -> str:
    """An error in words that are the same in every run: addresses of objects are not."""
    return _ADDRESS.sub("", f"{type(error).__name__}: {error}")


def given_up(sighting: Sighting, code: str, message: str) -> Rejection:
    """The rejection of a document whose content is at fault."""
    return Rejection(code=code, message=message, path=sighting.item.name, **sighting.reading._asdict())
