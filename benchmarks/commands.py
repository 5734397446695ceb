"""What the commands take, process start included: `make bench`, or `python benchmarks/commands.py`.

Each command runs five times on the project's own articles; the best time counts, beside the bound it is held to.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCELINE = Path(sys.executable).with_name("sourceline")
ROUNDS = 5
ARTICLE = max((ROOT / "raw").glob("*.txt"), key=lambda path: path.stat().st_size)


def seconds(*arguments: object) -> float:
    """The best wall time of a command."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([SOURCELINE, *map(str, arguments)], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print one line per command."""
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder) / "sourceline.duckdb"
        run = ("run", "--direct", "--warehouse", warehouse)
        subprocess.run([SOURCELINE, *map(str, run)], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        for name, bound, arguments in [
            ("--help", 0.3, ("--help",)),
            (f"extract {ARTICLE.name}", 1.0, ("extract", ARTICLE)),
            ("run --direct, nothing new", 2.0, run),
            ("query", 1.0, ("query", "SELECT count(*) FROM facts", "--warehouse", warehouse)),
        ]:
            print(f"{name:<40} {seconds(*arguments):6.2f} s   (bound {bound} s)", flush=True)


if __name__ == "__main__":
    main()
