"""The versions that an extraction is filed under: rows of another version are loaded beside these, never over them."""

from __future__ import annotations

PARSER_VERSION = "1"
"""Moves whenever the same bytes would give other rows."""

SCHEMA_VERSION = "1"
"""Moves whenever a content table gains, loses or redefines a column."""
