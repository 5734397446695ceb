"""The elements of HTML by what a parser and a page do with them (WHATWG HTML, 13.2 and 15.3)."""

from __future__ import annotations

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
"""Elements without content and end tag."""

HEAD_ONLY = frozenset("base basefont bgsound link meta title noscript noframes style script template".split())
"""Start tags that leave the head open."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

SECTIONS = frozenset({"tbody", "thead", "tfoot"})
CELLS = frozenset({"td", "th"})
TABLE_PARTS = SECTIONS | CELLS | {"tr", "caption", "col", "colgroup"}

ENDS_PARAGRAPH = HEADINGS | frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp".split()
)
"""Start tags that close an open paragraph."""

SPECIAL = (
    ENDS_PARAGRAPH
    | TABLE_PARTS
    | VOID
    | frozenset(
        "applet body button frameset head html iframe marquee noembed noframes noscript object script select style"
        " template textarea title".split()
    )
)
"""Elements that the end tag of an inline element does not reach across."""

SCOPES = CELLS | frozenset("applet caption html marquee object table template".split())
"""Elements that the end tag of a block does not reach across."""

TABLE_SCOPES = frozenset({"html", "table", "template"})
ITEM_SCOPES = SPECIAL - {"address", "div", "p"}
"""Elements that a new list item does not reach across to close the one before."""

LIST_SCOPES = SCOPES | {"ol", "ul"}

FOREIGN = frozenset({"svg", "math"})
INTEGRATION_POINTS = frozenset({"foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"})
"""Elements of SVG and MathML whose content is HTML again."""

ENDS_FOREIGN = HEADINGS | frozenset(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta nobr ol p pre ruby"
    " s small span strong strike sub sup table tt u ul var".split()
)
"""Start tags that end SVG and MathML."""

BLOCKS = ENDS_PARAGRAPH | TABLE_PARTS | frozenset("body button html legend optgroup option".split())
"""Elements whose text stands apart from what is before and after them."""

UNSEEN = frozenset(
    "applet area audio base basefont bgsound canvas command datalist embed frame frameset head iframe input keygen"
    " link meta noembed noframes param rp script select source style svg template textarea title track"
    " video".split()
)
"""Elements whose content no reader of the page sees: not shown, shown in place of a medium, or a form's choices."""
