"""Bytes to an extraction under caps: what a document does to its process is told as a verdict on the document."""

from __future__ import annotations

from datetime import date

import pytest

from flows import guarded, limits
from flows.extract import extract
from flows.guarded import extract_guarded
from flows.limits import Caps
from flows.reading.decoding import Unreadable
from flows.reading.media import PDF
from schemas.rows import Extraction
from tests.support.tasks import misbehave

SOURCE = b"Last year sales rose 3%.\n"


def attempt(article: guarded._Article) -> Extraction:
    """A reader that does what the document says, and can read anything else."""
    misbehave(article.source.decode())
    return extract(article.source, media_type="text/plain", name=article.name, reference_date=article.reference_date)


def test_a_harmless_document_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "run_jailed", lambda *_, **__: pytest.fail("a process for a text"))
    told = {"name": "a.txt", "reference_date": date(2024, 5, 17)}
    assert extract_guarded(SOURCE, **told) == extract(SOURCE, **told)
    with pytest.raises(Unreadable, match="not_text"):
        extract_guarded(b"\0" * 100, media_type="text/plain")


@pytest.mark.parametrize(
    "told", [{"media_type": PDF}, {"name": "a.pdf", "media_type": PDF}], ids=["by its type", "with a name"]
)
def test_a_pdf_is_read_in_a_process_of_its_own(told: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "_attempt", attempt)
    assert extract_guarded(SOURCE, **told, reference_date=date(2024, 5, 17)).quantities[0].period_edtf == "2023"


@pytest.mark.parametrize(
    ("deed", "code"),
    [("spin", "too_much_time"), ("swell", "too_much_memory"), ("signal SIGSEGV", "extraction_crashed")],
)
def test_a_death_is_a_verdict(deed: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "_attempt", attempt)
    monkeypatch.setattr(limits, "CAPS", Caps(memory=400 << 20, cpu=1))
    with pytest.raises(Unreadable) as raised:
        extract_guarded(deed.encode(), media_type=PDF)
    assert raised.value.code == code


def test_bytes_without_a_name_that_begin_as_a_pdf_are_read_as_one() -> None:
    with pytest.raises(Unreadable) as raised:
        extract_guarded(b"%PDF-1.7\nand nothing else")
    assert raised.value.code in {"damaged_pdf", "unknown_type", "not_text"}
