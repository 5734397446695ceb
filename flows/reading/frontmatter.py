"""Front matter: YAML between "---" lines at the top of a Markdown file, as site generators write it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import regex

from flows.reading.document import Metadata

FRONT_MATTER = regex.compile(
    r"\A---[ \t]*(?:\r\n|\r|\n)(?<yaml>(?:(?!(?:---|\.\.\.)[ \t]*(?:[\r\n]|\Z))[^\r\n]*(?:\r\n|\r|\n)){1,500}?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"
)
LONGEST = 1 << 16

# The names that the common site generators and exporters use (Hugo, Jekyll, Pandoc, Obsidian clippers).
TITLE = ("title",)
AUTHOR = ("author", "authors", "byline", "creator")
PUBLISHED = ("published", "date", "pubdate", "publish_date", "published_at", "publication_date", "created")
MODIFIED = ("modified", "updated", "lastmod", "last_modified", "updated_at")
LANGUAGE = ("language", "lang", "locale")
URL = ("url", "source_url", "canonical", "canonical_url", "permalink", "link", "source")


def read_front_matter(source: str) -> tuple[Metadata, int]:
    """What the front matter says, and where it ends; 0 when the text starts with no mapping."""
    found = FRONT_MATTER.match(source[:LONGEST])
    fields = _fields(found["yaml"]) if found else None
    if found is None or fields is None:
        return Metadata(), 0
    metadata = Metadata(
        title=_text(fields, TITLE),
        author=_text(fields, AUTHOR),
        published=_date(fields, PUBLISHED),
        modified=_date(fields, MODIFIED),
        language=_text(fields, LANGUAGE),
        url=_text(fields, URL),
    )
    return metadata, found.end()


def _fields(yaml_text: str) -> dict[str, Any] | None:
    import yaml

    try:
        loaded = yaml.safe_load(yaml_text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(loaded, dict):
        return None
    return {str(key).lower().replace("-", "_"): value for key, value in loaded.items()}


def _text(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    value = _first(fields, names)
    parts = [_name(part) for part in (value if isinstance(value, list) else [value])]
    return ", ".join(part for part in parts if part) or None


def _name(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("name")
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _date(fields: Mapping[str, Any], names: tuple[str, ...]) -> date | None:
    value = _first(fields, names)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        return None


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((fields[name] for name in names if fields.get(name)), None)
