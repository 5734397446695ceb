"""PDFs to blocks: what stands on pages, read in order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from flows.reading.decoding import Unreadable
from flows.reading.document import Document
from flows.reading.pdf.opening import MOST_PAGES
from flows.reading.read import PDF_ENCODING, read, source_text
from tests.support.pdf import BOLD
from tests.support.printing import Mark, Text, lines, paragraph, printed, wrapped

HARBOUR = (
    "The harbour board said on Monday that traffic through the northern terminal had risen for the third year in a "
    "row, and that the new quay would open before the end of the winter. Officials expect a further rise."
)
CRITICS = (
    "Critics of the plan, among them the owners of small boats, say that nobody has asked them and that the fees are "
    "too high for those who come in the summer alone. They want a vote."
)
FEES = (
    "The fees were last raised by 12 percent in 2019, when the council took over the piers from the state; since then "
    "they have stayed where they were, and the council has paid for repairs."
)


def texts(*pages: Sequence[Mark]) -> list[tuple[str, str]]:
    """The blocks of a PDF: kind and text."""
    return [(block.kind, block.passage.text) for block in read(printed(*pages)).blocks]


def prose(*pages: Sequence[Mark]) -> list[str]:
    return [text for kind, text in texts(*pages) if kind != "boilerplate"]


def test_a_paragraph_is_one_block_and_its_lines_are_lines_of_the_text() -> None:
    document = read(printed(paragraph(HARBOUR)))
    assert [block.passage.text for block in document.blocks] == [HARBOUR]
    assert document.text.split("\n") == wrapped(HARBOUR, 475)
    assert document.encoding == PDF_ENCODING


def test_pages_are_parted_by_form_feeds() -> None:
    document = read(printed(lines(["One."]), [], lines(["Two."])))
    assert document.text == "One.\f\fTwo."
    assert [document.span(block, 0, 4, "-").page for block in document.blocks] == [1, 3]
    assert [document.span(block, 0, 4, "-").line_start for block in document.blocks] == [1, 3]


@pytest.mark.parametrize("shift", [0, 5], ids=["level", "apart"])
def test_columns_are_read_one_after_the_other(shift: float) -> None:
    page = [*paragraph(HARBOUR * 2, 60, 100, 225), *paragraph(CRITICS * 2, 315, 100 + shift, 225)]
    assert prose(page) == [HARBOUR * 2, CRITICS * 2]


def test_three_columns_below_a_title_across_the_page() -> None:
    title = Text(60, 70, "A vote on the fees of the harbour and its northern quay", 18, BOLD)
    columns = [paragraph(text, 60 + 165 * at, 100, 145) for at, text in enumerate((HARBOUR, CRITICS, FEES))]
    assert prose([title, *columns[2], *columns[0], *columns[1]]) == [title.text, HARBOUR, CRITICS, FEES]


def test_columns_between_paragraphs_across_the_page() -> None:
    above, below = paragraph(FEES, y=80), paragraph(FEES, y=400)
    page = [*above, *paragraph(HARBOUR, 60, 140, 225), *paragraph(CRITICS, 315, 140, 225), *below]
    assert prose(page) == [FEES, HARBOUR, CRITICS, FEES]


def test_a_short_column_does_not_cut_the_one_beside_it() -> None:
    page = [*paragraph(f"{HARBOUR} {CRITICS} {HARBOUR} {CRITICS}", 60, 100, 225, 9), *paragraph(FEES, 315, 100, 225, 9)]
    assert prose(page) == [f"{HARBOUR} {CRITICS} {HARBOUR} {CRITICS}", FEES]


@pytest.mark.parametrize("length", [1, 2], ids=["short", "long"])
@pytest.mark.parametrize("x", [60, 315], ids=["left", "right"])
def test_a_table_and_its_caption_stand_in_their_column(x: int, length: int) -> None:
    figures = [(f"Pier {number}", f"{number}10", f"{number}25") for number in range(1, 15)]
    table = [
        Text(x + at, 115 + 13 * row, cell, 9)
        for row, cells in enumerate(figures)
        for at, cell in zip((0, 120, 180), cells, strict=True)
    ]
    page = [
        Text(x, 100, "Table 4: Boats by pier", 9),
        *table,
        *paragraph(f"{HARBOUR} {CRITICS} {FEES}" * length, 375 - x, 100, 225, 9),
    ]
    kinds = [kind for kind, _ in texts(page)]
    assert kinds == (["caption", "table", "paragraph"] if x == 60 else ["paragraph", "caption", "table"])


def test_small_print_beside_a_text_is_no_part_of_it() -> None:
    aside = "Fees rose by 12 percent, no ship was lost in fog, and two of the piers were closed in the winter."
    page = [
        *paragraph(HARBOUR * 3, 60, 100, 310),
        Text(400, 104, "At a glance", 9, BOLD),
        *paragraph(aside, 400, 118, 85, 7),
    ]
    assert prose(page) == [HARBOUR * 3, "At a glance", aside]


def test_figures_in_columns_are_read_row_by_row() -> None:
    rows = [("Boats that came in", "1,204 1,377"), ("Boats that left again", "1,198 1,371"), ("Berths", "310 310")]
    page = [Text(x, 100 + 12 * at, cell) for at, row in enumerate(rows) for x, cell in zip((60, 400), row, strict=True)]
    assert read(printed(page)).text.replace("\t", " ").split("\n")[0] == "Boats that came in 1,204 1,377"


def test_a_paragraph_goes_on_over_page_header_footer_and_footnote() -> None:
    cut = wrapped(HARBOUR * 2, 475)
    pages = [
        [Text(60, 40, "Harbour report 2023", 8), Text(290, 810, f"Page {number} of 3", 8), *body]
        for number, body in enumerate(
            ([*lines(cut[:3]), Text(60, 770, "Fees are those of the summer.", 7)], lines(cut[3:]), paragraph(FEES)), 1
        )
    ]
    found = texts(*pages)
    assert [text for kind, text in found if kind == "paragraph"] == [
        HARBOUR * 2,
        "Fees are those of the summer.",
        FEES,
    ]
    assert [text for kind, text in found if kind == "boilerplate"] == [
        text for number in (1, 2, 3) for text in ("Harbour report 2023", f"Page {number} of 3")
    ]


def test_paragraphs_are_told_apart_by_space_indent_or_a_short_line() -> None:
    spaced = [*paragraph(HARBOUR), *paragraph(CRITICS, y=150)]
    short = lines([*wrapped(HARBOUR, 475), *wrapped(CRITICS, 475)])
    full = wrapped(HARBOUR, 475)[0]
    indented = [*lines([full, f"{full[:-4]}.", full]), *lines([f"{full[:-6]}"], 75, 136), *lines([full], 60, 148)]
    assert prose(spaced) == prose(short) == [HARBOUR, CRITICS]
    assert len(prose(indented)) == 2


def test_lists_headings_and_captions() -> None:
    page = [
        Text(60, 80, "Fees of the harbour", 16, BOLD),
        Text(60, 110, "1.2 What is paid", 10, BOLD),
        *lines(["The council asks for three fees:", "• for each berth,", "• for water and"], y=130),
        *lines(["power, and"], 68, 166),
        *lines(["• for the crane."], y=178),
        Text(60, 220, "Table 1: Fees by season"),
    ]
    assert texts(page) == [
        ("heading", "Fees of the harbour"),
        ("heading", "1.2 What is paid"),
        ("paragraph", "The council asks for three fees:"),
        ("list_item", "• for each berth,"),
        ("list_item", "• for water and power, and"),
        ("list_item", "• for the crane."),
        ("caption", "Table 1: Fees by season"),
    ]
    assert [block.level for block in read(printed(page)).blocks[:2]] == [1, 2]


def test_the_second_line_of_a_heading_may_open_with_any_word() -> None:
    title = [Text(60, 80, "Nobody has asked", 16, BOLD), Text(60, 100, "the boat owners", 16, BOLD)]
    assert texts([*title, *paragraph(HARBOUR * 2, y=130)]) == [
        ("heading", "Nobody has asked the boat owners"),
        ("paragraph", HARBOUR * 2),
    ]


def test_a_paragraph_goes_on_below_its_drop_cap() -> None:
    beside = wrapped(HARBOUR[1:] + f" {CRITICS}", 440)[:3]
    below = wrapped(f"{HARBOUR[1:]} {CRITICS}"[len(" ".join(beside)) + 1 :], 475)
    page = [Text(60, 124, HARBOUR[0], 40), *lines(beside, 88, 100), *lines(below, 60, 136)]
    assert prose(page) == [f"{HARBOUR} {CRITICS}"]


def test_hyphens_at_line_ends_leave_the_quote_and_stay_in_the_text() -> None:
    document = read(printed(lines(["The quay was announ-", "ced in a long-", "term plan of May."])))
    (block,) = document.blocks
    assert block.passage.text == "The quay was announced in a long-term plan of May."
    assert document.text == "The quay was announ-\nced in a long-\nterm plan of May."
    assert [document.text[start:end] for start, end in document.hidden] == ["-"]


@pytest.mark.parametrize(("turned", "angle"), [(0, 0), (0, 90), (90, 90), (180, 180), (270, 270)])
def test_text_is_read_whichever_way_it_runs_and_its_boxes_stand_on_the_page(turned: int, angle: float) -> None:
    starts = {0: (60, 100, 0, 12), 90: (100, 700, 12, 0), 180: (500, 700, 0, -12), 270: (400, 60, -12, 0)}
    x, y, right, down = starts[int(angle)]
    page = [Text(x + right * at, y + down * at, line, angle=angle) for at, line in enumerate(wrapped(HARBOUR, 475))]
    document = read(printed(page, turned=turned))
    (block,) = document.blocks
    assert block.passage.text == HARBOUR
    boxes = document.span(block, 0, len(HARBOUR), "-").boxes or ()
    across = turned == angle
    assert len(boxes) == len(page)
    assert all((box.right - box.left > box.bottom - box.top) == across for box in boxes)


def test_turned_text_is_not_mixed_into_lines() -> None:
    page = [*paragraph(HARBOUR), Text(30, 130, "Printed in May", 8, angle=90)]
    assert prose(page) == [HARBOUR, "Printed in May"]


def test_text_off_the_visible_page_is_left_out() -> None:
    page = [*paragraph(HARBOUR), Text(60, 20, "Above the crop box"), Text(900, 100, "Off the sheet")]
    document = read(printed(page, crop=(40, 40, 560, 800)))
    assert document.text.split() == HARBOUR.split()
    (box, *_) = document.span(document.blocks[0], 0, 3, "-").boxes or ()
    assert 18 < box.left < 22  # the crop box starts at 40


def test_invisible_text_of_a_recognised_scan_is_read() -> None:
    assert prose([line._replace(mode=3) for line in paragraph(HARBOUR)]) == [HARBOUR]


def test_what_a_pdf_says_of_itself() -> None:
    told = {"Title": "Harbour fees", "Author": "Maria Costa", "ModDate": "D:20240501120000Z", "CreationDate": "D:2023"}
    metadata = read(printed(paragraph(HARBOUR), info=told, language="en-GB")).metadata
    assert (metadata.title, metadata.author, metadata.language) == ("Harbour fees", "Maria Costa", "en-GB")
    assert (str(metadata.modified), metadata.published) == ("2024-05-01", None)


@pytest.mark.parametrize("title", ["Microsoft Word - draft3.docx", "report_final_v2", "untitled", "fees.indd", "  "])
def test_titles_that_programs_make_up_give_way_to_the_printed_one(title: str) -> None:
    page = [Text(60, 60, "Harbour fees to rise", 18, BOLD), *paragraph(HARBOUR)]
    assert read(printed(page, info={"Title": title, "Author": "admin"})).metadata.title == "Harbour fees to rise"
    assert read(printed(page, info={"Title": title, "Author": "admin"})).metadata.author is None


def test_the_source_text_can_be_read_again() -> None:
    source = printed(paragraph(HARBOUR), paragraph(CRITICS))
    document = read(source)
    assert source_text(source, document.media_type, document.encoding) == document.text


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (printed(paragraph(HARBOUR), locked=True), "encrypted_pdf"),
        (b"%PDF-1.7\nnothing else", "damaged_pdf"),
        (printed(), "damaged_pdf"),
        (printed(*[[]] * (MOST_PAGES + 1)), "too_many_pages"),
    ],
    ids=["encrypted", "damaged", "no pages", "pages"],
)
def test_what_cannot_be_read_says_why(source: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as told:
        read(source)
    assert told.value.code == code


def test_a_pdf_without_text_is_an_empty_document() -> None:
    document: Document = read(printed([], []))
    assert (document.text, document.blocks) == ("\f", ())
