"""Many documents in many processes: the same readings, whatever one of them does."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from flows import workers
from flows.plan import Sighting
from flows.readings import read_all, read_document
from flows.walk import SourceItem

READERS = """
import os
import sys

from flows.readings import read_document


def read(sighting):
    if "prefect" in sys.modules:
        raise RuntimeError("a worker imported prefect")
    if "killer" in sighting.item.path:
        os._exit(9)
    return read_document(sighting)
"""


@pytest.fixture
def documents(tmp_path: Path) -> list[Sighting]:
    return [sighting(tmp_path / f"{n:02}.txt", f"Sales rose {n + 2}% in 2023.\n".encode()) for n in range(20)]


def sighting(path: Path, content: bytes) -> Sighting:
    path.write_bytes(content)
    item = SourceItem(path.name, str(path), len(content), 0, "text/plain")
    return Sighting(item, sha256(content).hexdigest())


def reads(documents: Sequence[Sighting]) -> dict[str, str]:
    """The code of every rejected path."""
    return {str(rejection.path): rejection.code for rejection in read_all(documents, read_document).rejected}


def test_processes_give_the_readings_of_one_process(documents: list[Sighting]) -> None:
    alone = read_all(documents, read_document)
    apart = workers.read_apart(documents, workers=2)
    assert alone.rejected == apart.rejected == ()
    assert alone.frames["claims"].height >= len(documents)
    for table, frame in alone.frames.items():
        assert apart.frames[table].equals(frame), table


def test_a_document_that_kills_its_process_is_rejected_alone(
    documents: list[Sighting], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deadly_readers.py").write_text(READERS, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    from deadly_readers import read

    killers = [sighting(tmp_path / f"killer-{n}.txt", b"Sales rose.\n") for n in range(2)]
    batch = [*documents[:7], killers[0], *documents[7:], killers[1]]
    readings = workers.read_apart(batch, workers=2, read=read)
    assert [(r.path, r.code) for r in readings.rejected] == [
        ("killer-0.txt", "extraction_crashed"),
        ("killer-1.txt", "extraction_crashed"),
    ]
    assert readings.frames["claims"].equals(read_all(documents, read_document).frames["claims"])


def test_a_small_batch_starts_no_process(documents: list[Sighting], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "read_apart", lambda *_, **__: pytest.fail("a pool for a small batch"))
    assert workers.read_batch(documents, workers=2).frames["extractions"].height == len(documents)


def test_a_rule_that_raises_costs_its_document_alone(
    documents: list[Sighting], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: bytes, **_: object) -> object:
        raise RecursionError("too deep")

    monkeypatch.setattr("flows.readings.extract", broken)
    assert reads(documents[:1]) == {"00.txt": "extraction_crashed"}


def test_bytes_that_are_no_text_are_rejected_by_content(tmp_path: Path) -> None:
    binary = sighting(tmp_path / "a.txt", b"\x00\x01\x02" * 100)
    [rejection] = read_all([binary], read_document).rejected
    assert (rejection.code, rejection.document_id, rejection.media_type) == ("not_text", *binary.reading)


def test_a_file_that_changed_after_the_plan_is_left_to_the_next_run(tmp_path: Path) -> None:
    planned = sighting(tmp_path / "a.txt", b"Sales rose 3%.\n")
    Path(planned.item.location).write_bytes(b"Sales rose 4%.\n")
    [rejection] = read_all([planned], read_document).rejected
    assert (rejection.code, rejection.path, rejection.document_id) == ("changed_while_reading", "a.txt", None)


def test_a_file_that_vanished_after_the_plan_is_rejected(tmp_path: Path) -> None:
    planned = sighting(tmp_path / "a.txt", b"Sales rose 3%.\n")
    Path(planned.item.location).unlink()
    assert reads([planned]) == {"a.txt": "unreadable_file"}
