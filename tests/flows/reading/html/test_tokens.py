from __future__ import annotations

import pytest
from hypothesis import given

from flows.reading.html.tokens import Tag, Tokens
from tests.support.markup import MARKED_UP


def shown(source: str) -> list[str]:
    """Tags as they stand and texts in quotes."""
    return [
        source[token.start : token.end] if isinstance(token, Tag) else repr(source[slice(*token)])
        for token in Tokens(source)
    ]


@pytest.mark.parametrize(
    ("source", "tokens"),
    [
        ("a <b>c</b> d", ["'a '", "<b>", "'c'", "</b>", "' d'"]),
        ("a < b and 5<6", ["'a < b and 5<6'"]),
        ("<p title='a > b'>c", ["<p title='a > b'>", "'c'"]),
        ('<p title="a\n>" x>c', ['<p title="a\n>" x>', "'c'"]),
        ("<p title=a'>c", ["<p title=a'>", "'c'"]),
        ('<p title="a>b', ['<p title="a>', "'b'"]),
        ("a<p title=", ["'a'"]),
        ("a</>b</ c>d</", ["'a'", "'b'", "'d</'"]),
        ("a<!--b-->c<!-->d<!--->e<!--f--!>g<!--h", ["'a'", "'c'", "'d'", "'e'", "'g'"]),
        ("<!doctype html>a<?xml b?>c<!d>e", ["'a'", "'c'", "'e'"]),
        ("a<![CDATA[b>c]]>d", ["'a'", "'c]]>d'"]),
        ("<a href=x/>b", ["<a href=x/>", "'b'"]),
        ("<P>", ["<P>"]),
        ("<h1/>", ["<h1/>"]),
    ],
)
def test_text_is_cut_at_markup(source: str, tokens: list[str]) -> None:
    assert shown(source) == tokens


def test_cdata_is_text_in_foreign_content() -> None:
    source = "<![CDATA[a>b]]>c"
    tokens = Tokens(source)
    tokens.foreign = True
    assert [source[token.start : token.end] for token in tokens] == ["a>b", "c"]


@pytest.mark.parametrize(
    ("name", "source", "content"),
    [
        ("style", "a<b></style>c", "a<b>"),
        ("title", "a</titles></TITLE >c", "a</titles>"),
        ("script", "a<!--<script>b</script>-->c</script>d", "a<!--<script>b</script>-->c"),
        ("script", "a<script>b</script>c", "a<script>b"),
        ("script", "a<!-- b</script>c", "a<!-- b"),
        ("textarea", "a</textarea", "a</textarea"),
    ],
)
def test_raw_text_goes_to_its_own_end_tag(name: str, source: str, content: str) -> None:
    tokens = Tokens(source)
    text = tokens.raw_text(name)
    assert text is not None
    assert source[slice(*text)] == content
    assert next(iter(tokens), Tag(name, 0, 0, True, False))[0] == name


@given(MARKED_UP)
def test_tokens_follow_one_another(source: str) -> None:
    at = 0
    for token in Tokens(source):
        assert at <= token.start < token.end <= len(source)
        at = token.end
