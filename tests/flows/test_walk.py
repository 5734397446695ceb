"""What a walk of the landing zone finds, passes over and refuses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.items import SourceItem
from flows.limits import most_bytes
from flows.walk import walk
from schemas.rejections import Rejection


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def write(path: Path, content: bytes = b"Prices rose 3%.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def paths(raw: Path, *asked: Path) -> list[str]:
    return [str(found.path) for found in walk(asked or [raw], raw)]


def codes(raw: Path, *asked: Path) -> dict[str, str]:
    return {str(found.path): found.code for found in walk(asked or [raw], raw) if isinstance(found, Rejection)}


def test_files_come_folder_by_folder_in_the_order_of_names(raw: Path) -> None:
    for name in ["b.md", "a/z.txt", "c.text", "a/y.markdown", "B.TXT"]:
        write(raw / name)
    assert paths(raw) == ["B.TXT", "a/y.markdown", "a/z.txt", "b.md", "c.text"]


def test_a_file_is_known_by_size_time_and_media_type(raw: Path) -> None:
    file = write(raw / "a.md", b"four")
    facts = file.stat()
    assert list(walk([raw], raw)) == [SourceItem("a.md", str(file), 4, facts.st_mtime_ns, "text/markdown")]


def test_hidden_files_and_the_readme_of_the_zone_are_passed_over(raw: Path) -> None:
    for name in [".hidden.txt", ".git/a.txt", "README.md", "readme", "sub/README.md"]:
        write(raw / name)
    assert paths(raw) == ["sub/README.md"]


def test_a_path_asked_for_twice_is_found_once(raw: Path) -> None:
    file = write(raw / "a.txt")
    assert paths(raw, file, raw, file) == ["a.txt"]


def test_a_path_below_the_zone_keeps_its_name_in_it(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(raw / "sub/a.txt")
    monkeypatch.chdir(raw.parent)
    assert paths(Path("raw"), Path("raw/sub")) == ["sub/a.txt"]


def test_a_path_outside_the_zone_is_named_in_full(raw: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other/a.txt")
    assert paths(raw, other.parent) == [str(other)]


def test_links_inside_the_zone_are_files_and_linked_folders_are_read_once(raw: Path) -> None:
    write(raw / "sub/a.txt")
    (raw / "copy.txt").symlink_to("sub/a.txt")
    (raw / "again").symlink_to("sub")
    (raw / "loop").symlink_to(".")
    assert paths(raw) == ["copy.txt", "sub/a.txt"]


def test_links_out_of_the_zone_are_refused(raw: Path, tmp_path: Path) -> None:
    write(tmp_path / "secret/a.txt")
    (raw / "file.txt").symlink_to(tmp_path / "secret/a.txt")
    (raw / "folder").symlink_to(tmp_path / "secret")
    expected = {"file.txt": "outside_raw", "folder": "outside_raw"}
    assert codes(raw) == expected
    assert codes(raw, raw / "file.txt", raw / "folder") == expected


def test_a_zone_that_is_itself_a_link_is_walked(raw: Path, tmp_path: Path) -> None:
    write(raw / "a.txt")
    (tmp_path / "linked").symlink_to(raw)
    assert paths(tmp_path / "linked") == ["a.txt"]


def test_every_path_that_is_no_article_is_refused_with_its_code(raw: Path) -> None:
    write(raw / "empty.txt", b"")
    write(raw / "sheet.xlsx")
    write(raw / "no-ending")
    (raw / "folder.md").mkdir()
    (raw / "broken.txt").symlink_to("nowhere.txt")
    os.mkfifo(raw / "pipe.txt")
    assert codes(raw) == {
        "broken.txt": "unreadable_file",
        "empty.txt": "empty_file",
        "folder.md": "not_a_file",
        "no-ending": "unknown_type",
        "pipe.txt": "not_a_file",
        "sheet.xlsx": "unknown_type",
    }


def test_what_no_reader_takes_is_told_by_the_ending_of_its_name(raw: Path) -> None:
    write(raw / "sheet.xlsx")
    write(raw / "no-ending")
    told = {found.path: found.message for found in walk([raw], raw) if isinstance(found, Rejection)}
    assert told == {"no-ending": "The name has no ending.", "sheet.xlsx": "No reader for “.xlsx”."}


def test_a_name_that_is_not_utf8_is_shown_escaped(raw: Path) -> None:
    (Path(os.fsdecode(os.fsencode(raw) + b"/caf\xe9.txt"))).write_bytes(b"x")
    assert codes(raw) == {"caf\\xe9.txt": "undecodable_path"}


def test_a_folder_that_cannot_be_listed_is_refused(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(raw / "closed/a.txt")
    write(raw / "open.txt")
    listed = os.scandir

    def scandir(folder: str) -> object:
        if folder.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert codes(raw) == {"closed": "unreadable_file"}
    assert paths(raw) == ["closed", "open.txt"]


def test_a_document_that_is_too_large_is_refused_by_its_size(raw: Path) -> None:
    with write(raw / "a.txt").open("r+b") as file:
        file.truncate(most_bytes("text/plain") + 1)
    with write(raw / "b.txt").open("r+b") as file:
        file.truncate(most_bytes("text/plain"))
    assert codes(raw) == {"a.txt": "too_large"}
