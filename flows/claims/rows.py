"""Rows of claims, quantities, attributions and mentions, from what was read in a block."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from flows.claims.attributions.reading import Reported
from flows.claims.keys import comparable_key, measure_key, phrase_key
from flows.claims.ledger import Reading
from flows.claims.mentions.reading import Named
from flows.claims.statements.statement import Statement
from flows.reading.document import Block, Document
from schemas.rows import Attribution, Claim, ClaimPart, Mention, Piece, Quantity, measured


class Numbers(NamedTuple):
    """How many rows of each table the blocks before this one have made: where its own numbers start."""

    quantities: int
    attributions: int
    claims: int


def quantity_rows(document: Document, block: Block, readings: Sequence[Reading], first_no: int) -> list[Quantity]:
    """One row of the number ledger for each reading of a block."""
    return [
        Quantity(
            quantity_no=first_no + k,
            role=reading.role,
            counted=squeezed(block.passage.text[slice(*reading.counted)]) if reading.counted else None,
            table_no=None,
            row_no=None,
            column_no=None,
            **measured(reading.value, reading.period),
            **document.provenance(block, [(reading.start, reading.end)], reading.rule),
        )
        for k, reading in enumerate(readings)
    ]


def attribution_rows(
    document: Document, block: Block, reported: Sequence[Reported], first_no: int
) -> list[Attribution]:
    """One row for each attribution of a block; its span runs over source, cue and content."""
    return [_attribution(document, block, found, first_no + k) for k, found in enumerate(reported)]


def _attribution(document: Document, block: Block, found: Reported, number: int) -> Attribution:
    spans = sorted({*found.source, *found.cue, *found.content})
    text = block.passage.text
    return Attribution(
        attribution_no=number,
        source_pieces=_pieces(block, found.source),
        cue_pieces=_pieces(block, found.cue),
        content_pieces=_pieces(block, found.content),
        source_text=joined(text, found.source) or None,
        cue_text=joined(text, found.cue),
        content_text=joined(text, found.content),
        cue_class=found.cue_class,
        source_kind=found.source_kind,
        source_entity=found.source_entity,
        instrument=found.instrument,
        year=found.year,
        **document.provenance(block, merged(spans), found.rule_id),
    )


def mention_rows(document: Document, block: Block, named: Sequence[Named], first_no: int) -> list[Mention]:
    """One row for each mention of a block."""
    return [_mention(document, block, found, first_no + k) for k, found in enumerate(named)]


def _mention(document: Document, block: Block, found: Named, number: int) -> Mention:
    def told(extent: tuple[int, int] | None) -> str | None:
        return squeezed(block.passage.text[slice(*extent)]) if extent else None

    return Mention(
        mention_no=number,
        kind=found.kind,
        name=squeezed(found.name),
        entity_key=found.entity_key,
        short=told(found.short),
        long=told(found.long),
        person=told(found.person),
        role=told(found.role),
        organisation=told(found.organisation) or found.owner,
        **document.provenance(block, [found.extent], found.rule_id),
    )


def claim_rows(
    document: Document, block: Block, statements: Sequence[Statement], numbers: Numbers, long_forms: Mapping[str, str]
) -> tuple[list[Claim], list[ClaimPart]]:
    """The claims of a block and the evidence of their parts."""
    claims: list[Claim] = []
    parts: list[ClaimPart] = []
    seen: dict[tuple[str, tuple[Piece, ...]], int] = {}
    for number, statement in enumerate(statements, numbers.claims):
        span = document.provenance(block, [(statement.start, statement.end)], "claim.clause")
        place = statement.kind, span["pieces"]
        ordinal = seen[place] = seen.get(place, -1) + 1
        name: dict[str, Any] = {"claim_no": number, "claim_id": claim_id(document.document_id, *place, ordinal)}
        claims.append(_claim(block, statement, numbers, long_forms, name | span))
        parts += [
            ClaimPart(
                part=part,
                origin=evidence.origin,
                **name,
                **document.provenance(block, merged(evidence.spans), f"part.{part}"),
            )
            for part, evidence in statement.parts.items()
        ]
    return claims, parts


def claim_id(document_id: str, kind: str, pieces: Sequence[Piece], ordinal: int) -> str:
    """The name of a claim: sixteen hex digits that do not depend on the rule that made it."""
    place = ",".join(f"{piece.start}-{piece.end}" for piece in pieces)
    return hashlib.sha256(f"{document_id}|{kind}|{place}|{ordinal}".encode()).hexdigest()[:16]


def _claim(
    block: Block, statement: Statement, numbers: Numbers, long_forms: Mapping[str, str], place: dict[str, Any]
) -> Claim:
    """The claim that a statement makes; `place` are the columns of its name and provenance."""
    text = block.passage.text
    told = {part: joined(text, evidence.spans) for part, evidence in statement.parts.items()}
    value = statement.value
    measure = measure_key(told.get("predicate"), told.get("unit"), value.unit_kind, value.value_kind)
    subject = told.get("subject")
    subject_key = phrase_key(subject, long_forms)
    population = phrase_key(told.get("population"), long_forms)
    where = phrase_key(told.get("place"), long_forms)
    return Claim(
        kind=statement.kind,
        subject=_named(text, statement, subject, long_forms),
        predicate=told.get("predicate"),
        population=told.get("population"),
        measure=measure,
        subject_key=subject_key,
        comparable_key=comparable_key(
            measure, subject_key, population, where, value.unit, share=value.unit_kind in ("percent", "ratio")
        ),
        place=told.get("place"),
        modality=statement.modality,
        negated=statement.negated,
        quantity_no=None if statement.reading is None else numbers.quantities + statement.reading,
        attribution_no=None if statement.attribution is None else numbers.attributions + statement.attribution,
        table_no=None,
        row_no=None,
        column_no=None,
        **measured(value, statement.period),
        **place,
    )


def _named(text: str, statement: Statement, subject: str | None, long_forms: Mapping[str, str]) -> str | None:
    """A subject by its name: a pronoun by what it stands for, an acronym of the article by its long form."""
    name = joined(text, [statement.stands_for]) if statement.stands_for else subject
    return long_forms.get(name, name) if name else None


def _pieces(block: Block, spans: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    return tuple(piece for start, end in merged(spans) for piece in block.passage.pieces(start, end))


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, overlapping ones joined."""
    if len(spans) == 1:
        return list(spans) if spans[0][0] < spans[0][1] else []
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found


def joined(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text of the spans on one line."""
    return " ".join([word for start, end in spans for word in text[start:end].split()])


def squeezed(text: str) -> str:
    return " ".join(text.split())
