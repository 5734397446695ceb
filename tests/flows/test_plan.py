"""Which files a run reads, and in which batches."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.items import SourceItem
from flows.plan import Known, Plan, Reading, Sighting, make_plan
from flows.walk import walk
from schemas.rejections import Rejection


def sha(content: bytes) -> str:
    return sha256(content).hexdigest()


def plan_of(raw: Path, *, batch_size: int = 500, before: Plan | None = None) -> Plan:
    """The plan for a folder, after a run of the plan `before`."""
    sightings = before.sightings if before else ()
    return make_plan(
        walk([raw], raw),
        known={s.item.place: Known(s.document_id, s.item.size, s.item.mtime_ns) for s in sightings},
        settled={s.reading for s in sightings},
        batch_size=batch_size,
    )


def read(plan: Plan) -> list[str]:
    return [sighting.item.path for batch in plan.batches for sighting in batch.documents]


def test_a_first_run_reads_every_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "b.md").write_bytes(b"two")
    plan = plan_of(tmp_path)
    assert [(s.item.path, s.document_id) for s in plan.sightings] == [("a.txt", sha(b"one")), ("b.md", sha(b"two"))]
    assert read(plan) == ["a.txt", "b.md"]


def test_a_second_run_reads_nothing_and_hashes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    first = plan_of(tmp_path)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened a file that size and time had settled"))
    second = plan_of(tmp_path, before=first)
    assert second.sightings == first.sightings
    assert second.batches == ()


def test_a_touched_file_is_hashed_and_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"one")
    first = plan_of(tmp_path)
    os.utime(file, ns=(0, 0))
    second = plan_of(tmp_path, before=first)
    assert second.documents == 0
    assert second.sightings[0].item.mtime_ns == 0


def test_a_changed_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"one")
    first = plan_of(tmp_path)
    file.write_bytes(b"another")
    assert read(plan_of(tmp_path, before=first)) == ["a.txt"]


def test_the_same_content_is_read_once_for_each_media_type(tmp_path: Path) -> None:
    for name in ["a.txt", "b.txt", "c.md"]:
        (tmp_path / name).write_bytes(b"same")
    plan = plan_of(tmp_path)
    assert len(plan.sightings) == 3
    assert read(plan) == ["a.txt", "c.md"]


def test_a_file_that_does_not_open_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    opened = Path.open

    def locked(path: Path, *rest: str) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(Path, "open", locked)
    plan = plan_of(tmp_path)
    assert plan.rejected == (Rejection(code="unreadable_file", message="Permission denied.", path="a.txt"),)
    assert plan.seen == 1


def test_a_batch_size_below_one_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one"):
        plan_of(tmp_path, batch_size=0)


@given(count=st.integers(0, 30), size=st.integers(1, 40))
def test_batches_hold_each_document_once_in_order(count: int, size: int) -> None:
    items = [SourceItem(f"{n:02}.txt", "/dev/null", 1, 1, "text/plain") for n in range(count)]
    known = {item.place: Known(sha(item.path.encode()), 1, 1) for item in items}
    plan = make_plan(items, known=known, settled=(), batch_size=size)
    assert [d for batch in plan.batches for d in batch.documents] == list(plan.sightings)
    assert all(len(batch.documents) == size for batch in plan.batches[:-1])
    assert len({batch.batch_id for batch in plan.batches}) == len(plan.batches)


def test_a_batch_is_named_by_what_it_holds() -> None:
    items = [SourceItem(path, "/dev/null", 1, 1, "text/plain") for path in ["here.txt", "there.txt"]]
    same = {item.place: Known("d" * 64, 1, 1) for item in items}
    ids = {make_plan([item], known=same, settled=(), batch_size=1).batches[0].batch_id for item in items}
    assert len(ids) == 1
    assert Sighting(items[0], "d" * 64).reading == Reading("d" * 64, "text/plain")
