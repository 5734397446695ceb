"""The forms of units, as the files hold them and as texts do."""

from __future__ import annotations

import pytest

from flows.claims.tokens import tokenise
from flows.claims.units.forms import forms_of
from flows.claims.vocabulary import rows_of


@pytest.mark.parametrize("name", ["currencies", "units"])
def test_the_files_hold_forms_by_the_tokens_that_texts_are_cut_into(name: str) -> None:
    for _, form, _ in rows_of(name):
        tokens = tokenise(form)
        assert tokens.words[: len(tokens)] == form.split(" ")


@pytest.mark.parametrize(
    ("text", "unit", "tokens"),
    [("square-kilometres", "square kilometre", 3), ("Square Kilometres of", "square kilometre", 2), ("Kw", None, 0)],
)
def test_the_longest_form_counts_in_the_case_it_is_told_in(text: str, unit: str | None, tokens: int) -> None:
    found = forms_of("units").at(tokenise(text), 0)
    assert found == ((unit, tokens) if unit else None)
