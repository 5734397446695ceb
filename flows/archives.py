"""Archives in the landing zone: which of their members may hold a document; and the bytes of any source item.

A ZIP archive is read as if it were a folder, without unpacking it to disk. Its directory is not believed blindly:
members whose paths lead elsewhere, links, encrypted members and archives in archives are refused, each with its code,
and so is an archive that unpacks to a hundred times its size. Hidden members are passed over, as hidden files are.

`open_item` is the one way to the bytes of an item, be it a file or a member; `opened` is the same for bytes that need
not all be held at once.
"""

from __future__ import annotations

import os
import re
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BufferedIOBase
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from flows.items import SourceItem
from flows.limits import ALWAYS_UNPACKED_BYTES, MEBIBYTE, MOST_DIRECTORY_BYTES, MOST_EXPANSION, most_bytes
from flows.reading.decoding import Unreadable
from flows.reading.media import media_type_of
from schemas.rejections import Rejection

SUFFIX = ".zip"

# What zipfile raises over bytes that are not what the format says.
_DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError)

# Hidden files and folders, and the folder where macOS keeps its resource forks.
_HIDDEN = re.compile(r"(?:^|/)(?:\.(?!\.?(?:/|$))|__MACOSX/)")
_ASTRAY = re.compile(r"^(?:/|[A-Za-z]:)|(?:^|/)\.{1,2}(?:/|$)|//|[\x00-\x1f\x7f]")

# Flags and structures of a ZIP archive (APPNOTE.TXT, sections 4.3.14 to 4.3.16 and 4.4.4).
_ENCRYPTED, _NAMED_IN_UTF8 = 0x1, 0x800
_METHODS = frozenset({ZIP_STORED, ZIP_DEFLATED})
_END, _END_MARK, _END_SIZE, _LONGEST_COMMENT = struct.Struct("<12xL6x"), b"PK\5\6", 22, 0xFFFF
_END64, _END64_MARK = struct.Struct("<40xQ8x"), b"PK\6\6"


class _Directory(NamedTuple):
    """An open archive and its members by the offset of their local headers."""

    archive: ZipFile
    by_offset: dict[int, ZipInfo]


def is_archive(path: str) -> bool:
    """Whether a path is named like an archive that is read."""
    return path.lower().endswith(SUFFIX)


def no_reader(name: str) -> tuple[str, str]:
    """The code and the message for a name with an ending that no reader is registered for."""
    ending = PurePosixPath(name).suffix
    return "unknown_type", f"No reader for “{ending}”." if ending else "The name has no ending."


def members(archive: SourceItem) -> Iterator[SourceItem | Rejection]:
    """Every member that may be a document, in the order of names, and for every other the reason why it is not."""
    try:
        infos = _directory_of(archive.location).by_offset.values()
    except OSError as error:
        yield _refuse(archive.path, "unreadable_file", f"{error.strerror or type(error).__name__}.")
        return
    except Unreadable as error:
        yield _refuse(archive.path, error.code, error.message)
        return
    unpacked = sum(info.file_size for info in infos)
    if unpacked > max(ALWAYS_UNPACKED_BYTES, MOST_EXPANSION * archive.size):
        yield _refuse(archive.path, "archive_bomb", f"{archive.size} bytes unpack to {unpacked}.")
        return
    for name, info in sorted(((_name(info), info) for info in infos), key=lambda named: named[0]):
        if not info.is_dir() and not _HIDDEN.search(name):
            yield _judge(archive, name, info)


def _judge(archive: SourceItem, name: str, info: ZipInfo) -> SourceItem | Rejection:
    shown = name if name.isprintable() else name.encode("unicode_escape").decode("ascii")
    media_type = media_type_of(name)
    if _ASTRAY.search(name) or not _is_plain(info):
        refusal = "unsafe_member", "It is a link or a device, or its path leads out of the archive."
    elif info.flag_bits & _ENCRYPTED:
        refusal = "unreadable_member", "It is encrypted."
    elif info.compress_type not in _METHODS:
        refusal = "unreadable_member", f"It is compressed by method {info.compress_type}."
    elif is_archive(name):
        refusal = "nested_archive", "It is an archive itself."
    elif media_type is None:
        refusal = no_reader(name)
    elif not info.file_size:
        refusal = "empty_file", "The member has 0 bytes."
    elif info.file_size > most_bytes(media_type):
        refusal = "too_large", f"It has {info.file_size} bytes."
    else:
        return archive._replace(size=info.file_size, media_type=media_type, member=name, byte_offset=info.header_offset)
    return _refuse(f"{archive.path}/{shown}", *refusal)


def _refuse(path: str, code: str, message: str) -> Rejection:
    return Rejection(code=code, message=message, path=path)


def _is_plain(info: ZipInfo) -> bool:
    kind = stat.S_IFMT(info.external_attr >> 16)
    return kind in {0, stat.S_IFREG}


def _name(info: ZipInfo) -> str:
    """A member's path; many programs write names in UTF-8 and do not say so."""
    name = info.filename
    if not info.flag_bits & _NAMED_IN_UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return name.replace("\\", "/")


def open_item(item: SourceItem) -> bytes:
    """The bytes of a source item; of one that has grown beyond what is read, only the beginning.

    Raises OSError when the file cannot be read, and Unreadable when the archive around it is damaged or another.
    """
    with opened(item) as file:
        return file.read(most_bytes(item.media_type) + 1)


@contextmanager
def opened(item: SourceItem) -> Iterator[BufferedIOBase]:
    """A source item, open for reading. Raises as `open_item`."""
    if not item.member:
        with Path(item.location).open("rb") as file:
            yield file
        return
    directory = _directory_of(item.location)
    info = directory.by_offset.get(item.byte_offset)
    if info is None or _name(info) != item.member:
        raise Unreadable("changed_while_reading", f"There is no {item.member} at byte {item.byte_offset} any more.")
    with _damage_told(), directory.archive.open(info) as file:
        yield cast(BufferedIOBase, file)


def _directory_of(location: str) -> _Directory:
    facts = Path(location).stat()
    return _open_directory(location, facts.st_ino, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=1)
def _open_directory(location: str, *_facts: int) -> _Directory:
    """The archive that was opened last stays open: its members are read one after the other."""
    with _damage_told():
        with Path(location).open("rb") as file:
            size = _directory_bytes(file)
        if size > MOST_DIRECTORY_BYTES:
            raise Unreadable("too_large", f"The archive's directory takes {size // MEBIBYTE} MB.")
        archive = ZipFile(location)
        return _Directory(archive, {info.header_offset: info for info in archive.infolist()})


def _directory_bytes(file: IO[bytes]) -> int:
    """The size of the central directory, as the end of the archive tells it: reading it takes 60 times as much."""
    length = file.seek(0, os.SEEK_END)
    file.seek(max(0, length - _LONGEST_COMMENT - _END_SIZE - 2 * _END64.size))
    tail = file.read()
    sizes = [
        structure.unpack_from(tail, at)[0]
        for structure, mark in ((_END, _END_MARK), (_END64, _END64_MARK))
        if (at := tail.rfind(mark)) >= 0 and at + structure.size <= len(tail)
    ]
    return max((size for size in sizes if size != 0xFFFFFFFF), default=0)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except Unreadable:
        raise
    except _DAMAGE as error:
        raise Unreadable("damaged_archive", f"{error or type(error).__name__}") from error
