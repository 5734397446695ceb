"""Pages of many kinds, each with what sites put into them: what is read of them and what is not."""

from __future__ import annotations

import pytest

from flows.reading.html.building import parse
from flows.reading.html.content import main_content
from flows.reading.html.leaves import leaves_of

TEXT = (
    "The first lock was rebuilt in 1901, and the board paid 31 thousand pounds for the work.",
    "The second lock followed two years later, when the county had found the money for it.",
    "Both have been in use on every day since then, but for 11 days of ice in the winter of 1963.",
    "Nobody has counted the ships, though the keepers say that it must be 400 in a good year.",
    "Three keepers share the house at the upper gate, and one of them is always awake.",
)
OTHER = "Boats that come in the summer alone will have to pay twice as much from the spring on."
"""The prose of a teaser, a comment, a box: none of the text."""

SIGNATURE = "Keeper of the upper gate since the spring of 1988."
LABEL = 40
"""Characters of headings and labels, which may be read or not."""

HEADER = '<header class="site-header"><a href="/">The Daily Tide</a><nav><a href="/n">News</a></nav></header>'
FOOTER = "<footer><p>The Daily Tide belongs to the Harbour Press. All rights reserved.</p></footer>"


def kept(source: str) -> list[str]:
    page = parse(f"<html><body>{HEADER}{source}{FOOTER}</body></html>")
    leaves = leaves_of(page).leaves
    return [leaf.passage.text for leaf, keep in zip(leaves, main_content(page, leaves), strict=True) if keep]


def each(form: str) -> str:
    """The form once for each text: `@` is the text, `#` its number."""
    return "".join(form.replace("@", text).replace("#", str(number)) for number, text in enumerate(TEXT))


PAGES = {
    "live blog": '<main><h1>Locks: live</h1><div class="posts">'
    + each('<article id="p#"><time>14:0#</time><p>@</p><div class="share-tools"><a href="#">Copy</a></div></article>')
    + f'</div><aside class="rail"><p>{OTHER}</p></aside></main>',
    "questions and answers": '<div class="main"><h1>How old are the locks?</h1>'
    + each('<div class="answer"><div>1#</div><div class="body"><p>@</p></div><div class="user-card">rowan</div></div>')
    + f'</div><div class="sidebar"><h4>Hot questions</h4><p>{OTHER}</p></div>',
    "thread": each(
        '<div class="post" id="post#"><div class="post-user"><a>keeper#</a><dl><dt>Posts</dt><dd>1#4</dd></dl></div>'
        f'<div class="post-text">@</div><div class="signature">{SIGNATURE}</div></div>'
    ),
    "documentation": '<div class="docs-sidebar"><ul><li><a href="#a">Chapter 1: how to build a lock</a></li></ul></div>'
    + f'<div class="docs-body"><h1>Locks</h1>{each("<h2>Part #</h2><p>@</p>")}</div>'
    + f'<div class="feedback widget"><p>{OTHER}</p></div>',
    "recipe": f"<main><article><h1>Keeper's loaf</h1>{each('<p>@</p>')}<ul><li>500 g flour</li></ul></article>"
    f'<div class="comment-respond"><p>{OTHER}</p></div></main>',
    "press release": '<div><a href="/">Home</a> | <a href="/p">Press</a></div><table role="presentation"><tr>'
    f'<td><a href="/1">Tenders</a></td><td><b>Locks</b><br><br>{each("@<br><br>")}</td></tr></table>',
    "encyclopaedia": '<div id="content"><h1>Locks</h1><div class="parser-output">'
    f'<table class="infobox"><tr><th>Built</th><td>1901</td></tr></table>{each("<p>@</p>")}'
    '<div class="navbox" role="navigation"><a>Weirs</a></div></div></div>',
    "letter": '<div class="newsletter"><article class="newsletter-post"><div class="body">'
    + each("<p>@</p>")
    + f'<div class="subscribe-widget"><p>{OTHER}</p></div></div></article></div>',
    "news with boxes": f'<div class="article-body">{each("<p>@</p>")}<div class="inline-related"><a>{OTHER}</a></div>'
    f'</div><section class="trending"><article><h4><a>Boat sinks</a></h4><p>{OTHER}</p></article></section>',
    "mail": '<table role="presentation"><tr><td><a>View in browser</a></td></tr>'
    + each("<tr><td><table><tr><td><p>@</p></td></tr></table></td></tr>")
    + "<tr><td><a>Unsubscribe</a></td></tr></table>",
    "boxes without names": f"<div><div><a href='/b'>Blog</a></div></div><div><div>{each('<div>@</div>')}</div>"
    "<div><div><a href='/1'>Older posts on weirs</a></div></div></div>",
    "home of a blog": f"<main>{each('<article><h2><a>Entry #</a></h2><p>@</p></article>')}"
    '<nav class="pagination"><a>Older posts</a></nav></main>',
}


@pytest.mark.parametrize("kind", PAGES)
def test_the_text_of_a_page_is_read_and_nothing_of_what_stands_around_it(kind: str) -> None:
    found = kept(PAGES[kind])

    assert [text for text in found if text in TEXT] == list(TEXT)
    assert not [text for text in found if len(text) > LABEL and text not in TEXT]
