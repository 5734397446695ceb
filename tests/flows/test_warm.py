"""What the children of the fork server begin with."""

from __future__ import annotations

from importlib import import_module

import pytest

from flows.extract import extract
from flows.jail import PRELOADED
from flows.reading.media import MARKDOWN
from flows.warm import SAMPLE


@pytest.mark.parametrize("name", PRELOADED)
def test_what_is_preloaded_can_be_imported(name: str) -> None:
    import_module(name)  # the fork server itself would pass over a module that is missing


@pytest.mark.parametrize("rows", ["cells", "quantities", "attributions", "mentions", "claims", "findings"])
def test_the_sample_asks_every_reader_for_something(rows: str) -> None:
    assert getattr(extract(SAMPLE.encode(), media_type=MARKDOWN), rows)
