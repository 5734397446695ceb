from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.faults import fork_server_of_runs


@pytest.fixture(autouse=True, scope="module")
def processes() -> Iterator[None]:
    with fork_server_of_runs():
        yield
