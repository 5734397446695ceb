"""Marks of furniture in the markup."""

import pytest

from flows.reading.html.building import parse
from flows.reading.html.hints import CERTAIN, ELEMENTS, ROLES, SURE, WORDS, marks_of


@pytest.mark.parametrize(
    ("tag", "marks"),
    [
        ("<nav>", {"<nav>"}),
        ("<div>", set()),
        ('<div class="MainMenu">', {"menu"}),
        ('<div class="site-footer__links">', {"footer"}),
        ('<div id="cookieConsent">', {"cookie", "consent"}),
        ('<div role="navigation" class="x">', {"@navigation"}),
        ('<div role="main">', set()),
        ('<div class="message-userDetails signature">', {"user", "signature"}),
        ('<div class="message-userContent comment-author-text">', set()),
        ('<div class="shared-values menuhin headings">', set()),
        ('<aside class="NEWSLETTER">', {"<aside>", "newsletter"}),
    ],
)
def test_marks_are_elements_roles_and_whole_words_of_names(tag: str, marks: set[str]) -> None:
    element = parse(f"<body>{tag}</body>").elements[-1]

    assert marks_of(element, in_article=False) == marks


def test_a_header_marks_furniture_outside_articles_alone() -> None:
    element = parse("<body><header></header></body>").elements[-1]

    assert marks_of(element, in_article=False) == {"<header>"}
    assert marks_of(element, in_article=True) == set()


def test_what_is_sure_can_be_found() -> None:
    possible = WORDS | {f"<{tag}>" for tag in ELEMENTS} | {f"@{role}" for role in ROLES}

    assert possible >= SURE | CERTAIN
    assert not SURE & CERTAIN
