"""What counts as prose."""

import pytest

from flows.reading.html.building import parse
from flows.reading.html.leaves import leaves_of
from flows.reading.html.weights import totals, weigh

SENTENCE = "The harbour office counted 412 sailings in March."


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        (f"<p>{SENTENCE}</p>", True),
        (f"<li>{SENTENCE}</li>", True),
        (f"<p>“{SENTENCE}”</p>", True),
        (f"<p>{SENTENCE} <a href=x>More</a></p>", True),
        (f"<p><a href=x>{SENTENCE}</a></p>", False),
        ("<p>Read more.</p>", False),
        ("<p>Sailings of the harbour by month and by line, 2024</p>", False),
        ("<p>港務局三月錄得四百一十二班船，比上月多九班。</p>", True),
        ("<p>香港 主頁 新聞</p>", False),
    ],
)
def test_prose_is_sentences_outside_links(source: str, prose: bool) -> None:
    (leaf,) = leaves_of(parse(source)).leaves

    assert bool(weigh(leaf).prose) is prose


def test_an_element_holds_what_the_elements_in_it_hold() -> None:
    page = parse("<div><p>One</p><section><p>Two</p><p>Three</p></section></div><p>Four</p>")
    held = totals(page, [(leaf.element, 1.0) for leaf in leaves_of(page).leaves])

    assert [held[element] for element in page.tagged("html", "div", "section")] == [4.0, 3.0, 2.0]
