"""Archives are read as folders, and what a hostile one claims is not believed."""

from __future__ import annotations

import stat
import struct
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows import archives
from flows.archives import open_item
from flows.items import Place, SourceItem
from flows.plan import Known, make_plan
from flows.reading.decoding import Unreadable
from flows.walk import walk
from schemas.rejections import Rejection

TEXT = b"Ferry fares rose 3% in 2022.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def pack(archive: Path, *entries: tuple[str | ZipInfo, bytes], method: int = ZIP_DEFLATED) -> Path:
    with ZipFile(archive, "w", method) as zipped:
        for name, content in entries:
            zipped.writestr(name, content)
    return archive


def found(raw: Path) -> list[SourceItem]:
    return [item for item in walk([raw], raw) if isinstance(item, SourceItem)]


def codes(raw: Path) -> dict[str, str]:
    return {str(item.path): item.code for item in walk([raw], raw) if isinstance(item, Rejection)}


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED])
def test_members_are_items_with_their_place_and_bytes(raw: Path, method: int) -> None:
    archive = pack(raw / "b.zip", ("z/b.md", b"# Fares\n"), ("a.txt", TEXT), method=method)
    first, second = found(raw)
    facts = archive.stat()
    assert first == SourceItem("b.zip", str(archive), len(TEXT), facts.st_mtime_ns, "text/plain", "a.txt", first[-1])
    assert (first.name, second.name) == ("b.zip/a.txt", "b.zip/z/b.md")
    assert archive.read_bytes()[first.byte_offset :][:4] == b"PK\3\4"
    assert [open_item(item) for item in (first, second)] == [TEXT, b"# Fares\n"]


def test_files_and_archives_stand_side_by_side(raw: Path) -> None:
    (raw / "a.txt").write_bytes(TEXT)
    (raw / "c.txt").write_bytes(TEXT)
    (raw / "sub").mkdir()
    pack(raw / "sub/b.ZIP", ("a.txt", TEXT))
    assert [item.name for item in found(raw)] == ["a.txt", "c.txt", "sub/b.ZIP/a.txt"]


def test_hidden_members_and_folders_are_passed_over(raw: Path) -> None:
    names = [".a.txt", "x/.git/a.txt", "__MACOSX/._a.txt", "x/", "x/a.b.txt", "x/...txt"]
    pack(raw / "a.zip", *[(name, TEXT) for name in names])
    assert [item.member for item in found(raw)] == ["x/a.b.txt"]
    assert codes(raw) == {}


def test_a_readme_in_an_archive_is_read(raw: Path) -> None:
    pack(raw / "a.zip", ("README.md", TEXT))
    assert [item.member for item in found(raw)] == ["README.md"]


def linked(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def test_every_member_that_is_no_document_is_refused_with_its_code(raw: Path) -> None:
    entries: list[tuple[str | ZipInfo, bytes]] = [
        ("/etc/a.txt", TEXT),
        ("../a.txt", TEXT),
        ("x/../../a.txt", TEXT),
        ("C:/a.txt", TEXT),
        ("..\\b.txt", TEXT),
        ("a\nb.txt", TEXT),
        (linked("link.txt"), b"/etc/passwd"),
        ("inner.zip", TEXT),
        ("sheet.xlsx", TEXT),
        ("empty.txt", b""),
    ]
    pack(raw / "a.zip", *entries)
    assert codes(raw) == {
        "a.zip//etc/a.txt": "unsafe_member",
        "a.zip/../a.txt": "unsafe_member",
        "a.zip/x/../../a.txt": "unsafe_member",
        "a.zip/C:/a.txt": "unsafe_member",
        "a.zip/../b.txt": "unsafe_member",
        "a.zip/a\\nb.txt": "unsafe_member",
        "a.zip/link.txt": "unsafe_member",
        "a.zip/inner.zip": "nested_archive",
        "a.zip/sheet.xlsx": "unknown_type",
        "a.zip/empty.txt": "empty_file",
    }
    assert found(raw) == []


def test_members_that_cannot_be_unpacked_are_refused(raw: Path) -> None:
    pack(raw / "bzip2.zip", ("a.txt", TEXT), method=ZIP_BZIP2)
    archive = pack(raw / "locked.zip", ("a.txt", TEXT))
    content = bytearray(archive.read_bytes())
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + flags] |= 1
    archive.write_bytes(content)
    assert codes(raw) == {"bzip2.zip/a.txt": "unreadable_member", "locked.zip/a.txt": "unreadable_member"}


def test_members_of_one_name_are_told_apart_by_their_offset(raw: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        pack(raw / "a.zip", ("a.txt", b"Fares rose.\n"), ("a.txt", b"Fares fell.\n"))
    first, second = found(raw)
    assert first.byte_offset < second.byte_offset
    assert {open_item(first), open_item(second)} == {b"Fares rose.\n", b"Fares fell.\n"}


@pytest.mark.parametrize("says_so", [True, False])
def test_names_in_utf8_are_read_whether_the_archive_says_so_or_not(raw: Path, says_so: bool) -> None:
    archive = pack(raw / "a.zip", ("東京/café.txt", TEXT))
    if not says_so:
        content = bytearray(archive.read_bytes())
        for mark, flags in ((b"PK\3\4", 7), (b"PK\1\2", 9)):
            content[content.index(mark) + flags] &= ~8
        archive.write_bytes(content)
    [item] = found(raw)
    assert item.member == "東京/café.txt"
    assert open_item(item) == TEXT


def test_other_names_are_read_in_the_code_page_of_the_format(raw: Path) -> None:
    archive = pack(raw / "a.zip", ("cafe.txt", TEXT))
    archive.write_bytes(archive.read_bytes().replace(b"cafe.txt", b"caf\x82.txt"))
    [item] = found(raw)
    assert (item.member, open_item(item)) == ("café.txt", TEXT)


def test_an_archive_that_unpacks_to_far_too_much_is_refused_whole(raw: Path) -> None:
    pack(raw / "bomb.zip", *[(f"{n}.txt", b"5 " * (1 << 20)) for n in range(40)])
    pack(raw / "much-the-same.zip", *[(f"{n}.txt", b"5 " * (1 << 20)) for n in range(3)])
    assert codes(raw) == {"bomb.zip": "archive_bomb"}
    assert len(found(raw)) == 3


def test_a_member_that_is_too_large_is_refused(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "most_bytes", lambda _: len(TEXT))
    pack(raw / "a.zip", ("a.txt", TEXT), ("b.txt", TEXT + b"\n"))
    assert codes(raw) == {"a.zip/b.txt": "too_large"}


def test_a_directory_without_end_is_not_read(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_DIRECTORY_BYTES", 400)
    monkeypatch.setattr(archives, "ZipFile", lambda _: pytest.fail("opened"))
    archive = raw / "a.zip"
    with ZipFile(archive, "w") as zipped:
        for n in range(10):
            zipped.writestr(f"{n}.txt", TEXT)
    assert codes(raw) == {"a.zip": "too_large"}


def test_a_member_that_lies_about_its_size_gives_no_bytes(raw: Path) -> None:
    archive = pack(raw / "a.zip", ("a.txt", b"5 " * 100_000))
    content = bytearray(archive.read_bytes())
    for mark, size in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        struct.pack_into("<L", content, content.index(mark) + size, 10)
    archive.write_bytes(content)
    [item] = found(raw)
    with pytest.raises(Unreadable) as raised:
        open_item(item)
    assert raised.value.code == "damaged_archive"
    assert make_plan([item], known={}, settled=(), batch_size=1).rejected[0].path == "a.zip/a.txt"


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive at all", b"PK\5\6" + b"\xff" * 18, b"PK\3\4" * 20])
def test_what_is_no_archive_is_told(raw: Path, content: bytes) -> None:
    (raw / "a.zip").write_bytes(content)
    assert codes(raw) == {"a.zip": "damaged_archive" if content else "empty_file"}


def test_an_archive_that_changed_after_the_walk_gives_no_bytes(raw: Path) -> None:
    pack(raw / "a.zip", ("b.txt", TEXT), ("a.txt", TEXT))
    item = next(item for item in found(raw) if item.byte_offset)
    pack(raw / "a.zip", ("c.txt", TEXT))
    with pytest.raises(Unreadable) as raised:
        open_item(item)
    assert raised.value.code == "changed_while_reading"


def test_an_archive_that_is_gone_after_the_walk_cannot_be_opened(raw: Path) -> None:
    archive = pack(raw / "a.zip", ("a.txt", TEXT))
    [item] = found(raw)
    archive.unlink()
    with pytest.raises(FileNotFoundError):
        open_item(item)


def test_a_known_archive_is_not_unpacked_again(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack(raw / "a.zip", ("a.txt", TEXT), ("b.txt", b"Rents fell by 2%.\n"))
    plan = make_plan(walk([raw], raw), known={}, settled=(), batch_size=5)
    known = {
        sighting.item.place: Known(sighting.document_id, sighting.item.size, sighting.item.mtime_ns)
        for sighting in plan.sightings
    }
    assert set(known) == {Place("a.zip", "a.txt", 0), Place("a.zip", "b.txt", plan.sightings[1].item.byte_offset)}
    monkeypatch.setattr(ZipFile, "open", lambda *_: pytest.fail("unpacked again"))
    assert make_plan(walk([raw], raw), known=known, settled=(), batch_size=5) == plan


@given(st.data())
def test_damaged_archives_are_refused_and_nothing_is_raised(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "damaged"
    folder.mkdir(exist_ok=True)
    archive = pack(folder / "a.zip", ("a.txt", TEXT), ("b.md", b"# Fares\n" * 20))
    content = bytearray(archive.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    archive.write_bytes(content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content)
    plan = make_plan(walk([folder], folder), known={}, settled=(), batch_size=5)
    for sighting in plan.sightings:
        assert open_item(sighting.item) in (TEXT, b"# Fares\n" * 20)
