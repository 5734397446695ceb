from __future__ import annotations

import pytest

from flows.claims.mentions.reading import Acronyms, read_mentions

TEXT = (
    "The Delta River Harbour Authority (DRHA) employs 900. Ana Silva, chief engineer of the DRHA, disagreed. "
    "Generative adversarial networks (GANs) do not. While Tarn University and the Ministry of Health wait, GANs spread."
)


def found(kind: str) -> list[tuple[str, str | None, str]]:
    mentions = read_mentions(TEXT, Acronyms.of([TEXT]))
    return [(mention.name, mention.entity_key, mention.rule_id) for mention in mentions if mention.kind == kind]


def test_an_acronym_stands_for_its_long_form() -> None:
    assert found("acronym") == [
        ("DRHA", "delta river harbour authority", "acronym.defined"),
        ("GANs", "generative adversarial network", "acronym.defined"),
    ]


def test_organisations_are_found_by_their_names_and_by_their_acronyms() -> None:
    assert found("organisation") == [
        ("Delta River Harbour Authority", "delta river harbour authority", "organisation.head"),
        ("DRHA", "delta river harbour authority", "role.after"),
        ("Tarn University", "tarn university", "organisation.head"),
        ("Ministry of Health", "ministry health", "organisation.head"),
    ]


def test_a_person_with_a_role_gives_both_mentions() -> None:
    (role,) = [mention for mention in read_mentions(TEXT, Acronyms.of([TEXT])) if mention.kind == "role"]
    parts = [TEXT[slice(*part)] for part in (role.person, role.role, role.organisation) if part]
    assert parts == ["Ana Silva", "chief engineer", "DRHA"]
    assert found("person") == [("Ana Silva", "ana silva", "role.after")]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Tarn University (TU) grew. Ana Silva, its rector, won.", "Tarn University"),
        ("Delta Bank shrank. The bank's chairman Jo Lee left.", "Delta Bank"),
        ("Work at TU goes on. Bo Lind, Dean of Engineering, won.", "Tarn University"),
        ("Delta Bank shrank. Chief executive Jo Lee left.", "Delta Bank"),
        ("Delta Bank shrank. Analyst Jo Lee left.", None),
        ("Delta Bank shrank. Jo Lee, a founder of the town, left.", None),
        ("Delta Bank lent much to Corven. Its chairman Jo Lee left.", None),
        ("Delta Bank shrank. The union's chairman Jo Lee left.", None),
    ],
)
def test_a_role_may_be_of_the_organisation_told_of_last(text: str, owner: str | None) -> None:
    known = Acronyms.of(["Tarn University (TU)"])
    (role,) = [mention for mention in read_mentions(text, known) if mention.kind == "role"]
    assert (role.owner, role.organisation) == (owner, None)


def test_the_first_definition_of_a_short_form_holds() -> None:
    text = "The Port Authority (PA) met the Press Association (PA)."
    assert Acronyms.of([text]).long_forms == {"PA": "Port Authority"}
