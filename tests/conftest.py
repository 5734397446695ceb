"""How properties are run: a slow machine is no failure."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("sourceline", deadline=None)
settings.load_profile("sourceline")
