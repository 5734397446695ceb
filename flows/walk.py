"""Walk the landing zone: every file that may be an article, and for every other path the reason why it is not.

Paths are named by their place below the landing zone, so that a warehouse can move with its `raw/`; a path that was
asked for and stands elsewhere is named by its absolute path. Hidden files and the landing zone's own README are not
articles and are passed over. An archive is walked as if it were a folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.archives import is_archive, members, no_reader
from flows.items import SourceItem
from flows.limits import most_bytes
from flows.reading.media import media_type_of
from schemas.rejections import Rejection

ZIP = "application/zip"


@dataclass(frozen=True, slots=True)
class Zone:
    """The landing zone, and the folder that the links below a walked path may not leave."""

    raw: str
    bounds: str

    @classmethod
    def around(cls, path: Path, raw: Path) -> Zone:
        """The zone to walk `path` in: all of `raw` if it stands there, else the folder that was asked for."""
        landing, asked = os.path.abspath(raw), os.path.abspath(path)
        folder = landing if _below(asked, landing) else asked if path.is_dir() else os.path.dirname(asked)
        return cls(landing, os.path.realpath(folder))

    def name(self, location: str) -> str:
        """The path that names a location in the warehouse; bytes of it that are not UTF-8 are shown escaped."""
        named = os.path.relpath(location, self.raw) if _below(location, self.raw) else location
        return os.fsencode(named).decode("utf-8", "backslashreplace").replace(os.sep, "/")

    def holds(self, location: str) -> bool:
        """Whether a location, its links followed, stands inside the bounds."""
        return _below(os.path.realpath(location), self.bounds)


def walk(paths: Sequence[Path], raw: Path) -> Iterator[SourceItem | Rejection]:
    """Every file at or below `paths` once, folder by folder in the order of names; of an archive, its members."""
    for found in _files(paths, raw):
        if isinstance(found, SourceItem) and found.media_type == ZIP:
            yield from members(found)
        else:
            yield found


def _files(paths: Sequence[Path], raw: Path) -> Iterator[SourceItem | Rejection]:
    seen: set[str] = set()
    for path in paths:
        zone, location = Zone.around(path, raw), os.path.abspath(path)
        is_folder = os.path.isdir(location) and zone.holds(location)
        for found in _folder(location, zone) if is_folder else [_visit(location, zone)]:
            if found.path not in seen:
                seen.add(str(found.path))
                yield found


def scope_of(paths: Sequence[Path], raw: Path) -> list[str]:
    """The names of the walked paths; "" is the whole landing zone. A file below them that was not found is gone."""
    names = [Zone.around(path, raw).name(os.path.abspath(path)) for path in paths]
    return ["" if name == os.curdir else name for name in names]


def _folder(folder: str, zone: Zone) -> Iterator[SourceItem | Rejection]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(zone.name(folder), error)
        return
    for entry in entries:
        if _passed_over(entry, folder, zone):
            continue
        if entry.is_dir(follow_symlinks=False) and not _media_type_of(entry.name):
            yield from _folder(entry.path, zone)
        else:
            yield _visit(entry.path, zone, linked=entry.is_symlink())


def _passed_over(entry: os.DirEntry[str], folder: str, zone: Zone) -> bool:
    """Hidden files, the README of the landing zone, and folders linked from where they are read anyway."""
    if entry.name.startswith("."):
        return True
    if folder == zone.raw and entry.name.partition(".")[0].lower() == "readme":
        return True
    return entry.is_symlink() and entry.is_dir() and zone.holds(entry.path)


def _visit(location: str, zone: Zone, *, linked: bool = True) -> SourceItem | Rejection:
    path = zone.name(location)
    if linked and not zone.holds(location):
        return _refuse(path, "outside_raw", f"The link leads to {os.path.realpath(location)}.")
    if not _decodable(location):
        return _refuse(path, "undecodable_path", "The path holds bytes that are not UTF-8.")
    try:
        return _judge(path, location, os.stat(location))
    except OSError as error:
        return unreadable(path, error)


def _judge(path: str, location: str, facts: os.stat_result) -> SourceItem | Rejection:
    if not stat.S_ISREG(facts.st_mode):
        return _refuse(path, "not_a_file", f"It is {_KINDS.get(stat.S_IFMT(facts.st_mode), 'a device')}.")
    if not (media_type := _media_type_of(location)):
        return _refuse(path, *no_reader(location))
    if not facts.st_size:
        return _refuse(path, "empty_file", "The file has 0 bytes.")
    if media_type != ZIP and facts.st_size > most_bytes(media_type):
        return _refuse(path, "too_large", f"It has {facts.st_size} bytes.")
    return SourceItem(path, location, facts.st_size, facts.st_mtime_ns, media_type)


_KINDS = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket"}


def _media_type_of(path: str) -> str | None:
    return ZIP if is_archive(path) else media_type_of(path)


def _refuse(path: str, code: str, message: str) -> Rejection:
    return Rejection(code=code, message=message, path=path)


def unreadable(path: str, error: OSError) -> Rejection:
    """The rejection of a path that the operating system will not open."""
    return _refuse(path, "unreadable_file", f"{error.strerror or type(error).__name__}.")


def _decodable(location: str) -> bool:
    try:
        location.encode()
    except UnicodeEncodeError:
        return False
    return True


def _below(location: str, folder: str) -> bool:
    return location == folder or location.startswith(folder.rstrip(os.sep) + os.sep)
