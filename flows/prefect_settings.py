"""What Prefect is told before it is imported, where the environment does not tell it."""

from __future__ import annotations

import atexit
import os
from pathlib import Path
from tempfile import TemporaryDirectory

_DEFAULTS = {
    # Nothing leaves the machine.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # A busy machine may take its time to start the server.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_LOGGING_LEVEL": "WARNING",
}


def untold() -> dict[str, str]:
    """The settings for Prefect that the environment lacks.

    An account without a home that it can write to gets one that lasts as long as this process.
    """
    settings = {name: value for name, value in _DEFAULTS.items() if name not in os.environ}
    if "PREFECT_HOME" not in os.environ and not _has_home():
        home = TemporaryDirectory(prefix="sourceline-prefect-")
        atexit.register(home.cleanup)
        settings["PREFECT_HOME"] = home.name
    return settings


def _has_home() -> bool:
    """Can Prefect's database stand where Prefect puts it by itself?"""
    try:
        home = Path.home() / ".prefect"
        home.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # a home that is not there; an account that has none
        return False
    return os.access(home, os.W_OK | os.X_OK)
