"""A warehouse file with a flipped bit or a lost end: it is told, or it does not matter; no answer is silently wrong."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from flows.run import run_directly
from flows.settings import Settings
from schemas.errors import SourcelineError
from tests.support.faults import content, in_process, write_corpus
from warehouse.checksums import checksums
from warehouse.reader import open_reader
from warehouse.store import open_store, store_path
from warehouse.verify import verify


@pytest.fixture(scope="module", params=["copied", "in parts"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = write_corpus(tmp_path_factory.mktemp("whole"))
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "in parts":
            patch.setenv("SOURCELINE_COPY_LIMIT", "1")
        run_directly(settings)
    return settings


def verified(settings: Settings, expected: dict[str, str], outcome: Path) -> None:
    """What `verify` makes of a warehouse: "told" of damage, or "harmless", or "wrong" without a word."""
    try:
        with open_reader(settings.warehouse) as connection:
            problems = verify(connection, settings.raw, settings.warehouse).problems
            said = "told" if problems else "harmless" if checksums(connection) == expected else "wrong"
    except SourcelineError as error:
        said = f"told {error.code}"
    outcome.write_text(said)


def opened(settings: Settings, expected: dict[str, str], outcome: Path) -> None:
    """The same of the writer's own file."""
    try:
        with open_store(settings.warehouse) as store:
            said = "harmless" if checksums(store.connection) == expected else "wrong"
    except SourcelineError as error:
        said = f"told {error.code}"
    outcome.write_text(said)


def damage(file: Path, chance: random.Random) -> None:
    """Flip a bit anywhere, or one time in ten lose the end."""
    size = file.stat().st_size
    if chance.random() < 0.1:
        os.truncate(file, chance.randrange(size))
        return
    with file.open("r+b") as opened:
        at = chance.randrange(size)
        opened.seek(at)
        byte = opened.read(1)[0]
        opened.seek(at)
        opened.write(bytes([byte ^ 1 << chance.randrange(8)]))


def damaged(folder: Path, whole: Settings, seed: int) -> str:
    """What becomes of a copy of a whole warehouse that is damaged somewhere."""
    chance = random.Random(seed)
    shutil.copytree(whole.warehouse.parent.parent, folder)
    settings = Settings(raw=folder / "raw", warehouse=folder / "w/facts.duckdb")
    files = sorted(folder.glob("w/**/*.parquet")) or [settings.warehouse]
    file, read = chance.choice(
        [(chance.choice([settings.warehouse, *files]), verified), (store_path(settings.warehouse), opened)]
    )
    damage(file, chance)
    ended = in_process(folder, read, settings, content(whole), folder / "outcome")
    return (folder / "outcome").read_text() if ended.code == 0 else f"not told: {ended.code} {ended.said}"


def assert_never_silently_wrong(folder: Path, whole: Settings, seeds: range) -> None:
    outcomes = {seed: damaged(folder / str(seed), whole, seed) for seed in seeds}
    assert not {seed: outcome for seed, outcome in outcomes.items() if not outcome.startswith(("told", "harmless"))}


def test_damage_is_told_or_harmless(tmp_path: Path, whole: Settings) -> None:
    assert_never_silently_wrong(tmp_path, whole, range(3))


@pytest.mark.slow
def test_200_damages_are_told_or_harmless(tmp_path: Path, whole: Settings) -> None:
    assert_never_silently_wrong(tmp_path, whole, range(100, 300))
