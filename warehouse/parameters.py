"""What a saved query is told: values for the parameters that it names, as text, which the query itself converts."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.errors import SourcelineError
from warehouse.statements import Statement


def bind(query: Statement, given: Mapping[str, str]) -> dict[str, str | None]:
    """A value for each parameter, None where nothing is given. Raises SourcelineError "unknown_parameter"."""
    names = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in names:
            raise SourcelineError("unknown_parameter", f"{name}; {query.name} takes {', '.join(names) or 'none'}")
    return {name: given.get(name) for name in names}
