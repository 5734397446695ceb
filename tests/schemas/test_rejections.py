from __future__ import annotations

from schemas.quarantine import Quarantine
from schemas.rejection_frames import QUARANTINE, rejection_frame
from schemas.rejections import Rejection

BINARY = Rejection(
    code="wrong_shape", message="It is a picture.", document_id="ab" * 32, media_type="text/plain", path="a.txt"
)
LINK = Rejection(code="wrong_shape", message="It leads outside.", path="b.txt")


def test_rejections_are_sound_quarantine_rows() -> None:
    made = rejection_frame([BINARY, LINK])
    Quarantine.validate(made)
    assert made.schema == QUARANTINE
    assert made.select("stage", "code", "message").rows() == [
        ("read", "wrong_shape", "It is a picture."),
        ("read", "wrong_shape", "It leads outside."),
    ]


def test_a_fault_of_the_content_is_filed_once_under_the_content() -> None:
    copy = Rejection(
        code=BINARY.code, message=BINARY.message, document_id=BINARY.document_id, media_type="text/plain", path="c.txt"
    )
    made = rejection_frame([BINARY, copy])
    assert made.select("document_id", "path").rows() == [(BINARY.document_id, None)]


def test_a_fault_of_the_path_is_filed_under_the_path() -> None:
    other = Rejection(code=LINK.code, message=LINK.message, path="c.txt")
    assert rejection_frame([LINK, other])["path"].to_list() == ["b.txt", "c.txt"]


def test_no_rejections_give_a_typed_empty_frame() -> None:
    assert rejection_frame([]).schema == QUARANTINE
