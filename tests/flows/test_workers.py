"""A batch in many processes or none: the same readings, whatever one of its documents does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from flows import limits, workers
from flows.limits import Caps
from flows.outcomes import Outcome, read_document
from flows.plan import Sighting
from flows.reading.media import PDF
from flows.workers import read_apart, read_batch
from schemas.columns import Columns, by_column
from schemas.rejections import Rejection
from schemas.rows import Extraction
from tests.support.sightings import sighting
from tests.support.tasks import misbehave

Documents = list[Sighting]


def read_and_misbehave(document: Sighting) -> Outcome:
    """A reader that does what the document says, where that is a misdeed."""
    misbehave(Path(document.item.location).read_text().strip())
    return read_document(document)


def columns_read(document: Sighting) -> Columns:
    extraction = read_document(document)
    assert isinstance(extraction, Extraction)
    return by_column(extraction)


@pytest.fixture
def documents(tmp_path: Path) -> Documents:
    return [sighting(tmp_path / f"{n:02}.txt", f"Sales rose {n + 2}% in 2023.\n".encode()) for n in range(20)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_processes_give_the_readings_of_one_process(documents: Documents, count: int) -> None:
    here = [columns_read(document) for document in documents]
    assert read_apart(documents, workers=count) == here


def test_a_large_batch_gives_the_frames_of_a_small_one(documents: Documents, monkeypatch: pytest.MonkeyPatch) -> None:
    small = read_batch(documents, workers=2)
    monkeypatch.setattr(workers, "APART_BYTES", 0)
    large = read_batch(documents, workers=2)
    assert small.rejected == large.rejected == ()
    assert small.frames["claims"].height >= len(documents)
    for table, frame in small.frames.items():
        assert large.frames[table].equals(frame), table


def test_a_document_that_kills_its_process_is_rejected_alone(documents: Documents, tmp_path: Path) -> None:
    killers = [sighting(tmp_path / f"killer-{n}.txt", b"exit 9\n") for n in range(2)]
    batch = [*documents[:7], killers[0], *documents[7:], killers[1]]
    outcomes = read_apart(batch, workers=2, read=read_and_misbehave)
    rejected = [outcome for outcome in outcomes if isinstance(outcome, Rejection)]
    assert [(rejection.path, rejection.code) for rejection in rejected] == [
        ("killer-0.txt", "extraction_crashed"),
        ("killer-1.txt", "extraction_crashed"),
    ]
    assert [rejection.document_id for rejection in rejected] == [killer.document_id for killer in killers]
    assert [outcome for outcome in outcomes if outcome not in rejected] == [columns_read(each) for each in documents]


@pytest.mark.parametrize(
    ("deed", "code"), [("spin", "too_much_time"), ("sleep", "too_much_time"), ("swell", "too_much_memory")]
)
def test_a_pdf_is_read_under_caps(deed: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CAPS", Caps(memory=400 << 20, cpu=1, wall=3))
    document = sighting(tmp_path / "a.pdf", deed.encode(), PDF)
    [rejection] = read_batch([document], workers=1, read=read_and_misbehave).rejected
    assert (rejection.code, rejection.document_id) == (code, document.document_id)


def test_other_documents_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How long a text may take must not depend on whether a PDF is in its batch."""
    monkeypatch.setattr(limits, "CAPS", Caps(memory=400 << 20, cpu=1, wall=3))
    batch = [sighting(tmp_path / "a.pdf", b"spin", PDF), sighting(tmp_path / "b.txt", b"work 2.5")]
    readings = read_batch(batch, workers=1, read=read_and_misbehave)
    assert [rejection.path for rejection in readings.rejected] == ["a.pdf"]
    assert readings.frames["extractions"]["document_id"].to_list() == [batch[1].document_id]


@pytest.mark.parametrize(
    ("media_type", "size", "apart_with"),
    [
        ("text/plain", 15, set()),
        ("text/plain", workers.APART_BYTES, {2, 8}),
        (PDF, 15, {1, 2, 8}),
    ],
)
def test_processes_are_started_where_they_pay_or_protect(
    media_type: str, size: int, apart_with: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = sighting(tmp_path / "a", b"Sales rose 3%.\n", media_type)
    document = document._replace(item=document.item._replace(size=size))
    started: set[int] = set()

    def run_here(work: Callable[[Sighting], Outcome], tasks: Documents, *, children: int, **_: object) -> list[Outcome]:
        started.add(children)
        return [work(task) for task in tasks]

    monkeypatch.setattr(workers, "run_jailed", run_here)
    for count in (1, 2, 8):
        read_batch([document], workers=count)
    assert started == apart_with


def test_memory_that_runs_out_here_costs_the_document_alone(
    documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    def greedy(source: bytes, **_: object) -> object:
        raise MemoryError

    monkeypatch.setattr("flows.outcomes.extract", greedy)
    assert [rejection.code for rejection in read_batch(documents, workers=1).rejected] == ["too_much_memory"] * 20
