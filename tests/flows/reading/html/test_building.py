from __future__ import annotations

import pytest
from hypothesis import given

from flows.reading.html.building import parse
from flows.reading.html.tree import Element
from tests.support.markup import MARKED_UP


def shape(source: str) -> str:
    """The tree of a page in brackets: tag(children), texts as they stand, raw text included."""

    def of(element: Element) -> str:
        inner = " ".join(
            of(child) if isinstance(child, Element) else source[child.start : child.end].strip()
            for child in element.children
        )
        return f"{element.tag}({inner})"

    return of(parse(source).root).removeprefix("html(").removesuffix(")")


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        # Implied end tags
        ("<p>a<p>b", "p(a) p(b)"),
        ("<p>a<div>b</div>c", "p(a) div(b) c"),
        ("<p><b>a<p>b", "p(b(a)) p(b)"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "ul(li(a) li(b ul(li(c))))"),
        ("<ul><li><div>a<li>b", "ul(li(div(a)) li(b))"),
        ("<dl><dt>a<dd>b<dt>c", "dl(dt(a) dd(b) dt(c))"),
        ("<h1>a<h2>b</h3>c", "h1(a) h2(b) c"),
        ("<select><option>a<option>b", "select(option(a) option(b))"),
        ("<ruby>a<rt>b<rt>c", "ruby(a rt(b) rt(c))"),
        # End tags without effect, and those that close more than their own
        ("<div>a</span>b</div>c", "div(a b) c"),
        ("<div><b>a</div>b", "div(b(a)) b"),
        ("<b><div>a</b>b</div>c", "b(div(a b) c)"),
        ("<td>a</td></p>b</br>c", "a p() b br() c"),
        ("a</body>b</html>c", "a b c"),
        ("<form>a<form>b</form>c", "form(a b) c"),
        ("<a>a<a>b", "a(a) a(b)"),
        # Tables
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a) td(b)) tr(td(c))) d"),
        ("<table><td>a<tbody><tr>b<td>c", "table(tr(td(a)) tbody(tr(b td(c))))"),
        ("<table><caption>a<thead><th>b", "table(caption(a) thead(tr(th(b))))"),
        ("<table><colgroup><col><col><tr><td>a", "table(colgroup(col() col()) tr(td(a)))"),
        ("<table><tr><td><table><tr><td>a</table>b<td>c", "table(tr(td(table(tr(td(a))) b) td(c)))"),
        ("<table><tr><table><tr><td>a", "table(tr()) table(tr(td(a)))"),
        ("<table><tr><td><div>a</table>b", "table(tr(td(div(a)))) b"),
        ("<div><table><tr><td>a</div>b", "div(table(tr(td(a b))))"),
        # Head, raw text and foreign content
        ("<head><title>a</title><p>b", "head(title(a)) p(b)"),
        ("<head> a", "head() a"),
        ("<script>a<p></script>b", "script(a<p>) b"),
        ("<svg><title>a</title><style>b</style><p>c", "svg(title(a) style(b)) p(c)"),
        ("<svg><path/><path/></svg>a", "svg(path() path()) a"),
        ("<svg><foreignObject><p>a</p></foreignObject></svg>b", "svg(foreignobject(p(a))) b"),
        ("<svg/>a", "svg() a"),
        ("<div/>a", "div(a)"),
        ("<?xml?><div/>a", "div() a"),
        ("a<plaintext>b<p>", "a plaintext(b<p>)"),
    ],
)
def test_a_tree_is_built_as_browsers_do(source: str, tree: str) -> None:
    assert shape(source) == tree


def test_elements_know_where_they_stand() -> None:
    source = '<p>a <a HREF="x&amp;y" href=z title>b</a></p>'
    (paragraph, link) = parse(source).elements[1:]
    assert source[paragraph.start : paragraph.end] == source
    assert source[link.inside : link.close] == "b"
    assert link.attributes == {"href": "x&y", "title": ""}
    assert paragraph.attributes == {}
    assert list(link.ancestors()) == [paragraph, paragraph.parent]


@pytest.mark.parametrize(
    ("source", "language"), [("<!doctype html>\n<html lang=en><p>a", "en"), ("<p>a</p>\n<html lang=en>", "")]
)
def test_the_first_tag_gives_the_page_its_attributes(source: str, language: str) -> None:
    assert parse(source).root.get("lang") == language


def test_length_counts_text_but_no_scripts() -> None:
    assert parse("<div>\n<p>four</p>\n<script>var x</script><p>five5</p></div>").elements[1].length == 9


def test_cells_that_hold_tables_are_told() -> None:
    page = parse("<table><tr><td>a<td><p><table><tr><td>b</table></table><table><tr><td>c</table>")
    assert [cell.inside for cell in page.nesting] == [page.source.index("<p>")]


@given(MARKED_UP)
def test_children_stand_in_their_parents_one_after_the_other(source: str) -> None:
    page = parse(source)
    assert [element.start for element in page.elements] == sorted(element.start for element in page.elements)
    for element in page.elements:
        assert element.start <= element.inside <= element.close <= element.end
        at = element.inside
        for child in element.children:
            assert at <= child.start <= child.end <= element.close
            at = child.end
