from __future__ import annotations

import pytest

from flows.claims.mentions.names import organisation_names, without_starter


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The University of Science and Technology grew.", ["University of Science and Technology"]),
        ("Delta University and Tarn College merged.", ["Delta University", "Tarn College"]),
        ("The chair of the National Space Council left.", ["National Space Council"]),
        ("The council met in Hong Kong on Monday.", []),
        ("Lin Wei, Director of the Centre for Tides at Delta University.", ["Centre for Tides", "Delta University"]),
        ("The bank bought shares of DELTA BANK.", ["DELTA BANK"]),
        ("While the Museum of Flight waited, Parliament sat.", ["Museum of Flight"]),
    ],
)
def test_names_of_organisations(text: str, names: list[str]) -> None:
    assert [text[slice(*name)] for name in organisation_names(text)] == names


def test_the_word_that_opens_the_sentence_is_no_part_of_a_name() -> None:
    text = "As The President"
    name = without_starter(text, 0, len(text))
    assert name is not None
    assert text[slice(*name)] == "President"
    assert without_starter("While", 0, 5) is None
