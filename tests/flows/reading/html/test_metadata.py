"""What a page says of itself, and which of its voices counts."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.document import Metadata
from flows.reading.html.building import parse
from flows.reading.html.metadata import read_metadata


def read(head: str, body: str = "<p>Text.</p>", html: str = "<html>") -> Metadata:
    return read_metadata(parse(f"<!doctype html>{html}<head>{head}</head><body>{body}</body></html>"))


def linked(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "Article", **said})}</script>'


def meta(**said: str) -> str:
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{value}">' for name, value in said.items())


def test_a_page_that_says_nothing_has_no_metadata() -> None:
    assert read("") == Metadata()


def test_a_page_that_says_all() -> None:
    head = (
        linked(
            headline="Ferries come back",
            author=[{"@type": "Person", "name": "Ann Reed"}, {"@type": "Person", "name": "Bo Lind"}],
            datePublished="2024-05-09T08:00:00+08:00",
            dateModified="2024-05-11",
        )
        + '<link rel="canonical" href="https://example.org/ferries">'
    )

    assert read(head, html='<html lang="en-GB">') == Metadata(
        title="Ferries come back",
        author="Ann Reed, Bo Lind",
        published=date(2024, 5, 9),
        modified=date(2024, 5, 11),
        language="en-GB",
        url="https://example.org/ferries",
    )


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (linked(headline="A") + meta(og__title="B") + "<title>C</title>", "", "A"),
        (meta(og__title="B") + "<title>C</title>", "", "B"),
        ("<title>\n C  &amp; D\n</title>", "", "C & D"),
        (meta(og__title="Bread &amp;amp; butter"), "", "Bread & butter"),
        ("", "<h1>Ferries <em>come</em> back</h1>", "Ferries come back"),
        ("<title>Ferries come back | The Daily Tide</title>", "<h1>Ferries come back</h1>", "Ferries come back"),
        ("<title>Ferries - The Daily Tide</title>" + meta(og__site_name="The Daily Tide"), "", "Ferries"),
        ("<title>Ferries - and bridges</title>", "", "Ferries - and bridges"),
        ("<title></title>", "", None),
    ],
)
def test_title(head: str, body: str, expected: str | None) -> None:
    assert read(head, body).title == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (linked(author="Ann Reed") + meta(author="The Tide"), "Ann Reed"),
        (meta(author="Ann Reed"), "Ann Reed"),
        ('<meta property="article:author" content="https://example.org/people/ann">', None),
        (meta(author="Ann Reed") + meta(author="Ann Reed"), "Ann Reed"),
        (meta(citation_author="Reed, Ann"), "Reed, Ann"),
        (meta(author="ann@example.org"), None),
        (meta(author=" "), None),
    ],
)
def test_author(head: str, expected: str | None) -> None:
    assert read(head).author == expected


DAY = date(2024, 5, 9)


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (linked(datePublished="2024-05-09") + meta(date="2020-01-02"), "", DAY),
        ('<meta property="article:published_time" content="2024-05-09T08:00Z">' + meta(date="2020-01-02"), "", DAY),
        (meta(**{"DC.date.issued": "2024-05-09"}), "", DAY),
        (meta(date="2024-05-09"), "", DAY),
        ("", '<meta itemprop="datePublished" content="2024-05-09">', DAY),
        ("", '<time class="entry-date published" datetime="2024-05-09T08:00">9 May</time>', DAY),
        ("", '<time itemprop="datePublished" datetime="2024-05-09">9 May</time>', DAY),
        ("", '<time datetime="2024-05-09">9 May</time>', None),
        ("", '<time class="updated" datetime="2024-05-09">9 May</time>', None),
        (meta(date="05/09/2024"), "", None),
        (linked(datePublished="soon") + meta(date="2024-05-09"), "", DAY),
        (linked(datePublished=20240509), "", None),
        (linked(datePublished="2024-05-09") + linked(headline="B", datePublished="2024-05-08"), "", None),
        (
            "",
            '<i itemprop="x"></i>' + "".join(f'<meta itemprop="datePublished" content="2024-05-0{n}">' for n in (1, 2)),
            None,
        ),
    ],
)
def test_published_is_sure_or_none(head: str, body: str, expected: date | None) -> None:
    assert read(head, body).published == expected


def test_modified_is_told_from_published() -> None:
    found = read("", '<time class="updated" datetime="2024-05-09">9 May</time>')

    assert (found.published, found.modified) == (None, DAY)


@pytest.mark.parametrize(
    ("html", "head", "expected"),
    [
        ('<html lang="zh-Hant-HK">', "", "zh-Hant-HK"),
        ('<html lang="en">', meta(og__locale="fr_FR"), "en"),
        ("<html>", meta(og__locale="fr_FR"), "fr-FR"),
        ("<html>", '<meta http-equiv="Content-Language" content="de">', "de"),
        ("<html>", linked(inLanguage="sv-SE"), "sv-SE"),
        ('<html lang="{{ lang }}">', "", None),
    ],
)
def test_language(html: str, head: str, expected: str | None) -> None:
    assert read(head, html=html).language == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link href="https://example.org/a" rel="alternate canonical">', "https://example.org/a"),
        ('<link rel=canonical href="/a">', None),
        (
            '<link rel=canonical href="/a"><meta property="og:url" content="http://example.org/a">',
            "http://example.org/a",
        ),
        ('<link rel=canonical href="javascript:alert(1)">', None),
        ('<link rel=canonical href="https://exam ple.org">', None),
    ],
)
def test_the_address_is_one_of_the_web(head: str, expected: str | None) -> None:
    assert read(head).url == expected


@given(st.text(max_size=200))
def test_any_head_is_read(head: str) -> None:
    read(head)
    read(f"<meta name=date content='{head}'><title>{head}<h1>{head}<time datetime='{head}'>")
