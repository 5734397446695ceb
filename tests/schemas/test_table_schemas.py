from __future__ import annotations

import pytest

from schemas.dtypes import TABLES, schema_of
from schemas.rows import Modality, terms
from schemas.table_schemas import table_schema


@pytest.mark.parametrize("table", TABLES)
def test_a_schema_has_every_column_in_order_and_its_key(table: str) -> None:
    schema = table_schema(table)
    names = [field["name"] for field in schema["fields"]]
    assert names == list(schema_of(table))
    assert set(schema.get("primaryKey", ())) <= set(names)


def test_types_and_constraints_are_those_of_the_contract() -> None:
    fields = {field["name"]: field for field in table_schema("claims")["fields"]}
    assert fields["modality"]["constraints"] == {"enum": list(terms(Modality)), "required": True}
    assert fields["claim_no"] == {
        "name": "claim_no",
        "type": "integer",
        "constraints": {"minimum": 0, "required": True},
    }
    assert fields["value"] == {"name": "value", "type": "number"}
    assert fields["period_start"]["type"] == "date"
    assert fields["pieces"]["type"] == "array"
    assert fields["line_start"]["constraints"] == {"minimum": 1, "required": True}


def test_references_name_what_they_lead_to_unless_they_may_lead_nowhere() -> None:
    blocks = {tuple(key["fields"]): key["reference"] for key in table_schema("blocks")["foreignKeys"]}
    assert blocks[("extraction_id",)] == {"resource": "extractions", "fields": ["extraction_id"]}
    assert ("extraction_id", "parent") not in blocks
