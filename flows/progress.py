"""How far a run has come: the run tells, and whoever called it may listen, a scheduler in between or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
"""Takes the number of documents that are loaded and the number that are planned."""

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


def tell(loaded: int, planned: int) -> None:
    """Tell the listener, if there is one."""
    if listener := _LISTENER.get():
        listener(loaded, planned)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Have the runs started inside tell `listener` how far they have come."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
