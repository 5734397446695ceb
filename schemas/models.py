"""The contract of each table that an extraction fills."""

from __future__ import annotations

import pandera.polars as pa

from schemas.attributions import Attributions
from schemas.blocks import Blocks
from schemas.cells import Cells
from schemas.claim_parts import ClaimParts
from schemas.claims import Claims
from schemas.extractions import Extractions
from schemas.findings import Findings
from schemas.mentions import Mentions
from schemas.quantities import Quantities
from schemas.source_lines import SourceLines
from schemas.source_tables import SourceTables

MODELS: dict[str, type[pa.DataFrameModel]] = {
    "extractions": Extractions,
    "source_lines": SourceLines,
    "blocks": Blocks,
    "source_tables": SourceTables,
    "cells": Cells,
    "quantities": Quantities,
    "attributions": Attributions,
    "mentions": Mentions,
    "claims": Claims,
    "claim_parts": ClaimParts,
    "findings": Findings,
}
