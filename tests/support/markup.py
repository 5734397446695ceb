"""Pages for properties: whole ones of our own, put together at random, cut, swapped and damaged."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from tests.support.prose import FRAGMENTS, SENTENCE

NEWS = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry fares rise 4% &amp; more</title>
<style>p { margin: 0 }</style><script>var n = 12; if (n < 13) { document.write("<p>14</p>") }</script></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/2">News 24</a></ul></nav>
<article><h1>Ferry fares rise<br>by 4%</h1>
<p>The Harbour Board said on <b>Tuesday</b> that ridership rose by&nbsp;4.2% in&#32;2023, to about 12&nbsp;million
trips<sup><a href="#n1">1</a></sup>. Nobody had expected 3&times;10<sup>6</sup> m<sup>2</sup> of CO<sub>2</sub>.
<blockquote><p>"We lost a third of our crews," said Ana Ruiz.</blockquote>
<ol><li>Raise fares<ul><li>by 5 per&shy;cent<li>in May</ul><li><p>Cut costs<p>by HK$10 billion</ol>
<dl><dt>Boats</dt><dd>42</dd></dl>
<pre>
if x &lt; 7:
    y  =  8
</pre>
<figure><img alt="A boat, 9 m long"><figcaption>Figure 1: Riders, 2019&ndash;2023</figcaption></figure>
<div hidden>Secret 99</div><span style="display: none">98</span><template><p>97</template>
</article><footer>&copy; 2024 Harbour Post</footer></body></html>
"""
TABLES = """<h2>Riders by line</h2><table border=1><caption>Riders, thousands</caption>
<thead><tr><th rowspan=2>Line<th colspan=2>2023<th colspan="2">2024</tr><tr><th>Q1<th>Q2<th>Q1<th>Q2</thead>
<tbody><tr><th scope=row rowspan="2">North<td>1,200<td>1,300<td>1,400<td rowspan=0>n/a<tr><td>12%<td>-3<td>
<tr><th>South<td colspan=3>no boats in 2023<tr><td>East<td><p>5<p>6<td>7<br>8<td><table><tr><td>9<td>10<tr><td>11<td>12
</table></tbody><tfoot><tr><td colspan=100>Source: Harbour Board, 2024</table>
<table role=presentation><tr><td><p>Left 1</p><td>Right 2</table>
<table><tr><td>stray 3<form><tr><td>4</form><caption>late</caption>text 5<td>6</table>after 7
"""
ODD = """<?xml version="1.0"?><!-- 1 --!><p>2<!---->3<![CDATA[4]]>5</p><svg><title>6</title><p>7<svg><style>8</style>
</svg><math><mi>x</mi><mn>9</mn></math><textarea>10</textarea><select><option>11<option>12</select><xmp>&lt;13</xmp>
<a href="x"<b>14</a><p title='15>16'>17</p title="18"><h1>19<h2>20</h3>21</br>22</p>23<button>24<button>25</button>
<noscript>26</noscript><iframe>27</iframe><details><summary>28</summary>29</details>&notit;
&#x1F600; &#0; &#128; &#99999999;
&ampx &frac12 &b1; a&#8203;b &#x31;&#50; <table><tr><tr><th colspan=9999999999 rowspan=9999999999>30
<td rowspan=-1>31</table>
<plaintext><p>32 &amp; 33
"""
PAGES = (NEWS, TABLES, ODD)

_TAGS = """
p div span a b br hr h1 h2 ul ol li dl dt dd table caption thead tbody tfoot tr td th pre blockquote section article nav
script style title svg math select option textarea button form template noscript sup sub body html head xmp q i em label
""".split()
_ATTRIBUTES = [
    "", "", "", ' class="x"', " href=/1", ' title="a > b"', " title='5'", ' rowspan="2"', " colspan=3", " rowspan=0",
    " hidden", ' style="display:none"', " aria-hidden=true", " role=presentation", " x=\"", " =", "/",
]  # fmt: skip
_MARKUP = [
    "<", ">", "&", "&amp;", "&nbsp;", "&#49;", "&frac12;", "&shy;", "<!--", "-->", "<!x>", "</>", "<?", "</p", "\r\n",
    "\t", "\u00ad", "\u200b", "<![CDATA[", "]]>", '"', "'", "=", "&#xd800;", "&#10;", "&notin", "<br><br>",
]  # fmt: skip

TAG = st.builds("<{}{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(_TAGS), st.sampled_from(_ATTRIBUTES))
PIECES = st.one_of(TAG, TAG, TAG, FRAGMENTS, SENTENCE, st.sampled_from(_MARKUP), st.sampled_from([" ", "\n"]))
TANGLE = st.lists(PIECES, max_size=40).map("".join)

ROW = st.lists(st.builds("<{}>{}".format, st.sampled_from(["td", "th", "td colspan=2", "td rowspan=2"]), SENTENCE))
GRID = st.lists(ROW.map(lambda cells: f"<tr>{''.join(cells)}"), max_size=5).map(
    lambda rows: f"<table>{''.join(rows)}</table>"
)
PARAGRAPH = SENTENCE.map(lambda text: f"<p>{text}</p>")
MARKED_UP = st.lists(st.one_of(PARAGRAPH, GRID, TANGLE), max_size=5).map("\n".join)
"""Any page: mostly tangled."""


def damaged(random: Random) -> str:
    """One of the pages after a few cuts, swaps, doublings and insertions of markup."""
    page = random.choice(PAGES)
    for _ in range(random.randint(1, 6)):
        page = random.choice(_DAMAGES)(page, random)
    return page


def _cut(page: str, random: Random) -> str:
    start = random.randrange(len(page) + 1)
    return page[:start] + page[start + random.randint(1, 60) :]


def _truncated(page: str, random: Random) -> str:
    return page[: random.randrange(len(page) + 1)]


def _swapped(page: str, random: Random) -> str:
    first, second, third = sorted(random.randrange(len(page) + 1) for _ in range(3))
    return page[:first] + page[second:third] + page[first:second] + page[third:]


def _doubled(page: str, random: Random) -> str:
    start = random.randrange(len(page) + 1)
    part = page[start : start + random.randint(1, 120)]
    return page[:start] + part * random.randint(1, 8) + page[start:]


def _inserted(page: str, random: Random) -> str:
    start = random.randrange(len(page) + 1)
    tag = f"<{random.choice(['', '/'])}{random.choice(_TAGS)}{random.choice(_ATTRIBUTES)}>"
    return page[:start] + random.choice([*_MARKUP, *[tag] * len(_MARKUP), "\0", "\ud800", "9"]) + page[start:]


_DAMAGES = (_cut, _truncated, _swapped, _doubled, _inserted)
