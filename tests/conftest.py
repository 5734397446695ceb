"""How properties are run: a slow machine is no failure, and `--hypothesis-profile=deep` looks harder. And fixtures."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("sourceline", deadline=None, max_examples=50)
settings.register_profile("deep", deadline=None, max_examples=5_000)
settings.load_profile("sourceline")

pytest_plugins = ["tests.support.commands"]
