"""JSON-LD as pages carry it: nodes in lists, graphs and each other, written with care or without."""

import json

import pytest

from flows.reading.html.building import parse
from flows.reading.html.linked_data import ARTICLES, MOST_NODES, Node, linked_data, main_node, names

ARTICLE = {"@type": "NewsArticle", "headline": "Ferries come back", "datePublished": "2024-05-09"}


def nodes_of(*scripts: str) -> list[Node]:
    return linked_data(parse("".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)))


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite"}, ARTICLE]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        json.dumps({**ARTICLE, "@type": ["NewsArticle", "Report"]}),
        f"\n<!-- {json.dumps(ARTICLE)} -->\n",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        f"/*<![CDATA[*/{json.dumps(ARTICLE)}/*]]>*/",
        f"{json.dumps(ARTICLE)};",
        json.dumps(ARTICLE).replace("come back", "come\nback"),
        json.dumps(ARTICLE).replace('"}', '",}'),
    ],
)
def test_the_article_of_a_page_is_found_however_it_is_packed(script: str) -> None:
    found = main_node(nodes_of(script), ARTICLES, None)

    assert found["datePublished"] == "2024-05-09"


@pytest.mark.parametrize("script", ["", "{", "var x = 1;", "[[[", "[" * 100_000, "null", "1", '"text"', '{"a": 1e999}'])
def test_a_script_that_holds_no_node_does_no_harm_to_the_next(script: str) -> None:
    assert main_node(nodes_of(script, json.dumps(ARTICLE)), ARTICLES, None) == ARTICLE


def test_other_scripts_are_not_read() -> None:
    assert linked_data(parse(f"<script>{json.dumps(ARTICLE)}</script>")) == []


def test_of_several_articles_none_is_the_pages_own_unless_it_names_the_address() -> None:
    first = {**ARTICLE, "url": "https://example.org/ferries"}
    second = {**ARTICLE, "headline": "Bridge opens", "mainEntityOfPage": {"@id": "https://example.org/bridge"}}
    nodes = nodes_of(json.dumps([first, second]))

    assert main_node(nodes, ARTICLES, None) == {}
    assert main_node(nodes, ARTICLES, "https://example.org/ferries") == first
    assert main_node(nodes, ARTICLES, "https://example.org/bridge") == second


def test_an_article_that_is_told_twice_is_one() -> None:
    nodes = nodes_of(json.dumps(ARTICLE), json.dumps({**ARTICLE, "wordCount": 900}))

    assert main_node(nodes, ARTICLES, None)["headline"] == "Ferries come back"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ann Reed", ["Ann Reed"]),
        ({"@type": "Person", "name": "Ann Reed"}, ["Ann Reed"]),
        ([{"name": "Ann Reed"}, "Bo Lind"], ["Ann Reed", "Bo Lind"]),
        ({"name": ["Ann Reed", "Bo Lind"]}, ["Ann Reed", "Bo Lind"]),
        ({"@id": "#ann"}, ["Ann Reed"]),
        ({"@id": "#nobody"}, []),
        ({"name": None}, []),
        (7, []),
        (None, []),
    ],
)
def test_names_are_given_as_text_as_nodes_and_by_reference(author: object, expected: list[str]) -> None:
    assert names(author, [{"@id": "#ann", "@type": "Person", "name": "Ann Reed"}]) == expected


def test_a_catalogue_is_not_read_to_its_end() -> None:
    nodes = nodes_of(json.dumps([{"@type": "Thing"}] * (MOST_NODES + 10)), json.dumps(ARTICLE))

    assert len(nodes) == MOST_NODES
