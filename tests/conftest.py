"""What all tests share. A slow machine fails no property, and `--hypothesis-profile=deep` looks harder."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("sourceline", deadline=None, max_examples=50)
settings.register_profile("deep", deadline=None, max_examples=5_000)
settings.load_profile("sourceline")

pytest_plugins = ["tests.support.commands"]
