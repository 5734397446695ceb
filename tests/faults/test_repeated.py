"""However the articles come (in which order, in how many runs, in batches of which size), the content is the same."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from flows.run import run_directly
from tests.support.faults import CORPUS, content, write_corpus
from warehouse.export.write import write_export
from warehouse.reader import open_reader

Left = tuple[dict[str, str], dict[str, bytes]]


def run_in_parts(folder: Path, seed: int) -> Left:
    """Let the corpus arrive in random order over one to three runs, in batches of a random size; run once more."""
    chance = random.Random(seed)
    settings = replace(write_corpus(folder), batch_size=chance.randint(1, len(CORPUS)))
    names = chance.sample(sorted(CORPUS), len(CORPUS))
    texts = {name: (settings.raw / name).read_text("utf-8") for name in names}
    runs = chance.randint(1, 3)
    for name in names:
        (settings.raw / name).unlink()
    for number in range(runs):
        for name in names[number::runs]:
            (settings.raw / name).write_text(texts[name], "utf-8")
        run_directly(settings)
    assert run_directly(settings).rows == {}
    with open_reader(settings.warehouse) as connection:
        files = write_export(connection, folder / "export", ("csv", "parquet", "annotations"))
    return content(settings), {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.mark.slow
def test_20_orders_change_nothing(tmp_path: Path) -> None:
    first = run_in_parts(tmp_path / "first", seed=0)
    for seed in range(1, 21):
        assert run_in_parts(tmp_path / str(seed), seed) == first, seed
