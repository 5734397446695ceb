from __future__ import annotations

import pytest

from flows.reading.html.building import parse
from flows.reading.html.leaves import Leaf, leaves_of


def leaves(source: str) -> list[Leaf]:
    return list(leaves_of(parse(source)).leaves)


def texts(source: str) -> list[str]:
    return [leaf.passage.text for leaf in leaves(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Borders of blocks
        ("<p>Fares <b>rose</b> <i>by</i> 4%</p><p>Again</p>", ["Fares rose by 4%", "Again"]),
        ("<div>Before<p>Inside</p>After</div>", ["Before", "Inside", "After"]),
        ("<div><div><div>One</div></div> two</div>", ["One", "two"]),
        ("<span>One</span><span>Two</span>", ["OneTwo"]),
        ("<x-card><h2>One</h2>two</x-card>", ["One", "two"]),
        ("<a href=/><h2>One</h2><p>two</p></a>", ["One", "two"]),
        ("one<hr>two", ["one", "two"]),
        ("one</p>two", ["one", "two"]),
        ("Send<button>now</button>please", ["Send", "now", "please"]),
        # Line breaks
        ("North<br>south", ["North\nsouth"]),
        ("North <br/> <!-- --> south<br>", ["North\nsouth"]),
        ("North<br> <br>south", ["North", "south"]),
        ("<br>North", ["North"]),
        # White space
        ("<p>\n  Fares\n\t rose  <b> by </b> 4% \n</p>", ["Fares rose by 4%"]),
        ("<p>Fares<b> </b>rose</p>", ["Fares rose"]),
        ("<p>5&nbsp;%&nbsp;</p><p>&nbsp;</p>", ["5\u00a0%"]),
        ("<p>Fares&#10;&#32;rose</p>", ["Fares rose"]),
        ("<p>fer\u00adry fer&shy;ry</p>", ["ferry ferry"]),
        ("<p>\u200b</p>", []),
        ("<pre>\n  x = 1\n\n  y  =  2\n</pre>", ["x = 1\n\n  y  =  2"]),
        ("<pre>a &lt; b</pre><xmp>a &lt; b</xmp>", ["a < b", "a &lt; b"]),
        # References and numbers above and below the line
        ("R&amp;D at AT&T &euro;5", ["R&D at AT&T €5"]),
        ("3&times;10<sup>6</sup> m<sup><a href=#n>2</a></sup> of CO<sub>2</sub>", ["3×106 m2 of CO2"]),
        ("10<sup>-6</sup>, 5<sup>th</sup>, said<sup>[1]</sup>", ["10-6, 5th, said[1]"]),
        # What is not shown
        ("a<script>b</script><style>c</style><!--d--><template>e</template>f", ["af"]),
        ("a<noscript> b</noscript>", ["a b"]),
        ("<div role=tabpanel style='display:none'>a</div>", ["a"]),
        ("a<select><option>c</select><textarea>d</textarea><svg><text>e</svg>f", ["af"]),
        ("a<b hidden>b</b><b aria-hidden=true>c</b><b style='color:red; display: none'>d</b>", ["a"]),
        ("a<b class='x sortkey'>b</b><b aria-hidden=false>c</b><b hidden=until-found>d</b>", ["acd"]),
        ("<dialog>a</dialog><dialog open>bcd</dialog><p>efgh</p>", ["bcd", "efgh"]),
        ("<body style='display:none'><p>Shown by a script</p>", ["Shown by a script"]),
        ("<head><title>a</title></head><img alt=b>c", ["c"]),
        ("<details><summary>a</summary>b</details>", ["a", "b"]),
    ],
)
def test_a_page_is_laid_out_in_leaves(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<h1>a</h1><h4><div>b</div></h4><p>c", [("heading", 1, 0), ("heading", 4, 0), ("paragraph", None, 0)]),
        ("<ul><li>a<ul><li>b</ul>c</ul>", [("list_item", None, 1), ("list_item", None, 2), ("paragraph", None, 1)]),
        ("<ol><li><p>a<p>b</ol>", [("list_item", None, 1), ("paragraph", None, 1)]),
        ("<ul><li><h3>a</h3><p>b</ul>", [("heading", 3, 1), ("paragraph", None, 1)]),
        ("<dl><dt>a<dd>b</dl>", [("list_item", None, 1), ("paragraph", None, 1)]),
        ("<blockquote>a<ul><li>b</ul></blockquote>", [("quote", None, 0), ("list_item", None, 1)]),
        ("<figure><pre>a</pre><figcaption>b</figure>", [("code", None, 0), ("caption", None, 0)]),
        ("<p>Source: Harbour Board</p>", [("caption", None, 0)]),
    ],
)
def test_a_leaf_has_its_kind_from_the_blocks_around_it(source: str, kinds: list[tuple[str, int | None, int]]) -> None:
    assert [(leaf.kind, leaf.level, leaf.depth) for leaf in leaves(source)] == kinds


def test_a_leaf_knows_its_element_and_its_links() -> None:
    (alone, mixed) = leaves("<p><a href=/><b>Fares</b></a></p><p>All <i>of <a href=/>the</a></i> boats</p>")
    assert (alone.element.tag, alone.linked) == ("b", 5)
    assert (mixed.element.tag, mixed.linked) == ("p", 3)


TABLE = """<table><caption>Riders</caption><tr><th>Line<th>2023
<tr><td>North<td><p>12%</p><p>up<br>again</p><tr><td>South<td></table>"""


def test_a_table_of_data_is_one_leaf_with_a_grid() -> None:
    caption, table = leaves(TABLE)
    assert (caption.kind, caption.passage.text) == ("caption", "Riders")
    assert (table.kind, table.passage.text) == ("table", "Line\t2023\nNorth\t12%\nup\nagain\nSouth")
    assert table.grid is not None
    assert [cell.text for cell in table.grid.cells] == ["Line", "2023", "North", "12%\nup\nagain", "South", ""]
    assert TABLE[table.grid.start or 0 :].startswith("<table>")
    assert TABLE[: table.grid.cells[-1].place].endswith("<td>")


def test_a_nested_table_of_data_is_a_leaf_of_its_own() -> None:
    inner = "<table><tr><th>c<th>d<tr><td>5<td>6</table>"
    outer, nested = leaves(f"<table><tr><th>a<th>b<tr><td>1 {inner}<td>Boats that run<tr><td>3<td>4</table>")
    assert outer.passage.text == "a\tb\n1\tBoats that run\n3\t4"
    assert nested.passage.text == "c\td\n5\t6"


def test_the_cells_of_a_layout_are_blocks() -> None:
    source = "<table role=presentation><tr><td>Menu<td><h1>Fares</h1><p>They rose.</table>"
    assert [(leaf.kind, leaf.passage.text) for leaf in leaves(source)] == [
        ("paragraph", "Menu"),
        ("heading", "Fares"),
        ("paragraph", "They rose."),
    ]


def test_a_title_and_notes_inside_a_table_are_blocks() -> None:
    source = (
        "<table><tr><th colspan=2>Riders in 2023<tr><th>Line<th>Share<tr><td>North<td>12%<tr><td>South<td>8%"
        "<tr><td colspan=2>Figures are provisional.</table>"
    )
    assert [(leaf.kind, leaf.passage.text) for leaf in leaves(source)] == [
        ("caption", "Riders in 2023"),
        ("table", "Line\tShare\nNorth\t12%\nSouth\t8%"),
        ("paragraph", "Figures are provisional."),
    ]
