"""Scores extract() on the labelled sentences: for each field, how many of the labels are met.

python tests/gold/scoring.py [--errors FIELD] [--pin [--lower]]

`--pin` raises the floors of `test_gate.py` to a little below what is met now; only `--lower` lets one fall.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from flows.extract import extract
from schemas.rows import Attribution, Claim, Quantity

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
SLACK = 0.01
"""How far a rate may fall before the gate closes."""
Label = dict[str, Any]
EXACT = ("unit_kind", "comparator", "value_kind", "direction", "modality", "negated")
NUMERIC = ("value", "low", "high")
PHRASES = ("subject", "population", "counted", "source")
FIELDS = ("role", *NUMERIC, "unit", *EXACT, *PHRASES, "period", "edtf", "start", "end")


@dataclass(frozen=True)
class Miss:
    """A label that is not met."""

    field: str
    text: str
    surface: str
    want: object
    got: object


@dataclass
class Score:
    """Met and asked-for labels by field; `found` counts ledger rows that a label asks for, or that none does."""

    met: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    errors: list[Miss] = field(default_factory=list)
    values_found: int = 0
    values_right: int = 0

    def add(self, right: bool, miss: Miss) -> None:
        """Count a label as met, or note how it is missed."""
        self.asked[miss.field] += 1
        self.met[miss.field] += right
        if not right:
            self.errors.append(miss)

    def rates(self) -> dict[str, float]:
        rates = {name: self.met[name] / self.asked[name] for name in FIELDS if self.asked[name]}
        return rates | {"value_precision": self.values_right / self.values_found}


def items() -> Iterator[dict[str, Any]]:
    """Every labelled sentence."""
    for path in sorted(HERE.glob("*.jsonl")):
        yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def digest() -> str:
    """A digest of the labels: a floor holds for one state of them."""
    joined = b"".join(path.read_bytes() for path in sorted(HERE.glob("*.jsonl")))
    return hashlib.sha256(joined).hexdigest()


def score() -> Score:
    total = Score()
    for item in items():
        _score_item(item, total)
    return total


def _score_item(item: dict[str, Any], total: Score) -> None:
    text = item["text"]
    reference = date.fromisoformat(item["reference_date"]) if item["reference_date"] else None
    rows = extract(text.encode(), media_type="text/plain", reference_date=reference)
    claims = {claim.quantity_no: claim for claim in rows.claims if claim.quantity_no is not None}
    sources = {row.attribution_no: row for row in rows.attributions}
    used: set[int] = set()
    for label in item["ledger"]:
        row = _best(rows.quantities, *_place(text, label), used)
        claim = claims.get(row.quantity_no) if row else None
        source = sources.get(claim.attribution_no) if claim and claim.attribution_no is not None else None
        if row is not None:
            used.add(row.quantity_no)
        _score_label(label, _told(row, claim, source) if row else None, text, total)
    values = [row for row in rows.quantities if row.role == "value"]
    total.values_found += len(values)
    places = [
        _place(text, label)
        for label in item["ledger"]
        if label["role"] == "value" or "role" in label.get("optional", ())
    ]
    total.values_right += sum(any(row.char_start < b and a < row.char_end for a, b in places) for row in values)


def _place(text: str, label: Label) -> tuple[int, int]:
    start = -1
    for _ in range(label.get("occurrence", 0) + 1):
        start = text.index(label["surface"], start + 1)
    return start, start + len(label["surface"])


def _best(quantities: tuple[Quantity, ...], start: int, end: int, used: set[int]) -> Quantity | None:
    overlaps = [(min(end, q.char_end) - max(start, q.char_start), q.quantity_no not in used, q) for q in quantities]
    overlaps = [one for one in overlaps if one[0] > 0]
    return max(overlaps, key=lambda one: one[:2])[2] if overlaps else None


def _score_label(label: Label, told: dict[str, Any] | None, text: str, total: Score) -> None:
    """Scores the fields of one label against what the reader told of its numeral, if it found it."""
    optional = set(label.get("optional", ()))
    role = told["role"] if told else None
    if "role" not in optional:
        total.add(role == label["role"], Miss("role", text, label["surface"], label["role"], role))
    if told is None or role != label["role"]:
        return
    for name in FIELDS[1:]:
        if name in label and name not in optional and not (name == "period" and label[name] is None):
            miss = Miss(name, text, label["surface"], label[name], told[name])
            total.add(_same(name, label[name], told[name]), miss)


def _told(row: Quantity, claim: Claim | None, source: Attribution | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "role": row.role,
        "value": row.value, "low": row.value_low, "high": row.value_high, "unit": row.unit, "unit_kind": row.unit_kind,
        "comparator": row.comparator, "counted": row.counted, "edtf": row.period_edtf,
        "start": row.period_start and row.period_start.isoformat(),
        "end": row.period_end and row.period_end.isoformat(),
        "source": source and (source.source_entity or source.source_text),
    }  # fmt: skip
    for name in ("value_kind", "direction", "modality", "negated", "subject", "population"):
        told[name] = getattr(claim, name) if claim else None
    told["period"] = claim.period_edtf if claim and claim.period_basis == "stated" else None
    return told


def _same(name: str, want: Any, got: Any) -> bool:
    if name in NUMERIC:
        return (want is None) == (got is None) and (want is None or abs(want - got) <= 1e-6 * max(1, abs(want)))
    if name in PHRASES:
        return _words(want) == _words(got) or (bool(want) and bool(got) and _shared(want, got) >= 0.66)
    if name == "unit":
        return _words(want) == _words(got) or (bool(want) and bool(got) and _words(want)[-1:] == _words(got)[-1:])
    return bool(want == got)


def _words(phrase: str | None) -> list[str]:
    return [
        word
        for word in (phrase or "").lower().replace("’", "'").replace("'s", "").split()
        if word not in ("the", "a", "an", "its", "their")
    ]


def _shared(want: str, got: str) -> float:
    """The F1 of the words of two phrases."""
    a, b = Counter(_words(want)), Counter(_words(got))
    return 2 * sum((a & b).values()) / max(1, a.total() + b.total())


def floors() -> dict[str, Any]:
    """The pinned floors: `corpus`, the digest of the labels that they hold for, and `rates` by field."""
    pinned: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned


def pin(rates: Mapping[str, float], *, lower: bool) -> None:
    """Writes the floors anew, each a little below its rate; without `lower` none falls."""
    pinned = {name: round(rate - SLACK, 3) for name, rate in rates.items()}
    if not lower and FLOORS.exists():
        old = floors()["rates"]
        pinned = {name: max(floor, old.get(name, 0.0)) for name, floor in pinned.items()}
    told = json.dumps({"corpus": digest(), "rates": pinned}, indent=2)
    FLOORS.write_text(f"{told}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", metavar="FIELD", help="list the labels of a field that are not met")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is met now")
    parser.add_argument("--lower", action="store_true", help="let --pin lower floors too")
    options = parser.parse_args()
    result = score()
    for name, rate in result.rates().items():
        met, asked = (
            (result.met[name], result.asked[name]) if name in FIELDS else (result.values_right, result.values_found)
        )
        print(f"{name:16} {rate:.3f}  ({met}/{asked})")
    for miss in result.errors:
        if miss.field == options.errors:
            print(f"{miss.surface!r}: want {miss.want!r}, got {miss.got!r}\n    {miss.text}")
    if options.pin:
        pin(result.rates(), lower=options.lower)


if __name__ == "__main__":
    main()
