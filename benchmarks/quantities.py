"""Accuracy of the quantity reader on labelled sets of others, and its speed beside a peer.

    python benchmarks/quantities.py GOLD_DIR              P, R, F1 on each set (score.py and *.jsonl in GOLD_DIR)
    python benchmarks/quantities.py GOLD_DIR --errors SET  and the errors on one set
    python benchmarks/quantities.py --speed FILE ...       MB per processor second on prose, beside quantulum3 if it
                                                           is installed, and the cost of twice the text

The sets are not part of this project: recogniser specs (MIT), quantulum3's and duckling's tests (MIT, BSD), MeasEval
(CC BY). A set of dates is scored on spans, and on values where the surface holds all that the value needs.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from flows.claims import intervals
from flows.extract import extract
from schemas.rows import Quantity

Case = dict[str, Any]
MODIFIERS = {"approx": "~", "over": ">", "at_least": ">", "under": "<", "up_to": "<"}
DIRECTIONS = {"up", "down"}
POOLED = ("ms_en_age", "ms_en_currency", "ms_en_dimension", "ms_en_number", "ms_en_percent", "ms_en_temperature")
SETS = (*POOLED, "ms_en_range", "ms_en_date", "quantulum", "duckling_en", "measeval_train")
METRICS = ("span", "span+unit", "value", "value+unit", "value+modifier")


def predictions(cases: Iterable[Case]) -> dict[str, list[dict[str, Any]]]:
    """The quantities of each case in the scorer's format."""
    return {case["id"]: [_prediction(row, case) for row in _rows(case) if _told(row)] for case in cases}


def _rows(case: Case) -> tuple[Quantity, ...]:
    reference = datetime.fromisoformat(case["reference"]).date() if case.get("reference") else None
    return extract(case["text"].encode(), media_type="text/plain", reference_date=reference).quantities


def _told(row: Quantity) -> bool:
    return row.role in ("value", "ordinal", "period")


def _prediction(row: Quantity, case: Case) -> dict[str, Any]:
    low, high = (row.value, None) if row.value is not None else (row.value_low, row.value_high)
    if low is None:
        low, high = high, None
    modifiers = [mark for mark in (MODIFIERS.get(row.comparator or ""), row.direction) if mark]
    unit = "percent" if row.unit_kind == "percent" else row.unit
    is_date = row.role == "period"
    return {
        "start": row.char_start,
        "end": row.char_end,
        "text": case["text"][row.char_start : row.char_end],
        "value": timex(row) if is_date else low,
        "value_high": high,
        "unit": None if row.unit_kind == "none" else unit,
        "modifier": modifiers or "=",
        "kind": "date" if is_date else row.unit_kind,
    }


def timex(row: Quantity) -> str | None:
    """A period as the date sets write it: "2019-05", "2018-W21", "(2016-01-12,2016-01-22)"."""
    parts = [part for part in (row.period_edtf or "").split("/") if part and part != ".."]
    if not parts or "X" in parts[0][:2]:
        return None
    first, last = parts[0], parts[-1]
    if len(parts) == 2 and row.period_start and row.period_end and row.period_edtf and ".." not in row.period_edtf:
        start, end = _first_day(first), _first_day(last)
        weeks = row.rule_id != "period.range" and row.period_end - row.period_start == timedelta(days=7)
        if weeks and row.period_start.weekday() == 0:
            return "{}-W{:02d}".format(*row.period_start.isocalendar()[:2])
        rolling = len(last) == 10 and row.rule_id.removeprefix("period.") in ("rolling", "first_of", "distance")
        return f"({start},{row.period_end if rolling else end})"
    if re.fullmatch(r"\d{4}-(3[3-6]|4[01])", first) or "X" in first:
        return f"({row.period_start},{row.period_end})"
    return first


def _first_day(edtf: str) -> date | str:
    year, _, rest = edtf.partition("-")
    if not year.isdecimal():
        return edtf
    if not rest:
        return date(int(year), 1, 1)
    month, _, day = rest.partition("-")
    if int(month) > 12:
        return intervals.quarter(int(year), int(month) - 32).start or edtf
    return date(int(year), int(month), int(day or 1))


def surface_fixes(gold: dict[str, Any]) -> bool:
    """Does the surface hold every year of the value, so that no reference date is needed?"""
    years = set(re.findall(r"\b(\d{4})\b(?!-W)", str(gold["value"]).replace("-", " ")))
    return bool(years) and all(year in gold["surface"] or year[2:] in gold["surface"] for year in years)


def date_values(scorer: ModuleType, cases: Sequence[Case], found: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """P, R, F1 of values over the dates whose surface fixes them."""
    right = asked = told = 0
    for case in cases:
        wanted = [gold for gold in case["gold"] if surface_fixes(gold)]
        asked += len(wanted)
        for gold in wanted:
            beside = [one for one in found[case["id"]] if one["kind"] == "date" and scorer.overlap(one, gold) > 0]
            told += bool(beside)
            right += any(same_timex(one["value"], gold["value"]) for one in beside)
    precision, recall = right / max(told, 1), right / max(asked, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"P": 100 * precision, "R": 100 * recall, "F1": 100 * f1, "tp": right, "pred": told, "gold": asked}


def same_timex(got: str | None, want: str) -> bool:
    """Equal, leaving out how long a stretch is said to last."""
    return got is not None and got == re.sub(r",P[^)]*\)", ")", want)


def score_sets(folder: Path, errors: str | None) -> None:
    """One line for each set and metric."""
    scorer = _module(folder / "score.py")
    pooled: dict[str, list[int]] = {}
    for name in SETS:
        cases = scorer.read(folder / f"{name}.jsonl")
        found = predictions(cases)
        results = scorer.score(found, cases, 1000 if errors == name else 0)
        if name == "ms_en_date":
            results = {"span": results["span"], "value where fixed": date_values(scorer, cases, found)}
        for metric, told in results.items():
            if metric in (*METRICS, "value where fixed"):
                _print(name, metric, told)
                if name in POOLED and metric.startswith("value"):
                    _pool(pooled, metric, told, no_units="value+unit" not in results)
    for metric, (right, told_count, asked) in pooled.items():
        _print("ms_en pooled", metric, _rates(right, told_count, asked))


def _pool(pooled: dict[str, list[int]], metric: str, told: dict[str, Any], *, no_units: bool) -> None:
    for name in (metric, "value+unit") if no_units and metric == "value" else (metric,):
        totals = pooled.setdefault(name, [0, 0, 0])
        for k, column in enumerate(("tp", "pred", "gold")):
            totals[k] += told[column]


def _rates(right: int, told: int, asked: int) -> dict[str, Any]:
    precision, recall = right / told, right / asked
    return {"P": 100 * precision, "R": 100 * recall, "F1": 200 * precision * recall / (precision + recall)}


def _print(name: str, metric: str, told: dict[str, Any]) -> None:
    print(f"{name:16} {metric:18} P {told['P']:5.1f}  R {told['R']:5.1f}  F1 {told['F1']:5.1f}")


def _module(path: Path) -> ModuleType:
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("quantity_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure_speed(paths: Sequence[Path]) -> None:
    """The speed of extract() and of quantulum3 on the same prose, and what twice the text costs."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    size = sum(len(text.encode()) for text in texts)
    ours = _seconds(lambda: [extract(text.encode(), media_type="text/plain") for text in texts])
    print(f"extract          {size / ours / 1e6:.3f} MB per processor second over {size} bytes")
    joined = "\n\n".join(texts)
    one, two = (_seconds(lambda n=n: extract(((joined + "\n\n") * n).encode())) for n in (1, 2))
    print(f"twice the text   {two / one:.2f} times the time")
    if importlib.util.find_spec("quantulum3"):
        from quantulum3 import parser

        peer = _seconds(lambda: [parser.parse(text) for text in texts], rounds=1)
        print(f"quantulum3       {size / peer / 1e6:.3f} MB per processor second, {peer / ours:.0f} times slower")


def _seconds(run: Callable[[], object], rounds: int = 3) -> float:
    """The least processor time of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--errors", metavar="SET")
    parser.add_argument("--speed", nargs="+", type=Path, metavar="FILE")
    told = parser.parse_args()
    if told.gold:
        score_sets(told.gold, told.errors)
    if told.speed:
        measure_speed(told.speed)
    if not (told.gold or told.speed):
        print(json.dumps({"sets": SETS}))


if __name__ == "__main__":
    main()
